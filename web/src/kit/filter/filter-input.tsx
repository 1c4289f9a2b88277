import { Input, InputNumber, Select } from 'antd';
import { useKit } from '../provider/index.ts';
import { DayValue, WithinInput } from './day-values.tsx';
import { asksWords, type FieldFilter, type FilterField, type Single } from './filter-model.ts';
import { MoneyValues } from './money-values.tsx';

interface FilterInputProps {
  readonly field: FilterField;
  readonly question: FieldFilter;
  readonly onChange: (question: FieldFilter) => void;
}

/** The input for the value of one question, by the kind of its field. */
export function FilterInput(props: FilterInputProps) {
  const { question, field, onChange } = props;
  if (question.op === 'isEmpty') return <FlagInput {...props} />;
  if (asksWords(question.op)) return <WordsInput {...props} />;
  if (field.kind === 'flag') return <FlagInput {...props} />;
  if (field.kind === 'choice' || field.kind === 'person') return <ChoiceInput {...props} />;
  if (question.op === 'within') return <WithinInput {...props} />;
  if (field.kind === 'money') return <AmountInput {...props} />;
  if (question.op === 'between') return <PairInput {...props} />;
  return <OneInput field={field} value={one(question.value)} onChange={(value) => onChange({ ...question, value })} />;
}

function one(value: FieldFilter['value']): Single | undefined {
  return Array.isArray(value) || value === '' ? undefined : value;
}

function pairOf(value: FieldFilter['value']): [Single | undefined, Single | undefined] {
  return Array.isArray(value) ? [one(value[0]), one(value[1])] : [undefined, undefined];
}

function PairInput({ field, question, onChange }: FilterInputProps) {
  const pair = pairOf(question.value);
  const set = (at: 0 | 1, value: Single | undefined) => {
    const next = [pair[0] ?? '', pair[1] ?? ''];
    next[at] = value ?? '';
    onChange({ ...question, value: next });
  };
  return (
    <div className={field.kind === 'day' ? 'pair days' : 'pair'}>
      <OneInput field={field} value={pair[0]} onChange={(value) => set(0, value)} end="from" />
      <OneInput field={field} value={pair[1]} onChange={(value) => set(1, value)} end="to" />
    </div>
  );
}

function AmountInput({ field, question, onChange }: FilterInputProps) {
  const { words } = useKit();
  const currency = field.currency ?? 'CNY';
  const amount = (value: Single | undefined) => (typeof value === 'number' ? value : undefined);
  if (question.op !== 'between')
    return (
      <MoneyValues
        key="one"
        currency={currency}
        values={[{ label: words.filter.value, minor: amount(one(question.value)) }]}
        onChange={([value]) => onChange({ ...question, value })}
      />
    );
  const [from, to] = pairOf(question.value);
  return (
    <MoneyValues
      key="pair"
      currency={currency}
      values={[
        { label: words.filter.from, minor: amount(from) },
        { label: words.filter.to, minor: amount(to) },
      ]}
      onChange={(minors) => onChange({ ...question, value: minors.map((minor) => minor ?? '') })}
    />
  );
}

/** Longest word looked for. */
const LONGEST_WORD = 60;

/** Words typed or pasted one after the other, between spaces or commas. */
function WordsInput({ question, onChange }: FilterInputProps) {
  const { words } = useKit();
  const listed = Array.isArray(question.value) ? question.value.map(String) : [];
  return (
    <Select
      aria-label={words.filter.value}
      mode="tags"
      open={false}
      suffixIcon={null}
      placeholder={words.filter.typeWords}
      tokenSeparators={['、', '，', ',', '；', ';', '\n']}
      value={listed}
      onChange={(typed: string[]) => {
        const sound = typed.map((word) => word.trim().slice(0, LONGEST_WORD)).filter((word) => word !== '');
        onChange({ ...question, value: [...new Set(sound)] });
      }}
    />
  );
}

function FlagInput({ question, onChange }: FilterInputProps) {
  const { words } = useKit();
  return (
    <Select
      aria-label={words.filter.value}
      value={question.value !== false}
      options={[
        { value: true, label: words.filter.yes },
        { value: false, label: words.filter.no },
      ]}
      onChange={(value) => onChange({ ...question, value })}
    />
  );
}

const ME = '\u0000me';

function ChoiceInput({ field, question, onChange }: FilterInputProps) {
  const { words } = useKit();
  const listed = Array.isArray(question.value) ? question.value : question.value === undefined ? [] : [question.value];
  const shown = listed.map((each) => (typeof each === 'object' ? ME : String(each)));
  const back = (key: string) => (key === ME ? { me: true as const } : key);
  const options = [
    ...(field.kind === 'person' ? [{ value: ME, label: words.filter.me }] : []),
    ...(field.options ?? []),
  ];
  const common = { 'aria-label': words.filter.value, options, showSearch: { optionFilterProp: 'label' } };
  if (question.op === 'in')
    return (
      <Select
        {...common}
        mode="multiple"
        maxTagCount="responsive"
        value={shown}
        onChange={(keys: string[]) => onChange({ ...question, value: keys.map(back) })}
      />
    );
  return (
    <Select
      {...common}
      value={shown[0] ?? null}
      onChange={(key: string | null) => key && onChange({ ...question, value: back(key) })}
    />
  );
}

interface OneInputProps {
  readonly field: FilterField;
  readonly value: Single | undefined;
  readonly onChange: (value: Single | undefined) => void;
  readonly end?: 'from' | 'to';
}

function OneInput({ field, value, onChange, end }: OneInputProps) {
  const { words } = useKit();
  const label = end ? words.filter[end] : words.filter.value;
  if (field.kind === 'day') return <DayValue label={label} value={value} onChange={onChange} />;
  if (field.kind === 'number')
    return (
      <InputNumber
        aria-label={label}
        value={typeof value === 'number' ? value : null}
        onChange={(number) => onChange(number ?? undefined)}
      />
    );
  return (
    <Input
      aria-label={label}
      value={typeof value === 'string' ? value : ''}
      maxLength={200}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
