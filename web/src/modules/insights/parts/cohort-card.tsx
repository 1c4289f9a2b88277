import type { ConversionCohort } from '@dealtrail/protocol/insights';
import { Card, CardFoot } from '../../../kit/card/index.ts';
import type { Language } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { useSay } from '../../../kernel/i18n/index.ts';
import { shareText } from '../rules/figures.ts';
import { cohortFinding } from '../rules/findings.ts';
import { DrillLink } from './drill-link.tsx';
import { RateBar } from './rate-bar.tsx';
import { TakeTable } from './take-table.tsx';
import { useInsightWords } from './words.ts';

/** 2026 年 3 月, Mar 2026. */
function monthName(month: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: language === 'en' ? 'short' : 'long',
    timeZone: 'UTC',
  });
  return format.format(Date.parse(`${month}-01T00:00:00Z`));
}

function Month({ cohort, most }: { readonly cohort: ConversionCohort; readonly most: number }) {
  const word = useInsightWords();
  const say = useSay();
  const { language } = useKit();
  const { leads, converted, rate, young, why } = cohort;
  const name = monthName(cohort.month, language);
  return (
    <li>
      <DrillLink list="leads" drill={cohort.drill} label={word('insights.open.leads', { name, count: leads })}>
        {name}
      </DrillLink>
      <RateBar rate={rate} most={most} young={young} />
      <span>
        <DrillLink
          list="leads"
          drill={cohort.drillConverted}
          label={word('insights.open.converted', { name, count: converted })}
        >
          {shareText({ part: converted, whole: leads, rate }, language)}
        </DrillLink>
        {young && (
          <span className="k-t3 k-why" title={why.map(say).join(' ')}>
            {word('insights.cohorts.young')}
          </span>
        )}
      </span>
    </li>
  );
}

/** Conversion by the month the leads came in; months younger than the median cycle are grey and compared with nothing. */
export function CohortCard({
  cohorts,
  medianCycleDays,
}: {
  readonly cohorts: readonly ConversionCohort[];
  readonly medianCycleDays: number | null;
}) {
  const word = useInsightWords();
  const { language } = useKit();
  const { best, young } = cohortFinding(cohorts);
  const title = best
    ? word('insights.cohorts.best', {
        month: monthName(best.month, language),
        share: shareText({ part: best.converted, whole: best.leads, rate: best.rate }, language),
      })
    : word('insights.cohorts');
  const most = Math.max(10, ...cohorts.map(({ rate }) => rate ?? 0));
  return (
    <Card
      title={title}
      note={
        <span className="insight-acts">
          {best && word('insights.cohorts')}
          <TakeTable table="cohorts" name={word('insights.cohorts')} />
        </span>
      }
    >
      <ul className="insight-months">
        {cohorts
          .filter(({ leads }) => leads > 0)
          .map((cohort) => (
            <Month key={cohort.month} cohort={cohort} most={most} />
          ))}
      </ul>
      {young > 0 && medianCycleDays !== null && (
        <CardFoot>{word('insights.cohorts.foot', { count: young, days: medianCycleDays })}</CardFoot>
      )}
    </Card>
  );
}
