import type { Opportunity } from '@dealtrail/protocol/opportunities';
import { Card } from '../../../../kit/card/index.ts';
import { Day, formatPercent, Moment, Money } from '../../../../kit/formats/index.ts';
import { useKit, useNow } from '../../../../kit/provider/index.ts';
import { dayOfStay } from '../../rules/stage-days.ts';
import { useOpportunityWords, useStageName } from '../words.ts';
import '../opportunity.css';

type Stay = Opportunity['stays'][number];

function StayLine({ stay, opportunity }: { readonly stay: Stay; readonly opportunity: Opportunity }) {
  const word = useOpportunityWords();
  const { language } = useKit();
  const now = useNow();
  const stageName = useStageName(opportunity.process.stages);
  const days = dayOfStay(stay.enteredAt, stay.leftAt ? Date.parse(stay.leftAt) : now);
  return (
    <tr>
      <th scope="row">
        {stageName(stay.stageKey)}
        <div className="k-s12 k-t3">{stay.actorName}</div>
      </th>
      <td>
        <Moment at={stay.enteredAt} />
        <div className="k-s12 k-t3">
          {word(stay.leftAt ? 'opportunities.days' : 'opportunities.history.now', { days })}
        </div>
      </td>
      <td className="k-number">
        <Money minor={stay.amountMinor} currency={opportunity.currency} />
        <div className="k-s12 k-t3">
          {formatPercent(stay.probability / 100, language)} <Day day={stay.expectedCloseOn} />
        </div>
      </td>
    </tr>
  );
}

const newestFirst = (one: Stay, other: Stay) => other.enteredAt.localeCompare(one.enteredAt);

/** Every stay in a stage, newest first, with amount, probability and expected close as they were on entering. */
export function StageHistory({ opportunity }: { readonly opportunity: Opportunity }) {
  const word = useOpportunityWords();
  return (
    <Card title={word('opportunities.history')}>
      <table className="stage-history">
        <thead>
          <tr className="k-s12 k-t3">
            <th scope="col">{word('opportunities.history.stage')}</th>
            <th scope="col">{word('opportunities.history.entered')}</th>
            <th scope="col" className="k-number">
              {word('opportunities.history.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...opportunity.stays].sort(newestFirst).map((stay) => (
            <StayLine key={stay.enteredAt} stay={stay} opportunity={opportunity} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}
