import { funnel, leadConversion, pace } from '@dealtrail/protocol/insights';
import { useOperation } from '../../../kernel/client/index.ts';
import { useAddressSearch, useGo } from '../../../kernel/routing/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button, Segmented } from '../../../kit/button/index.ts';
import { formatDay } from '../../../kit/formats/index.ts';
import { Page } from '../../../kit/page/index.ts';
import { useKit, usePhone } from '../../../kit/provider/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { ClosedCard, InvalidCard, ReasonsCard } from '../parts/closed-card.tsx';
import { CohortCard } from '../parts/cohort-card.tsx';
import { ConversionCard } from '../parts/conversion-card.tsx';
import { FunnelCard } from '../parts/funnel-card.tsx';
import { type ConversionBy, conversionKeys } from '../parts/groups.ts';
import { PaceCard } from '../parts/pace-card.tsx';
import { PeriodPicker, usePeriod } from '../parts/period-picker.tsx';
import { PipelineCard } from '../parts/pipeline-card.tsx';
import { useInsightWords } from '../parts/words.ts';
import '../parts/insights.css';

function HeadActs() {
  const word = useInsightWords();
  const go = useGo();
  return (
    <>
      <Button kind="quiet" icon="chat" onClick={() => go('/follow-up-quality')}>
        {word('insights.followUpQuality')}
      </Button>
      <PeriodPicker />
    </>
  );
}

interface Days {
  readonly from: string;
  readonly to: string;
}

function Conversion({ from, to }: Days) {
  const word = useInsightWords();
  const [search, change] = useAddressSearch();
  const by: ConversionBy = conversionKeys.find((key) => key === search['by']) ?? 'source';
  const found = useOperation(leadConversion, { query: { by, from, to } }, { keep: true });
  if (found.isError) return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton shape="rows" count={8} />;
  const { cohorts, total } = found.data;
  const choice = (
    <Segmented
      label={word('insights.by')}
      value={by}
      onChange={(next) => change({ by: next === 'source' ? undefined : next })}
      choices={conversionKeys.map((value) => ({ value, word: word(`insights.by.${value}`) }))}
    />
  );
  return (
    <>
      <ConversionCard conversion={found.data} by={found.data.by as ConversionBy} choice={choice} />
      {total.leads > 0 && <CohortCard cohorts={cohorts} medianCycleDays={total.medianCycleDays} />}
    </>
  );
}

function Progress({ from, to }: Days) {
  const found = useOperation(funnel, { query: { from, to } }, { keep: true });
  if (found.isError) return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton shape="cards" count={4} />;
  const { steps, open, closed, lostReasons, invalidReasons } = found.data;
  return (
    <div className="pair">
      <FunnelCard steps={steps} />
      <PipelineCard stages={open} />
      <ClosedCard closed={closed} />
      <ReasonsCard reasons={lostReasons} />
      <InvalidCard reasons={invalidReasons} />
    </div>
  );
}

function Paces({ from, to }: Days) {
  const found = useOperation(pace, { query: { from, to } }, { keep: true });
  if (found.isError) return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton shape="cards" count={2} />;
  if (found.data.leads === 0) return null;
  return (
    <div className="pair">
      <PaceCard pace={found.data} of="touch" />
      <PaceCard pace={found.data} of="gap" />
    </div>
  );
}

/** What converts and where deals stand, for the leads of a period. */
export function Insights() {
  const word = useInsightWords();
  const phone = usePhone();
  const { language } = useKit();
  const { from, to, today } = usePeriod();
  const said = word('insights.period.said', {
    from: formatDay(from, today, language),
    to: formatDay(to, today, language),
  });
  return (
    <Page title={word('insights.title')} note={phone ? undefined : said} actions={<HeadActs />}>
      <div className="insights">
        <Conversion from={from} to={to} />
        <Paces from={from} to={to} />
        <Progress from={from} to={to} />
      </div>
    </Page>
  );
}
