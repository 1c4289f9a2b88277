import 'dayjs/locale/zh-cn';
import { DatePicker, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useKit } from '../provider/index.ts';
import type { FieldFilter, Period, Single } from './filter-model.ts';
import { daysOf, periodWords, relativeWords } from './filter-words.ts';

/** Periods offered for a day, the nearest first. */
const offered: readonly Period[] = [
  { period: 'day' },
  { period: 'day', shift: -1 },
  { period: 'day', shift: 1 },
  { period: 'week' },
  { period: 'week', shift: -1 },
  { period: 'week', shift: 1 },
  { period: 'month' },
  { period: 'month', shift: -1 },
  { period: 'month', shift: 1 },
  { period: 'quarter' },
  { period: 'quarter', shift: -1 },
  { period: 'quarter', shift: 1 },
  { period: 'year' },
  { period: 'year', shift: -1 },
];

const EXACT = 'exact';
const AGO = 'ago';

/** Most days a question may look back or ahead: ten years. */
const MOST_DAYS = 3_650;
const FIRST_DAYS = 7;

interface DayValueProps {
  readonly label: string;
  readonly value: Single | undefined;
  readonly onChange: (value: Single | undefined) => void;
}

/** Whole days a value counts back from today; undefined for any other value. */
function daysBackOf(value: Single | undefined): number | undefined {
  if (typeof value !== 'object' || !('relative' in value) || !value.relative.endsWith('d')) return undefined;
  const days = daysOf(value.relative) ?? 0;
  return days < 0 ? -days : undefined;
}

/** A day to compare with: a period that moves with the calendar, so many days ago, or a date. */
export function DayValue({ label, value, onChange }: DayValueProps) {
  const { words } = useKit();
  const ago = daysBackOf(value);
  const moving = ago === undefined && typeof value === 'object' && !('me' in value) ? value : undefined;
  const known = offered.map((period) => ({ value: JSON.stringify(period), label: periodWords(period, words) }));
  const key = moving ? JSON.stringify(moving) : ago === undefined ? EXACT : AGO;
  const backBy = (days: number) => onChange({ relative: `-${days}d` });
  const own = moving && {
    value: key,
    label: 'period' in moving ? periodWords(moving, words) : relativeWords(moving.relative, words),
  };
  const choices = own && !known.some((each) => each.value === key) ? [own, ...known] : known;
  return (
    <div className="day">
      <Select
        aria-label={label}
        value={key}
        options={[
          { value: EXACT, label: words.filter.dayOnly },
          { value: AGO, label: words.filter.someDaysAgo },
          ...choices,
        ]}
        onChange={(chosen: string) => {
          if (chosen === AGO) backBy(FIRST_DAYS);
          else onChange(chosen === EXACT ? undefined : (JSON.parse(chosen) as Period));
        }}
      />
      {ago !== undefined && (
        <InputNumber
          aria-label={words.filter.dayCount}
          min={1}
          max={MOST_DAYS}
          precision={0}
          value={ago}
          suffix={words.filter.dayCount}
          onChange={(days) => days !== null && backBy(days)}
        />
      )}
      {!moving && ago === undefined && (
        <DatePicker
          aria-label={`${label} ${words.filter.dayOnly}`}
          placeholder={label}
          value={typeof value === 'string' && value !== '' ? dayjs(value) : null}
          onChange={(day) => onChange(day?.format('YYYY-MM-DD'))}
        />
      )}
    </div>
  );
}

interface WithinProps {
  readonly question: FieldFilter;
  readonly onChange: (question: FieldFilter) => void;
}

/** So many days back or ahead of today. */
export function WithinInput({ question, onChange }: WithinProps) {
  const { words } = useKit();
  const { value } = question;
  const days = (typeof value === 'object' && 'relative' in value ? daysOf(value.relative) : undefined) ?? -FIRST_DAYS;
  const ahead = days > 0;
  const say = (count: number, forward: boolean) =>
    onChange({ ...question, value: { relative: `${forward ? '' : '-'}${count}d` } });
  const count = Math.max(1, Math.round(Math.abs(days)));
  return (
    <div className="within">
      <Select
        aria-label={words.filter.operator}
        value={ahead}
        options={[
          { value: false, label: words.filter.daysBack },
          { value: true, label: words.filter.daysForward },
        ]}
        onChange={(forward) => say(count, forward)}
      />
      <InputNumber
        aria-label={words.filter.dayCount}
        min={1}
        max={MOST_DAYS}
        precision={0}
        value={count}
        suffix={words.filter.dayCount}
        onChange={(next) => next !== null && say(next, ahead)}
      />
    </div>
  );
}
