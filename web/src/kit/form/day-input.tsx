import 'dayjs/locale/zh-cn';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useContext } from 'react';
import { dayOf } from '../formats/index.ts';
import { useKit, usePhone } from '../provider/index.ts';
import { keepForm } from './keep-form.ts';
import { LabelContext } from './label-context.ts';

interface DayInputProps {
  /** yyyy-mm-dd; given by `Field`. */
  readonly value?: string | null;
  readonly onChange?: (day: string | null) => void;
  readonly id?: string;
  /** What day it is, where no `Field` label says it. */
  readonly label?: string;
  readonly placeholder?: string;
  /** First and last day that can be chosen, yyyy-mm-dd. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** One calendar day, kept as yyyy-mm-dd. */
export function DayInput({ value, onChange, id, label, placeholder, from, until }: DayInputProps) {
  const said = useContext(LabelContext);
  const { zone, now } = useKit();
  const phone = usePhone();
  return (
    <DatePicker
      {...(id ? { id } : {})}
      aria-label={label ?? said}
      placeholder={placeholder ?? 'yyyy-mm-dd'}
      value={value ? dayjs(value) : null}
      defaultPickerValue={dayjs(value ?? from ?? dayOf(now(), zone))}
      inputReadOnly={phone}
      {...(from ? { minDate: dayjs(from) } : {})}
      {...(until ? { maxDate: dayjs(until) } : {})}
      onKeyDown={keepForm}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
    />
  );
}
