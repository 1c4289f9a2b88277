import type { DuplicateHit } from '@dealtrail/protocol/leads';
import { Link } from '../../../../kernel/routing/index.ts';
import { joined } from '../../../../kit/formats/index.ts';
import { Icon } from '../../../../kit/icon/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { useLeadWords } from '../words.ts';

function Hit({ hit }: { readonly hit: DuplicateHit }) {
  const word = useLeadWords();
  const { language } = useKit();
  const same = joined(
    hit.matchedBy.map((key) => word(`matchedBy.${key}`)),
    'names',
    language,
  );
  const kind = word(`leads.duplicate.${hit.recordKind}`);
  if (hit.visible && hit.id) {
    const page = hit.recordKind === 'lead' ? '/leads' : '/customers';
    return (
      <li className="k-t2">
        <Link to={`${page}/${hit.id}`}>{hit.title}</Link>{' '}
        {joined([kind, hit.number, hit.ownerName, same], 'facts', language)}
      </li>
    );
  }
  const who = [hit.departmentName, hit.ownerName].filter(Boolean).join(' · ');
  return (
    <li>
      {who ? word('leads.duplicate.followed', { who }) : word('leads.duplicate.hidden')}{' '}
      <span className="k-t2">{same}</span>
    </li>
  );
}

interface LeadDuplicatesProps {
  readonly hits: readonly DuplicateHit[];
  /** The customer this lead has become: no duplicate of it. */
  readonly own?: string | null;
}

/** Records that are taken for the same company or person, and by what; those out of sight only say who follows them. */
export function LeadDuplicates({ hits, own = null }: LeadDuplicatesProps) {
  const word = useLeadWords();
  const others = hits.filter(({ id }) => id === null || id !== own);
  if (others.length === 0) return null;
  return (
    <section className="lead-duplicates" aria-label={word('leads.duplicate.title')}>
      <Icon name="merge" />
      <div className="k-grow">
        <b>{word('leads.duplicate.title')}</b>
        <ul className="k-s13">
          {others.map((hit, index) => (
            <Hit key={hit.id ?? index} hit={hit} />
          ))}
        </ul>
      </div>
    </section>
  );
}
