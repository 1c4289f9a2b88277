import { Select } from 'antd';
import { useState } from 'react';
import { Button, IconButton } from '../button/index.ts';
import { useKit } from '../provider/index.ts';
import {
  chipOf,
  type FieldFilter,
  type Filter,
  type FilterField,
  type FilterOperator,
  isComplete,
  operatorsOf,
  questionFor,
} from './filter-model.ts';
import { FilterInput } from './filter-input.tsx';

interface FilterEditorProps {
  readonly fields: readonly FilterField[];
  readonly start: readonly FieldFilter[];
  readonly onApply: (chip: Filter | undefined) => void;
}

/** Builds one chip: a question, or several of which any may hold. */
export function FilterEditor({ fields, start, onApply }: FilterEditorProps) {
  const { words } = useKit();
  const [questions, setQuestions] = useState<readonly (FieldFilter | null)[]>(start.length ? start : [null]);
  const set = (at: number, question: FieldFilter | null) =>
    setQuestions(questions.map((each, index) => (index === at ? question : each)));
  const asked = questions.filter((each): each is FieldFilter => each !== null && isComplete(each));
  return (
    <form
      className="k-filter-editor"
      onSubmit={(event) => {
        event.preventDefault();
        onApply(chipOf(asked));
      }}
    >
      {questions.map((question, index) => (
        <div key={`${index}-${question?.field ?? ''}`}>
          {index > 0 && <div className="or">{words.filter.or}</div>}
          <QuestionLine
            fields={fields}
            question={question}
            onChange={(next) => set(index, next)}
            onRemove={questions.length > 1 ? () => setQuestions(questions.filter((_, at) => at !== index)) : undefined}
          />
        </div>
      ))}
      <div className="foot">
        <Button kind="link" small icon="plus" onClick={() => setQuestions([...questions, null])}>
          {words.filter.or}
        </Button>
        <Button kind="primary" small submit disabled={asked.length === 0 || asked.length < questions.length}>
          {words.filter.apply}
        </Button>
      </div>
    </form>
  );
}

interface QuestionLineProps {
  readonly fields: readonly FilterField[];
  readonly question: FieldFilter | null;
  readonly onChange: (question: FieldFilter) => void;
  readonly onRemove: (() => void) | undefined;
}

/** One question: field, relation, value. */
export function QuestionLine({ fields, question, onChange, onRemove }: QuestionLineProps) {
  const { words } = useKit();
  const field = fields.find((each) => each.key === question?.field);
  const verb = (op: FilterOperator) =>
    (op === 'within' ? words.filter.withinSpan : undefined) ??
    (field?.kind === 'day' ? words.filter.dateOperators[op] : undefined) ??
    words.filter.operators[op];
  return (
    <div className="line">
      <Select
        aria-label={words.filter.field}
        placeholder={words.filter.field}
        autoFocus={!question}
        showSearch={{ optionFilterProp: 'label' }}
        value={question?.field}
        options={fields.map((each) => ({ value: each.key, label: each.label }))}
        onChange={(key) => {
          const chosen = fields.find((each) => each.key === key);
          if (chosen) onChange(questionFor(chosen));
        }}
      />
      {question && field ? (
        <>
          <Select
            aria-label={words.filter.operator}
            value={question.op}
            // A relation that a view or a link brought stands beside those people are offered.
            options={[...new Set([...operatorsOf(field), question.op])].map((op) => ({
              value: op,
              label: verb(op),
            }))}
            onChange={(op) => onChange({ ...(op === 'within' ? questionFor(field) : { field: field.key }), op })}
          />
          <FilterInput field={field} question={question} onChange={onChange} />
        </>
      ) : (
        <>
          <span />
          <span />
        </>
      )}
      {onRemove ? (
        <IconButton small icon="close" label={words.filter.remove(field?.label ?? '')} onClick={onRemove} />
      ) : (
        <span />
      )}
    </div>
  );
}
