import { ChoiceChips, DayInput } from '../../../kit/form/index.ts';
import { dayOf } from '../../../kit/formats/index.ts';
import { useKit, useNow } from '../../../kit/provider/index.ts';
import { quickDays } from '../follow-up-draft.ts';
import { useActivityWords } from './words.ts';

interface NextDayProps {
  /** yyyy-mm-dd; given by `Field`. */
  readonly value?: string | null;
  readonly onChange?: (day: string | null) => void;
  readonly id?: string;
}

/** The day of the next step: one press for the usual ones, a calendar for any other. */
export function NextDay({ value, onChange, id }: NextDayProps) {
  const word = useActivityWords();
  const { zone } = useKit();
  const today = dayOf(useNow(), zone);
  const choices = quickDays(today).map(({ name, day }) => ({ value: day, word: word(`activities.day.${name}`) }));
  return (
    <div className="days">
      <ChoiceChips choices={choices} {...(value ? { value } : {})} onChange={(day: string) => onChange?.(day)} />
      <DayInput
        {...(id ? { id } : {})}
        value={value ?? null}
        placeholder={word('activities.day.other')}
        from={today}
        {...(onChange ? { onChange } : {})}
      />
    </div>
  );
}
