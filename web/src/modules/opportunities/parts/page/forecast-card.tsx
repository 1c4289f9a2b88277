import type { Opportunity } from '@dealtrail/protocol/opportunities';
import { StatCard } from '../../../../kit/card/index.ts';
import { Explained } from '../../../../kit/explained/index.ts';
import { formatMoney, formatPercent, Money } from '../../../../kit/formats/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { useOpportunityWords } from '../words.ts';
import '../opportunity.css';

/** How likely the deal is, where the number comes from, and what it is worth by it. */
export function ForecastCard({ opportunity }: { readonly opportunity: Opportunity }) {
  const word = useOpportunityWords();
  const { language } = useKit();
  const { amountMinor, weightedMinor, currency, probability, probabilitySet, process, stageKey } = opportunity;
  const stage = process.stages.find((each) => each.key === stageKey);
  const percent = formatPercent(probability / 100, language);
  const ofStage = formatPercent((stage?.probability ?? 0) / 100, language);
  const amount = amountMinor === null ? '—' : formatMoney({ minor: amountMinor, currency }, language);
  return (
    <StatCard
      title={word('opportunities.forecast')}
      figure={percent}
      of={word(probabilitySet ? 'opportunities.forecast.set' : 'opportunities.forecast.stage', { percent: ofStage })}
    >
      <div className="k-row">
        <Explained by={word('opportunities.weighted.definition')}>{word('opportunities.forecast.weighted')}</Explained>
        <b>
          <Money minor={weightedMinor} currency={currency} />
        </b>
        <span className="k-s12 k-t3">{word('opportunities.forecast.why', { amount, percent })}</span>
      </div>
    </StatCard>
  );
}
