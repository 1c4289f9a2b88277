import type { Answer } from '@dealtrail/protocol/kernel';
import type { Replayed, simulateAssignment } from '@dealtrail/protocol/leads';
import { useSay } from '../../../../kernel/i18n/index.ts';
import { Link } from '../../../../kernel/routing/index.ts';
import { joined } from '../../../../kit/formats/index.ts';
import { StateTag } from '../../../../kit/mark/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { useLeadWords } from '../words.ts';

type Said = Answer<typeof simulateAssignment>;

function Person({ person }: { readonly person: Replayed }) {
  const word = useLeadWords();
  const { name, would, had, peak, capacity } = person;
  const more = would - had;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="k-number">{would}</td>
      <td className="k-number k-t2">{had}</td>
      <td className="k-number k-t2">{more > 0 ? `+${more}` : more === 0 ? '—' : String(more).replace('-', '−')}</td>
      <td className="k-number k-t2">
        {peak} / {capacity ?? word('leads.trial.unlimited')}
      </td>
      <td>
        {capacity !== null && peak > capacity && <StateTag tone="late">{word('leads.replay.over')}</StateTag>}
        {capacity !== null && peak === capacity && <StateTag tone="soon">{word('leads.replay.full')}</StateTag>}
      </td>
    </tr>
  );
}

function Unassigned({ samples }: { readonly samples: Said['samples'] }) {
  const say = useSay();
  const { language } = useKit();
  return (
    <ul className="lead-trial-lines">
      {samples.map(({ leadId, title, why }) => (
        <li key={leadId}>
          <Link to={`/leads/${leadId}`}>{title}</Link>
          <span className="k-s12 k-t2">{joined(why.map(say), 'clauses', language)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Who would have got how many leads of a period beside what they had; nothing of it was saved. */
export function ReplayResult({ said }: { readonly said: Said }) {
  const word = useLeadWords();
  const { language } = useKit();
  const { leads, moved, unassigned, people, rules, samples } = said;
  if (leads === 0) return <p className="k-t3">{word('leads.replay.none')}</p>;
  return (
    <div className="k-stack" role="status">
      <p>
        {word('leads.replay.said', { leads, moved })}
        {unassigned > 0 && <b> {word('leads.replay.unassigned', { unassigned })}</b>}
      </p>
      <div className="lead-trial-scroll">
        <table className="lead-trial">
          <thead>
            <tr>
              <th scope="col">{word('leads.trial.person')}</th>
              <th scope="col" className="k-number">
                {word('leads.replay.would')}
              </th>
              <th scope="col" className="k-number">
                {word('leads.replay.had')}
              </th>
              <th scope="col" className="k-number">
                {word('leads.replay.difference')}
              </th>
              <th scope="col" colSpan={2} className="lead-trial-end">
                {word('leads.replay.peak')}
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <Person key={person.memberId} person={person} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="k-s13 k-t2">
        {joined(
          rules.map(({ name, would }) => word('leads.replay.rule', { name, count: would })),
          'facts',
          language,
        )}
      </p>
      {samples.length > 0 && <Unassigned samples={samples} />}
      <p className="k-s12 k-t3">{word('leads.replay.terms')}</p>
    </div>
  );
}
