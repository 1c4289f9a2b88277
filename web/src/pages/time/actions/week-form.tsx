import { type CalendarYear, getCalendar, saveWorkWeek } from '@dealtrail/protocol/calendar';
import { Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button, IconButton } from '../../../kit/button/index.ts';
import { useTimeWords } from '../parts/words.ts';
import '../parts/time.css';

type Stretch = CalendarYear['week']['hours'][number];

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const MOST_STRETCHES = 6;

/** A time as people type it: full-width digits and colons are meant as plain ones, 930 as 9:30 is not guessed. */
function typedTime(text: string): string {
  return text.normalize('NFKC').replace(/[^\d:]/g, '');
}

function Hours({
  hours,
  onChange,
}: {
  readonly hours: readonly Stretch[];
  readonly onChange: (hours: Stretch[]) => void;
}) {
  const word = useTimeWords();
  const put = (at: number, part: Partial<Stretch>) =>
    onChange(hours.map((each, i) => (i === at ? { ...each, ...part } : each)));
  return (
    <fieldset className="time-set">
      <legend className="k-s13 k-t2">{word('time.calendar.hours')}</legend>
      <div className="time-week">
        {hours.map((stretch, at) => (
          <span key={at} className="time-stretch">
            <Input
              inputMode="numeric"
              maxLength={5}
              placeholder="09:00"
              value={stretch.from}
              aria-label={word('time.calendar.hours.from', { place: at + 1 })}
              onChange={({ target }) => put(at, { from: typedTime(target.value) })}
            />
            –
            <Input
              inputMode="numeric"
              maxLength={5}
              placeholder="18:00"
              value={stretch.to}
              aria-label={word('time.calendar.hours.to', { place: at + 1 })}
              onChange={({ target }) => put(at, { to: typedTime(target.value) })}
            />
            {hours.length > 1 && (
              <IconButton
                small
                icon="trash"
                label={word('time.calendar.hours.remove', { place: at + 1 })}
                onClick={() => onChange(hours.filter((_, i) => i !== at))}
              />
            )}
          </span>
        ))}
        <Button
          small
          icon="plus"
          disabled={hours.length >= MOST_STRETCHES}
          onClick={() => onChange([...hours, { from: '19:00', to: '21:00' }])}
        >
          {word('time.calendar.hours.add')}
        </Button>
      </div>
    </fieldset>
  );
}

/** Working hours and weekdays of the organisation. */
export function WeekForm({ calendar }: { readonly calendar: CalendarYear }) {
  const word = useTimeWords();
  const act = useAct(saveWorkWeek, { invalidates: [getCalendar, 'clocks.*'] });
  const [week, setWeek] = useState(calendar.week);
  const changed = JSON.stringify(week) !== JSON.stringify(calendar.week);
  const toggle = (weekday: number) =>
    setWeek({
      ...week,
      weekdays: week.weekdays.includes(weekday)
        ? week.weekdays.filter((each) => each !== weekday)
        : WEEKDAYS.filter((each) => each === weekday || week.weekdays.includes(each)),
    });
  return (
    <form
      className="settings-box k-stack"
      onSubmit={(event) => {
        event.preventDefault();
        act.press({ body: { version: calendar.version, week } });
      }}
    >
      <ProblemNotice error={act.error} />
      <Hours hours={week.hours} onChange={(hours) => setWeek({ ...week, hours })} />
      <fieldset className="time-set">
        <legend className="k-s13 k-t2">{word('time.calendar.weekdays')}</legend>
        <div className="time-week">
          {WEEKDAYS.map((weekday) => (
            <label key={weekday} className="k-row">
              <input type="checkbox" checked={week.weekdays.includes(weekday)} onChange={() => toggle(weekday)} />
              {word(`time.calendar.weekday.${weekday}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="k-row">
        <Button kind="primary" submit busy={act.busy} disabled={!changed || week.weekdays.length === 0}>
          {word('time.calendar.week.save')}
        </Button>
      </div>
    </form>
  );
}
