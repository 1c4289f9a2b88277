import { leadDemands } from '@dealtrail/protocol/leads';
import type { Book } from '@dealtrail/protocol/rules';
import type { ReactNode } from 'react';
import { Checkbox, Input, InputNumber, Select } from 'antd';
import { Field, FieldRow } from '../../../kit/form/index.ts';
import { type KnownBook, levels, questions } from './outcome-words.ts';
import { useRuleWords } from './words.ts';

/** Most points one rule may give. */
const MOST_POINTS = 10;

function IntentInput() {
  const word = useRuleWords();
  return (
    <FieldRow>
      <Field name="says.level" label={word('rules.intent.level')} required>
        <Select options={levels.map((value) => ({ value, label: word(`rules.verdict.${value}`) }))} />
      </Field>
      <Field name="says.label" label={word('rules.intent.label')} required>
        <Input maxLength={40} autoComplete="off" placeholder={word('rules.intent.label.hint')} />
      </Field>
    </FieldRow>
  );
}

function PointsInput() {
  const word = useRuleWords();
  return (
    <FieldRow>
      <Field name="says.question" label={word('rules.question')} required help={word('rules.question.hint')}>
        <Select options={questions.map((value) => ({ value, label: word(`rules.question.${value}`) }))} />
      </Field>
      <Field name="says.points" label={word('rules.points')} required>
        <InputNumber min={0} max={MOST_POINTS} precision={0} />
      </Field>
    </FieldRow>
  );
}

function DemandsInput() {
  const word = useRuleWords();
  return (
    <Field name="says.demands" label={word('rules.demands')} help={word('rules.demands.hint')}>
      <Checkbox.Group
        className="rule-demands"
        options={leadDemands.map((value) => ({ value, label: word(`rules.demand.${value}`) }))}
      />
    </Field>
  );
}

/** What a rule says, by the book it stands in. */
export function OutcomeInput({ book }: { readonly book: Book }) {
  const inputs: Readonly<Record<KnownBook, () => ReactNode>> = {
    'leads.intent': IntentInput,
    'leads.priority': PointsInput,
    'leads.completeness': DemandsInput,
  };
  const Wanted = inputs[book.key as KnownBook];
  return <Wanted />;
}

/** What a new rule of a book says before somebody wrote it. */
export const startOf: Readonly<Record<KnownBook, Readonly<Record<string, unknown>>>> = {
  'leads.intent': { level: 'high' },
  'leads.priority': { question: 'other', points: 1 },
  'leads.completeness': { demands: leadDemands.slice(0, 7) },
};
