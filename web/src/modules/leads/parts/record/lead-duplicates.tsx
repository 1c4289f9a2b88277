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
      <li>
        <Link to={`${page}/${hit.id}`}>{hit.title}</Link>{' '}
        <span className="k-t2">{joined([kind, hit.number, hit.ownerName, same], 'facts', language)}</span>
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

/** Records that are taken for the same company or person, and by what; those out of sight only say who follows them. */
export function LeadDuplicates({ hits }: { readonly hits: readonly DuplicateHit[] }) {
  const word = useLeadWords();
  if (hits.length === 0) return null;
  return (
    <section className="lead-duplicates" aria-label={word('leads.duplicate.title')}>
      <Icon name="merge" />
      <div className="k-grow">
        <b>{word('leads.duplicate.title')}</b>
        <ul className="k-s13">
          {hits.map((hit, index) => (
            <Hit key={hit.id ?? index} hit={hit} />
          ))}
        </ul>
      </div>
    </section>
  );
}
