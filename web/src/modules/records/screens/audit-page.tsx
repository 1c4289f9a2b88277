import type { AuditLine } from '@dealtrail/protocol/audit';
import { Link, useAddressSearch } from '../../../kernel/routing/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Moment } from '../../../kit/formats/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { SettingsFrame } from '../../organization/index.ts';
import { AuditFilter } from '../parts/audit-filter.tsx';
import { ChangeLines, useChangeTitle } from '../parts/change-lines.tsx';
import { SealState } from '../parts/seal-state.tsx';
import { useRecordWords } from '../parts/words.ts';
import { type AuditAsked, useAudit } from '../queries.ts';
import '../parts/records.css';

/** Where the page of a record of a kind stands. */
const places: Readonly<Record<string, string>> = {
  lead: '/leads',
  customer: '/customers',
  opportunity: '/opportunities',
};

function Line({ line }: { readonly line: AuditLine }) {
  const word = useRecordWords();
  const titleOf = useChangeTitle();
  const { record } = line;
  const place = record && places[record.kind];
  return (
    <li>
      <div className="k-row k-wrap">
        <b>{titleOf(line)}</b>
        {record && (place ? <Link to={`${place}/${record.id}`}>{record.title}</Link> : <span>{record.title}</span>)}
        <span className="k-s12 k-t3">
          <Facts>
            {record && <span className="k-number">{record.number}</span>}
            {line.actorName ?? word('records.changes.system')}
            <Moment at={line.at} />
            <code>{line.operation}</code>
          </Facts>
        </span>
      </div>
      <ChangeLines change={line} />
    </li>
  );
}

/** The audit of the organisation: who changed what, by person, operation, record, field and days, and its seal. */
export function AuditPage() {
  const word = useRecordWords();
  const { words } = useKit();
  const [search, setSearch] = useAddressSearch();
  const asked: AuditAsked = {
    actorId: search['actorId'],
    operation: search['operation'],
    number: search['number'],
    field: search['field'],
    from: search['from'],
    to: search['to'],
  };
  const { items, error, retry, onMore, loadingMore } = useAudit(asked);
  return (
    <SettingsFrame here="audit" note={word('records.audit.note')}>
      <SealState />
      <AuditFilter asked={asked} onAsk={setSearch} />
      {error && !items ? (
        <ProblemState error={error} onRetry={retry} />
      ) : !items ? (
        <Skeleton shape="rows" count={8} />
      ) : items.length === 0 ? (
        <Empty icon="search" title={word('records.audit.none')} hint={word('records.audit.none.hint')} />
      ) : (
        <ul className="audit-list">
          {items.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ul>
      )}
      {onMore && (
        <Button kind="link" busy={loadingMore} onClick={onMore}>
          {words.timeline.more}
        </Button>
      )}
    </SettingsFrame>
  );
}
