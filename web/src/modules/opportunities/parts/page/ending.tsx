import type { Opportunity } from '@dealtrail/protocol/opportunities';
import { Day, Moment, Money } from '../../../../kit/formats/index.ts';
import { Facts } from '../../../../kit/mark/index.ts';
import { invalidReasons, isNobody } from '../../rules/closing.ts';
import { type OpportunityWord, useOpportunityWords } from '../words.ts';
import '../opportunity.css';

function titleOf({ state, contractNo, closeReason }: Opportunity, word: OpportunityWord): string {
  if (state === 'won') return word('opportunities.ended.won', { contractNo: contractNo ?? '' });
  if (state === 'won_awaiting_signing') return word('opportunities.ended.awaiting');
  if (state === 'lost') return word('opportunities.ended.lost', { reason: closeReason ?? '' });
  const known = invalidReasons.find((reason) => reason === closeReason);
  const reason = known ? word(`opportunities.close.invalid.${known}`) : (closeReason ?? '');
  return word('opportunities.ended.invalid', { reason });
}

/** How an opportunity ended, and what is still missing of its signing. */
export function Ending({ opportunity }: { readonly opportunity: Opportunity }) {
  const word = useOpportunityWords();
  const { state, signedOn, signedMinor, currency, competitor, closeNote, closedAt } = opportunity;
  return (
    <div className="ending">
      <div className="k-grow">
        <b>{titleOf(opportunity, word)}</b>
        <div className="k-s13 k-t2">
          <Facts>
            {signedOn && (
              <span key="signed">
                <Day day={signedOn} /> {word('opportunities.ended.signedOn')}
              </span>
            )}
            {signedMinor !== null && <Money key="amount" minor={signedMinor} currency={currency} />}
            {state === 'lost' && competitor && (
              <span key="rival">
                {isNobody(competitor)
                  ? word('opportunities.competitor.nobody')
                  : `${word('opportunities.close.rival')} ${competitor}`}
              </span>
            )}
            {closedAt && (
              <span key="closed">
                {word('opportunities.closedAt')} <Moment at={closedAt} />
              </span>
            )}
          </Facts>
        </div>
        {state === 'won_awaiting_signing' && <p className="k-s13 k-t2">{word('opportunities.ended.awaiting.hint')}</p>}
        {closeNote && <p className="k-s13">{closeNote}</p>}
      </div>
    </div>
  );
}
