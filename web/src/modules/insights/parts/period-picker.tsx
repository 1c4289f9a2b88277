import { useAddressSearch } from '../../../kernel/routing/index.ts';
import { Segmented } from '../../../kit/button/index.ts';
import { DayInput } from '../../../kit/form/index.ts';
import { dayAfter, dayOf } from '../../../kit/formats/index.ts';
import { useKit, useNow } from '../../../kit/provider/index.ts';
import { type Days, daysOf, type PeriodName, periodNamed, periods } from '../rules/periods.ts';
import { useInsightWords } from './words.ts';

/** Three years at most; the server says so too. */
const MOST_DAYS = 3 * 365;

/** The period the address asks for, and today in the organisation's zone. */
export function usePeriod(): Days & { readonly name: PeriodName; readonly today: string } {
  const [search] = useAddressSearch();
  const { zone } = useKit();
  const today = dayOf(useNow(), zone);
  const name = periodNamed(search['period']);
  return { ...daysOf(name, today, { from: search['from'], to: search['to'] }), name, today };
}

/** Which leads are looked at: those of a ready period, or of days of one's own. */
export function PeriodPicker() {
  const word = useInsightWords();
  const [, change] = useAddressSearch();
  const { name, from, to, today } = usePeriod();
  const choose = (period: PeriodName) => {
    const own = period === 'own' ? { from, to } : { from: undefined, to: undefined };
    change({ period: period === 'days365' ? undefined : period, ...own });
  };
  return (
    <div className="k-row k-wrap">
      <Segmented
        label={word('insights.period')}
        value={name}
        onChange={choose}
        choices={periods.map((value) => ({ value, word: word(`insights.period.${value}`) }))}
      />
      {name === 'own' && (
        <div className="k-row">
          <DayInput
            label={word('insights.period.from')}
            value={from}
            from={dayAfter(to, -MOST_DAYS)}
            until={to}
            onChange={(day) => day && change({ from: day })}
          />
          <DayInput
            label={word('insights.period.to')}
            value={to}
            from={from}
            until={today}
            onChange={(day) => day && change({ to: day })}
          />
        </div>
      )}
    </div>
  );
}
