import type { CalendarDay, CalendarYear } from '@dealtrail/protocol/calendar';
import type { Language } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { type GridDay, monthGrid } from '../rules/month-grid.ts';
import { useTimeWords } from './words.ts';
import './time.css';

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

function classOf({ works, special }: GridDay): string {
  const kind = special ? (works ? 'make-up' : 'off') : works ? '' : 'rest';
  return special?.own ? `${kind} own` : kind;
}

interface MonthProps {
  readonly calendar: CalendarYear;
  readonly month: number;
  readonly special: ReadonlyMap<string, CalendarDay>;
  readonly onPick: ((day: GridDay) => void) | undefined;
}

/** January: a month by its name, where the language counts none. */
function monthName(year: number, month: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(year, month - 1));
}

function Month({ calendar, month, special, onPick }: MonthProps) {
  const word = useTimeWords();
  const { language } = useKit();
  const say = (day: GridDay) => {
    const kind = word(`dayKind.${day.works ? 'work' : 'rest'}`);
    const name = day.special?.name;
    return name
      ? word('time.calendar.day.named', { day: day.day, kind, name })
      : word('time.calendar.day', { day: day.day, kind });
  };
  return (
    <div className="time-month">
      <table>
        <caption>{word('time.calendar.month', { month, name: monthName(calendar.year, month, language) })}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" aria-label={word(`time.calendar.weekday.${weekday}`)}>
                {word(`time.calendar.short.${weekday}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthGrid(calendar.year, month, calendar.week.weekdays, special).map((week, at) => (
            <tr key={week.find(Boolean)?.day ?? at}>
              {week.map((day, place) => (
                <td key={day?.day ?? `empty ${WEEKDAYS[place]}`}>
                  {day && (
                    <button
                      type="button"
                      className={classOf(day)}
                      title={say(day)}
                      disabled={!onPick}
                      onClick={() => onPick?.(day)}
                    >
                      {day.number} <span className="k-hidden-words">{say(day)}</span>
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The twelve months of a year with what is special about each day. */
export function YearGrid({
  calendar,
  onPick,
}: {
  readonly calendar: CalendarYear;
  readonly onPick: ((day: GridDay) => void) | undefined;
}) {
  const word = useTimeWords();
  const special = new Map(calendar.days.map((day) => [day.day, day]));
  return (
    <>
      <p className="time-legend k-s13 k-t2">
        {(['off', 'make-up', 'own'] as const).map((kind) => (
          <span key={kind}>
            <i className={kind} />
            {word(`time.calendar.legend.${kind === 'off' ? 'rest' : kind === 'own' ? 'own' : 'work'}`)}
          </span>
        ))}
      </p>
      <div className="time-year">
        {MONTHS.map((month) => (
          <Month key={month} calendar={calendar} month={month} special={special} onPick={onPick} />
        ))}
      </div>
    </>
  );
}
