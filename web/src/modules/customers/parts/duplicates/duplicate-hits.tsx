import type { DuplicateHit } from '@dealtrail/protocol/customers';
import { useState } from 'react';
import { useSay } from '../../../../kernel/i18n/index.ts';
import { Link } from '../../../../kernel/routing/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { joined } from '../../../../kit/formats/index.ts';
import { Icon } from '../../../../kit/icon/index.ts';
import { StateTag } from '../../../../kit/mark/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { JoinDialog } from '../../actions/join-dialog.tsx';
import { useCustomerWords } from '../words.ts';
import './duplicates.css';

function Out({ hit, onJoin }: { readonly hit: DuplicateHit; readonly onJoin: (hit: DuplicateHit) => void }) {
  const word = useCustomerWords();
  const who = [hit.departmentName, hit.ownerName].filter(Boolean).join('·');
  if (!who) return <b>{word('customers.duplicate.hidden')}</b>;
  return (
    <>
      <b>{word('customers.duplicate.followed', { who })}</b>
      {hit.asked ? (
        <span className="k-t3">{word('customers.join.waiting')}</span>
      ) : (
        hit.hitId && (
          <Button kind="link" small onClick={() => onJoin(hit)}>
            {word('customers.join.act')}
          </Button>
        )
      )}
    </>
  );
}

interface HitProps {
  readonly hit: DuplicateHit;
  readonly of: DuplicateHitsProps['of'];
  readonly onJoin: (hit: DuplicateHit) => void;
}

function Hit({ hit, of, onJoin }: HitProps) {
  const word = useCustomerWords();
  const say = useSay();
  const { language } = useKit();
  const page = hit.recordKind === 'lead' ? '/leads' : '/customers';
  const facts = [word(`customers.duplicate.${hit.recordKind}`), hit.number, hit.ownerName];
  return (
    <li>
      <span className="k-row k-wrap">
        <StateTag tone={hit.grade === 'same' ? 'filled' : 'outline'}>{word(`matchGrade.${hit.grade}`)}</StateTag>
        {hit.visible && hit.id ? (
          <>
            <Link to={`${page}/${hit.id}`}>{hit.title}</Link>
            <span className="k-t2">{joined(facts, 'facts', language)}</span>
            {of?.kind === hit.recordKind && hit.grade !== 'related' && (
              <Link to="/merge" search={{ ids: `${of.id},${hit.id}` }}>
                {word('customers.duplicate.merge')}
              </Link>
            )}
          </>
        ) : (
          <Out hit={hit} onJoin={onJoin} />
        )}
      </span>
      <span className="k-t2">{joined(hit.reasons.map(say), 'clauses', language)}</span>
    </li>
  );
}

interface DuplicateHitsProps {
  readonly hits: readonly DuplicateHit[];
  /** A record of one's own that is no duplicate: the customer a lead has become. */
  readonly own?: string | null;
  /** The record that is looked at, which one of its kind may be merged with. */
  readonly of?: { readonly kind: DuplicateHit['recordKind']; readonly id: string };
}

/** Records that may be the same, how sure that is and why; one out of sight says whose it is and takes a request. */
export function DuplicateHits({ hits, own = null, of }: DuplicateHitsProps) {
  const word = useCustomerWords();
  const [joining, setJoining] = useState<DuplicateHit>();
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const others = hits.filter(({ id }) => id === null || id !== own);
  if (others.length === 0) return null;
  return (
    <section className="duplicates" aria-label={word('customers.duplicate.title')}>
      <Icon name="merge" />
      <div className="k-grow">
        <b>{word('customers.duplicate.title')}</b>
        <ul className="k-s13">
          {others.map((hit, index) => (
            <Hit
              key={hit.id ?? hit.hitId ?? index}
              hit={hit.hitId && asked.has(hit.hitId) ? { ...hit, asked: true } : hit}
              of={of}
              onJoin={setJoining}
            />
          ))}
        </ul>
      </div>
      {joining?.hitId && (
        <JoinDialog
          hitId={joining.hitId}
          who={joining.ownerName ?? ''}
          onClose={() => setJoining(undefined)}
          onAsked={(id) => setAsked(new Set([...asked, id]))}
        />
      )}
    </section>
  );
}
