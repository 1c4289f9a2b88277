import type { Problem } from '@dealtrail/protocol/kernel';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { ProblemError } from '../../../../kernel/client/index.ts';
import { useSay } from '../../../../kernel/i18n/index.ts';
import { useProblemWords } from '../../../../kernel/states/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { ClockChip } from '../../../../kit/clock/index.ts';
import { joined } from '../../../../kit/formats/index.ts';
import { Field, FormFrame, MomentInput, useTypedValues } from '../../../../kit/form/index.ts';
import { useKit, useNow, usePhone } from '../../../../kit/provider/index.ts';
import type { FollowUpTyped } from '../../follow-up-draft.ts';
import { ByKeys, KeyHints } from './by-keys.tsx';
import { LateReasonField, NextFields, OutcomeFields, SaidFields, StateFields, Tools } from './follow-up-fields.tsx';
import { FollowUpFiles, type KeptFile } from './follow-up-files.tsx';
import { type FollowUpTarget, openClocks, owesReason } from './follow-up-target.ts';
import { tabToBlank, useTemplates } from './use-templates.tsx';
import { useActivityWords, useClockName } from '../words.ts';
import './follow-up.css';

interface FollowUpFormProps {
  readonly target: FollowUpTarget;
  readonly initial: FollowUpTyped;
  readonly error: ProblemError | null;
  readonly onSubmit: (typed: FollowUpTyped, files: readonly string[]) => Promise<unknown>;
  /** Opened by its key: the first keys choose method and outcome, then the words come. */
  readonly keyed: boolean;
  /** Every change, to keep a draft. */
  readonly onTyped: (typed: FollowUpTyped) => void;
}

function Head({ target }: { readonly target: FollowUpTarget }) {
  const nameOf = useClockName();
  const [first] = openClocks(target.clocks);
  return (
    <div className="follow-up-head">
      <div className="k-grow">
        <b>{target.title}</b>
        {target.note && <div className="k-s13 k-t2">{target.note}</div>}
      </div>
      {first && <ClockChip clock={first} label={nameOf(first.policyKey)} />}
    </div>
  );
}

function Keeper({ onTyped }: { readonly onTyped: (typed: FollowUpTyped) => void }) {
  const values = useTypedValues();
  useEffect(() => onTyped(values as unknown as FollowUpTyped), [values, onTyped]);
  return null;
}

/** Where the words of the refusal are ours, in the reader's language; the server's own are Chinese. */
function useRefusal(error: ProblemError | null) {
  const say = useSay();
  const said = useProblemWords(error);
  return useMemo(() => {
    const fields: Problem['fields'] = error?.problem.fields;
    if (!said || !fields) return said;
    return {
      ...said,
      // It repeats what stands at the fields.
      hint: error?.problem.code === 'follow_up_vague' ? undefined : said.hint,
      fields: fields.map(({ path, code, message, params }) => ({
        path,
        message: (code.startsWith('activities.why.') && say({ key: code, params: params ?? {} })) || message,
      })),
    };
  }, [error, said, say]);
}

function When() {
  const word = useActivityWords();
  const [open, setOpen] = useState(false);
  if (open)
    return (
      <Field name="occurredAt" label={word('activities.followUp.occurredAt')}>
        <MomentInput past />
      </Field>
    );
  return (
    <p className="k-s13 k-t2">
      {word('activities.followUp.occurredNow')}{' '}
      <Button kind="link" small onClick={() => setOpen(true)}>
        {word('activities.followUp.changeTime')}
      </Button>
    </p>
  );
}

function Effect({ target }: { readonly target: FollowUpTarget }) {
  const word = useActivityWords();
  const nameOf = useClockName();
  const values = useTypedValues();
  const phone = usePhone();
  const { language } = useKit();
  const running = openClocks(target.clocks).map((clock) => nameOf(clock.policyKey));
  const names = joined([...new Set(running)], 'names', language);
  return (
    <div className="when">
      {values['reached'] === 'yes' && names && <span>{word('activities.followUp.stops', { clocks: names })}</span>}
      {values['reached'] === 'no' && <span>{word('activities.timeline.keepsClock')}</span>}
      {!phone && <span className="k-t3">{word('activities.followUp.keys')}</span>}
    </div>
  );
}

function Words({ target, files }: { readonly target: FollowUpTarget; readonly files: ReactNode }) {
  const phone = usePhone();
  const templates = useTemplates(target);
  return (
    <ByKeys>
      <OutcomeFields />
      {!phone && <KeyHints />}
      <div role="presentation" onKeyDown={tabToBlank}>
        <SaidFields recordId={target.recordId} picker={templates.picker} />
        <NextFields />
      </div>
      <Tools>
        {templates.button}
        {files}
      </Tools>
    </ByKeys>
  );
}

/** One follow-up on one screen: outcome, method, words, next step with its day, the state, the reason when late. */
export function FollowUpForm({ target, initial, error, keyed, onSubmit, onTyped }: FollowUpFormProps) {
  const word = useActivityWords();
  const problem = useRefusal(error);
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const now = useNow();
  const asked = error?.problem.code === 'late_reason_needed';
  const late = asked || target.clocks.some((clock) => owesReason(clock, now));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The sheet takes the focus when it opens; a turn later the first words may have it.
    const first = keyed ? '.outcome [aria-checked="true"]' : 'textarea.first';
    const turn = setTimeout(() => box.current?.querySelector<HTMLElement>(first)?.focus({ preventScroll: true }));
    return () => clearTimeout(turn);
  }, [keyed]);
  const keys = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.querySelector('form')?.requestSubmit();
  };
  return (
    <div className="follow-up" role="presentation" ref={box} onKeyDown={keys}>
      <FormFrame<FollowUpTyped>
        label={word('activities.followUp.title')}
        initial={initial}
        guard={false}
        problem={problem}
        foot={<Effect target={target} />}
        onSubmit={(typed) =>
          onSubmit(
            typed,
            files.map(({ id }) => id),
          )
        }
      >
        <Keeper onTyped={onTyped} />
        <Head target={target} />
        <Words target={target} files={<FollowUpFiles recordId={target.recordId} files={files} onChange={setFiles} />} />
        {target.states && target.states.moves.length > 0 && <StateFields states={target.states} />}
        {late && <LateReasonField required={asked} />}
        <When />
      </FormFrame>
    </div>
  );
}
