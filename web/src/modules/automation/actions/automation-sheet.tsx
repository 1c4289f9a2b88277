import {
  type Automation,
  AutomationKind,
  type AutomationRule,
  createAutomation,
  listAutomations,
  updateAutomation,
} from '@dealtrail/protocol/automation';
import { Input, InputNumber } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Segmented } from '../../../kit/button/index.ts';
import { Field, FormFrame, FormSheet, useTypedValues, useWriteValues } from '../../../kit/form/index.ts';
import { ActionsInput } from '../parts/actions-input.tsx';
import { ConditionsInput } from '../parts/conditions-input.tsx';
import { TrialPanel } from '../parts/trial-panel.tsx';
import { TriggerInput } from '../parts/trigger-input.tsx';
import { useAutomationWords } from '../parts/words.ts';
import { blankRule } from '../rules/templates.ts';

type Typed = AutomationRule;

function KindInput({
  value,
  onChange,
}: {
  readonly value?: AutomationKind;
  readonly onChange?: (kind: AutomationKind) => void;
}) {
  const word = useAutomationWords();
  const write = useWriteValues();
  return (
    <Segmented
      label={word('automation.kind')}
      value={value ?? 'lead'}
      choices={AutomationKind.options.map((kind) => ({ value: kind, word: word(`automation.kind.${kind}`) }))}
      onChange={(kind) => {
        // What was asked of records of another kind means nothing here.
        const event = { lead: 'leads.created', opportunity: 'opportunities.opened', customer: 'customers.created' }[
          kind
        ];
        write({ trigger: { on: 'event', event }, conditions: { all: [] }, actions: blankRule.actions });
        onChange?.(kind);
      }}
    />
  );
}

function typedRule(values: Readonly<Record<string, unknown>>, initial: AutomationRule): AutomationRule {
  return { ...initial, ...(values as Partial<AutomationRule>) };
}

function Parts({ initial }: { readonly initial: AutomationRule }) {
  const word = useAutomationWords();
  const rule = typedRule(useTypedValues(), initial);
  const { kind, trigger, conditions, actions } = rule;
  return (
    <div className="automation-builder">
      <div>
        <Field name="name" label={word('automation.name')} required>
          <Input maxLength={60} autoComplete="off" />
        </Field>
        <Field name="kind" label={word('automation.kind')}>
          <KindInput />
        </Field>
        <section className="automation-box">
          <Field name="trigger" label={word('automation.when.label')}>
            <TriggerInput kind={kind} />
          </Field>
        </section>
        <section className="automation-box">
          <Field name="conditions" label={word('automation.if.label')} help={word('automation.if.help')}>
            <ConditionsInput kind={kind} />
          </Field>
        </section>
        <section className="automation-box">
          <Field name="actions" label={word('automation.then.label')}>
            <ActionsInput kind={kind} />
          </Field>
        </section>
        <Field name="perHour" label={word('automation.perHour')} help={word('automation.perHour.help')} required>
          <InputNumber
            className="automation-number"
            min={1}
            max={5_000}
            precision={0}
            suffix={word('automation.times')}
          />
        </Field>
      </div>
      <TrialPanel rule={{ kind, trigger, conditions, actions }} />
    </div>
  );
}

interface AutomationSheetProps {
  /** The automation to change; none makes a new one. */
  readonly automation: Automation | undefined;
  /** What a new one begins with. */
  readonly start: AutomationRule;
  readonly onClose: () => void;
}

function ruleOfAutomation({ name, kind, trigger, conditions, actions, perHour }: AutomationRule): AutomationRule {
  return { name, kind, trigger, conditions, actions, perHour };
}

/** Builds an automation in plain sentences, with a trial beside it. */
export function AutomationSheet({ automation, start, onClose }: AutomationSheetProps) {
  const word = useAutomationWords();
  const making = useAct(createAutomation, { invalidates: [listAutomations] });
  const changing = useAct(updateAutomation, { invalidates: [listAutomations] });
  const problem = useProblemWords(making.error ?? changing.error);
  const title = word(automation ? 'automation.edit' : 'automation.new');
  const initial = ruleOfAutomation(automation ?? start);
  return (
    <FormSheet open title={title} width={1080} onClose={onClose}>
      {(markDirty, close) => (
        <FormFrame<Typed>
          label={title}
          initial={initial}
          problem={problem}
          submitWord={word(automation ? 'automation.save' : 'automation.saveAndStart')}
          onCancel={close}
          onDirty={markDirty}
          onSubmit={async (values) => {
            const rule = { ...initial, ...values };
            await (automation
              ? changing.run({ params: { id: automation.id }, body: { version: automation.version, ...rule } })
              : making.run({ body: { ...rule, active: true } }));
            onClose();
          }}
        >
          <Parts initial={initial} />
        </FormFrame>
      )}
    </FormSheet>
  );
}
