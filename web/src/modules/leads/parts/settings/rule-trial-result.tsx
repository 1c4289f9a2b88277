import type { Answer } from '@dealtrail/protocol/kernel';
import type { tryAssignmentRules } from '@dealtrail/protocol/leads';
import { useSay } from '../../../../kernel/i18n/index.ts';
import { Link } from '../../../../kernel/routing/index.ts';
import { joined } from '../../../../kit/formats/index.ts';
import { StateTag } from '../../../../kit/mark/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { useLeadWords } from '../words.ts';

type Trial = Answer<typeof tryAssignmentRules>;

/** Leads named under the sums; the rest are only counted. */
const NAMED = 8;

/** What each person would get beside what they have. */
function Shares({ shares }: { readonly shares: Trial['shares'] }) {
  const word = useLeadWords();
  return (
    <table className="lead-trial">
      <thead>
        <tr>
          <th scope="col">{word('leads.trial.person')}</th>
          <th scope="col" className="k-number">
            {word('leads.trial.got')}
          </th>
          <th scope="col" className="k-number">
            {word('leads.trial.load')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shares
          .filter(({ got, absent }) => got > 0 || absent)
          .map(({ memberId, name, got, openBefore, capacity, absent }) => (
            <tr key={memberId}>
              <th scope="row">
                {name} {absent && <StateTag>{word('leads.trial.absent')}</StateTag>}
              </th>
              <td className="k-number">{got}</td>
              <td className="k-number k-t2">
                {openBefore + got} / {capacity ?? word('leads.trial.unlimited')}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** Who would get which lead and why; nothing of it was saved. */
export function TrialResult({ trial }: { readonly trial: Trial }) {
  const word = useLeadWords();
  const say = useSay();
  const { language } = useKit();
  const { items, shares, moved } = trial;
  if (items.length === 0) return <p className="k-t3">{word('leads.trial.none')}</p>;
  const whole = items.some(({ leadId }) => leadId !== null);
  return (
    <div className="k-stack" role="status">
      {whole && (
        <>
          <p>{word('leads.trial.moved', { count: items.length, moved })}</p>
          <Shares shares={shares} />
        </>
      )}
      <ul className="lead-trial-lines">
        {items.slice(0, NAMED).map(({ leadId, title, ownerId, ownerName, holderId, holderName, how, why }, i) => (
          <li key={leadId ?? i}>
            <span>
              {leadId && <Link to={`/leads/${leadId}`}>{title}</Link>}
              {leadId && ' → '}
              <b>{ownerName}</b> {how === 'fallback' && <StateTag tone="soon">{word('leads.trial.fallback')}</StateTag>}
              {leadId && holderId !== ownerId && (
                <span className="k-t3">{word('leads.trial.heldBy', { name: holderName ?? '' })}</span>
              )}
            </span>
            <span className="k-s12 k-t2">{joined(why.map(say), 'clauses', language)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
