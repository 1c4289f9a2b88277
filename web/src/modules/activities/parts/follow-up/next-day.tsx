import { Input } from 'antd';
import { useState } from 'react';
import { IconButton } from '../../../../kit/button/index.ts';
import { dayOf } from '../../../../kit/formats/index.ts';
import { ChoiceChips, DayInput, useWriteValues } from '../../../../kit/form/index.ts';
import { useKit, useNow } from '../../../../kit/provider/index.ts';
import { quickDays } from '../../follow-up-draft.ts';
import { useReadWhen } from './use-when-said.ts';
import { useActivityWords } from '../words.ts';

interface NextDayProps {
  /** yyyy-mm-dd; given by `Field`. */
  readonly value?: string | null;
  readonly onChange?: (day: string | null) => void;
  readonly id?: string;
}

/** The day of the next step: one press for the usual ones, in one's own words, or a calendar. */
export function NextDay({ value, onChange, id }: NextDayProps) {
  const word = useActivityWords();
  const { zone } = useKit();
  const read = useReadWhen();
  const write = useWriteValues();
  const [said, setSaid] = useState('');
  const today = dayOf(useNow(), zone);
  const choices = quickDays(today).map(({ name, day }) => ({ value: day, word: word(`activities.day.${name}`) }));
  const choose = (day: string | null) => {
    setSaid('');
    write({ nextStepTime: null });
    onChange?.(day);
  };
  const say = (text: string) => {
    setSaid(text);
    const when = read(text);
    if (!when) return;
    write({ nextStepTime: when.time });
    onChange?.(when.day);
  };
  return (
    <div className="days">
      <ChoiceChips choices={choices} {...(value ? { value } : {})} onChange={choose} />
      <Input
        {...(id ? { id } : {})}
        className="said-day"
        aria-label={word('activities.day.said')}
        placeholder={word('activities.day.said.example')}
        maxLength={40}
        value={said}
        onChange={(event) => say(event.target.value)}
      />
      <DayInput
        label={word('activities.day.other')}
        value={value ?? null}
        placeholder={word('activities.day.other')}
        from={today}
        onChange={choose}
      />
    </div>
  );
}

/** The hour of the next step, where one was named; taken away it is due at the end of its day. */
export function NextTime({
  value,
  onChange,
}: {
  readonly value?: string | null;
  readonly onChange?: (time: null) => void;
}) {
  const word = useActivityWords();
  return (
    <span className="k-row k-s13">
      {word('activities.followUp.nextTime.at', { time: value ?? '' })}
      <IconButton
        small
        icon="close"
        label={word('activities.followUp.nextTime.drop')}
        onClick={() => onChange?.(null)}
      />
    </span>
  );
}
