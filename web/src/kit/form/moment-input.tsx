import 'dayjs/locale/zh-cn';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useContext } from 'react';
import { useKit, usePhone } from '../provider/index.ts';
import { keepForm } from './keep-form.ts';
import { LabelContext } from './label-context.ts';
import { instantAt, wallTime } from './wall-time.ts';

interface MomentInputProps {
  /** RFC 3339 instant; given by `Field`. */
  readonly value?: string | null;
  readonly onChange?: (at: string | null) => void;
  readonly id?: string;
  readonly label?: string;
  /** Nothing after the present moment can be chosen. */
  readonly past?: boolean;
}

/** One moment to the minute on the clocks of the organisation, kept as an instant. */
export function MomentInput({ value, onChange, id, label, past = false }: MomentInputProps) {
  const said = useContext(LabelContext);
  const { zone, now } = useKit();
  const phone = usePhone();
  return (
    <DatePicker
      {...(id ? { id } : {})}
      aria-label={label ?? said}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      placeholder="yyyy-mm-dd hh:mm"
      value={value ? dayjs(wallTime(value, zone)) : null}
      inputReadOnly={phone}
      {...(past ? { maxDate: dayjs(wallTime(now(), zone)) } : {})}
      onKeyDown={keepForm}
      onChange={(at) => onChange?.(at ? instantAt(at.format('YYYY-MM-DDTHH:mm'), zone) : null)}
    />
  );
}
