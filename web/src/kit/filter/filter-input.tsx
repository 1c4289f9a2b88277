import 'dayjs/locale/zh-cn';
import { DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { toMajor, toMinor } from '../formats/index.ts';
import { useKit } from '../provider/index.ts';
import type { FieldFilter, FilterField } from './filter-model.ts';

interface FilterInputProps {
  readonly field: FilterField;
  readonly question: FieldFilter;
  readonly onChange: (question: FieldFilter) => void;
}

type Plain = string | number | undefined;

function plain(value: unknown): Plain {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** The input for the value of one question, by the kind of its field. */
export function FilterInput(props: FilterInputProps) {
  const { question, field, onChange } = props;
  if (question.op === 'isEmpty') return <span />;
  if (field.kind === 'flag') return <FlagInput {...props} />;
  if (field.kind === 'choice' || field.kind === 'person') return <ChoiceInput {...props} />;
  if (question.op === 'within') return <WithinInput {...props} />;
  if (question.op === 'between') {
    const pair = Array.isArray(question.value) ? question.value : [];
    const set = (at: 0 | 1, value: Plain) => {
      const next = [plain(pair[0]) ?? '', plain(pair[1]) ?? ''];
      next[at] = value ?? '';
      onChange({ ...question, value: next });
    };
    return (
      <div className="pair">
        <OneInput field={field} value={plain(pair[0])} onChange={(value) => set(0, value)} end="from" />
        <OneInput field={field} value={plain(pair[1])} onChange={(value) => set(1, value)} end="to" />
      </div>
    );
  }
  return (
    <OneInput field={field} value={plain(question.value)} onChange={(value) => onChange({ ...question, value })} />
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

function WithinInput({ question, onChange }: FilterInputProps) {
  const { words, language } = useKit();
  const value = question.value;
  const text = typeof value === 'object' && 'relative' in value ? value.relative : '-7d';
  const chosen = [1, 3, 7, 14, 30, 90].map((days) => ({
    value: `-${days}d`,
    label: language === 'zh-CN' ? `${days} 天` : `${days} days`,
  }));
  const options = chosen.some((each) => each.value === text) ? chosen : [...chosen, { value: text, label: text }];
  return (
    <Select
      aria-label={words.filter.value}
      value={text}
      options={options}
      onChange={(relative) => onChange({ ...question, value: { relative } })}
    />
  );
}

interface OneInputProps {
  readonly field: FilterField;
  readonly value: Plain;
  readonly onChange: (value: Plain) => void;
  readonly end?: 'from' | 'to';
}

function OneInput({ field, value, onChange, end }: OneInputProps) {
  const { words } = useKit();
  const label = end ? words.filter[end] : words.filter.value;
  if (field.kind === 'day')
    return (
      <DatePicker
        aria-label={label}
        placeholder={label}
        value={value ? dayjs(value) : null}
        onChange={(day) => onChange(day?.format('YYYY-MM-DD'))}
      />
    );
  if (field.kind === 'money') {
    const currency = field.currency ?? 'CNY';
    return (
      <InputNumber
        aria-label={label}
        min={0}
        value={typeof value === 'number' ? toMajor({ minor: value, currency }) : null}
        onChange={(major) => onChange(major === null ? undefined : toMinor(major, currency))}
      />
    );
  }
  if (field.kind === 'number')
    return (
      <InputNumber
        aria-label={label}
        value={typeof value === 'number' ? value : null}
        onChange={(number) => onChange(number ?? undefined)}
      />
    );
  return (
    <Input aria-label={label} value={value ?? ''} maxLength={200} onChange={(event) => onChange(event.target.value)} />
  );
}
