import {
  listClockPolicies,
  LONGEST_PAUSE_DAYS,
  previewClockPolicy,
  type ClockPolicyView,
  type PolicyTerms,
  saveClockPolicy,
  TimeUnit,
} from '@dealtrail/protocol/clocks';
import { InputNumber, Select, Switch } from 'antd';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice, useProblemWords } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Field, FieldRow, FormFrame, FormSheet, MomentInput, useTypedValues } from '../../../kit/form/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { EscalationsInput } from '../parts/escalations-input.tsx';
import { PreviewSays } from '../parts/preview-says.tsx';
import { usePolicyTitle, useTermsWords, useTimeWords } from '../parts/words.ts';
import { termsFrom, type TypedTerms, typedOf } from '../rules/typed-terms.ts';

function LimitFields({ policy }: { readonly policy: ClockPolicyView }) {
  const word = useTimeWords();
  const { variantOf } = useTermsWords();
  const units = TimeUnit.options.map((unit) => ({ value: unit, label: word(`time.unit.${unit}`) }));
  return Object.keys(typedOf(policy.terms).limits).map((variant) => (
    <FieldRow key={variant}>
      <Field
        name={`limits.${variant}.amount`}
        label={
          variant === 'one' ? word('time.policy.limit') : word('time.policy.limitOf', { variant: variantOf(variant) })
        }
        required
      >
        <InputNumber min={0.5} max={87_840} inputMode="decimal" />
      </Field>
      <Field name={`limits.${variant}.unit`} label={word('time.policy.unit')} required>
        <Select options={units} />
      </Field>
    </FieldRow>
  ));
}

/** How often and how far those who owe a clock may move it themselves. */
function PostponeFields() {
  const word = useTimeWords();
  const units = TimeUnit.options.map((unit) => ({ value: unit, label: word(`time.unit.${unit}`) }));
  return (
    <>
      <Field
        name="postpone.times"
        label={word('time.policy.postpone')}
        help={word('time.policy.postpone.help')}
        required
      >
        <InputNumber min={0} max={10} precision={0} inputMode="numeric" />
      </Field>
      <FieldRow>
        <Field name="postpone.amount" label={word('time.policy.postpone.amount')} required>
          <InputNumber min={0.5} max={720} inputMode="decimal" />
        </Field>
        <Field name="postpone.unit" label={word('time.policy.unit')} required>
          <Select options={units} />
        </Field>
      </FieldRow>
    </>
  );
}

/** Tries what is typed on the clocks that run now. */
function Preview({ policy }: { readonly policy: ClockPolicyView }) {
  const word = useTimeWords();
  const typed = useTypedValues() as unknown as TypedTerms;
  const act = useAct(previewClockPolicy);
  const { now } = useKit();
  const [at, setAt] = useState<string | null>(() => new Date(now()).toISOString());
  const [tried, setTried] = useState<{
    readonly said: string;
    readonly answer: Parameters<typeof PreviewSays>[0]['preview'];
  }>();
  const terms = termsFrom({ ...typedOf(policy.terms), ...typed }, policy.terms);
  const said = JSON.stringify([terms, at]);
  const run = async () => {
    const answer = await act
      .run({ body: { key: policy.key, terms, ...(at === null ? {} : { at }) } })
      .catch(() => undefined);
    if (answer) setTried({ said, answer });
  };
  return (
    <div className="k-stack">
      <div className="k-row k-wrap">
        <span className="k-s13 k-t2">{word('time.policy.preview.at')}</span>
        <MomentInput value={at} onChange={setAt} label={word('time.policy.preview.at')} />
        <Button small busy={act.busy} onClick={() => void run()}>
          {word('time.policy.preview')}
        </Button>
      </div>
      <ProblemNotice error={act.error} />
      {/* A trial run speaks of the terms it was made with. */}
      {tried?.said === said && <PreviewSays preview={tried.answer} />}
    </div>
  );
}

interface PolicySheetProps {
  readonly policy: ClockPolicyView;
  /** What the form begins with, where an earlier wording is to come back; else the present terms. */
  readonly from?: PolicyTerms | undefined;
  readonly onClose: () => void;
}

/** Changes one time limit, after a trial on the clocks that run. */
export function PolicySheet({ policy, from = policy.terms, onClose }: PolicySheetProps) {
  const word = useTimeWords();
  const title = usePolicyTitle()(policy);
  const act = useAct(saveClockPolicy, { invalidates: [listClockPolicies] });
  const problem = useProblemWords(act.error);
  return (
    <FormSheet open title={title} onClose={onClose}>
      {(markDirty, close) => (
        <FormFrame<TypedTerms>
          label={title}
          initial={typedOf(from)}
          problem={problem}
          onCancel={close}
          onDirty={markDirty}
          onSubmit={async ({ applyToOpen, ...typed }) => {
            const terms = termsFrom({ ...typed, applyToOpen: false }, policy.terms);
            await act.run({ body: { key: policy.key, version: policy.version, terms, applyToOpen } });
            onClose();
          }}
        >
          <Field
            name="active"
            label={word('time.policy.active')}
            help={word('time.policy.active.help')}
            valueProp="checked"
          >
            <Switch />
          </Field>
          <LimitFields policy={policy} />
          <FieldRow>
            <Field name="warnAtPercent" label={word('time.policy.warn')} required>
              <InputNumber min={1} max={100} precision={0} inputMode="numeric" />
            </Field>
            {policy.mayPause ? (
              <Field name="maxPauseDays" label={word('time.policy.maxPause')}>
                <InputNumber min={1} max={LONGEST_PAUSE_DAYS} precision={0} inputMode="numeric" />
              </Field>
            ) : null}
          </FieldRow>
          <Field name="warnByMail" label={word('time.policy.warn.mail')} valueProp="checked">
            <Switch />
          </Field>
          <PostponeFields />
          <Field name="escalations" label={word('time.policy.escalations')}>
            <EscalationsInput />
          </Field>
          <Field
            name="applyToOpen"
            label={word('time.policy.applyToOpen')}
            help={word('time.policy.applyToOpen.help')}
            valueProp="checked"
          >
            <Switch />
          </Field>
          <Preview policy={policy} />
        </FormFrame>
      )}
    </FormSheet>
  );
}
