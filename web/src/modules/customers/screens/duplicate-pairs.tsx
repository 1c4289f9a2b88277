import { decideDuplicatePair, type DuplicatePair, listDuplicatePairs } from '@dealtrail/protocol/customers';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useState } from 'react';
import { useAct, useOperation } from '../../../kernel/client/index.ts';
import { useSay } from '../../../kernel/i18n/index.ts';
import { Link, useAddressSearch, useGo } from '../../../kernel/routing/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button, Segmented } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { joined, Moment } from '../../../kit/formats/index.ts';
import { StateTag } from '../../../kit/mark/index.ts';
import { Page } from '../../../kit/page/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Empty, Notice, Skeleton } from '../../../kit/states/index.ts';
import { useCustomerWords } from '../parts/words.ts';
import '../parts/duplicates/pairs.css';

type Decision = 'apart' | 'later';

interface Decided {
  readonly decision: Decision;
  readonly pair: DuplicatePair;
}

/** Counted no further. */
const MOST_COUNTED = 1_000;

function Side({ record, kind }: { readonly record: DuplicatePair['records'][number]; readonly kind: string }) {
  const { language } = useKit();
  return (
    <div className="pair-side">
      <Link to={`/${kind}s/${record.id}`}>{record.title}</Link>
      <span className="k-t2 k-s13">
        {joined([record.number, record.departmentName, record.ownerName], 'facts', language)} ·{' '}
        <Moment at={record.createdAt} />
      </span>
    </div>
  );
}

interface PairLineProps {
  readonly pair: DuplicatePair;
  readonly onDecide: (decision: Decision) => void;
  readonly busy: boolean;
}

function PairLine({ pair, onDecide, busy }: PairLineProps) {
  const word = useCustomerWords();
  const say = useSay();
  const go = useGo();
  const { language } = useKit();
  const { records, grade, points, reasons, recordKind, abilities } = pair;
  const [one = '', other = ''] = records.map(({ title }) => title);
  return (
    <li className="pair">
      <div className="k-row k-wrap">
        <StateTag tone={grade === 'same' ? 'filled' : 'outline'}>{word(`matchGrade.${grade}`)}</StateTag>
        <span className="k-t3 k-s12">{word('customers.pairs.points', { points })}</span>
        <span className="k-t2">{joined(reasons.map(say), 'clauses', language)}</span>
      </div>
      <div className="pair-sides">
        {records.map((record) => (
          <Side key={record.id} record={record} kind={recordKind} />
        ))}
      </div>
      {abilities.merge && (
        <div className="k-row k-wrap">
          <Button
            small
            kind="accent"
            icon="merge"
            label={word('customers.pairs.mergeOf', { one, other })}
            onClick={() => go(`/merge?ids=${records.map(({ id }) => id).join(',')}`)}
          >
            {word('customers.pairs.merge')}
          </Button>
          <Button small busy={busy} onClick={() => onDecide('apart')}>
            {word('customers.pairs.apart')}
          </Button>
          <Button small kind="quiet" busy={busy} onClick={() => onDecide('later')}>
            {word('customers.pairs.later')}
          </Button>
        </div>
      )}
    </li>
  );
}

const kinds = ['all', 'lead', 'customer'] as const;
type Kind = (typeof kinds)[number];
const kindOf = (text: string | undefined): Kind => kinds.find((kind) => kind === text) ?? 'all';

function useDecisions() {
  const [last, setLast] = useState<Decided>();
  const act = useAct(decideDuplicatePair, { invalidates: [listDuplicatePairs] });
  const say = (pair: DuplicatePair, decision: Decision | 'open') =>
    act.run({ body: { records: pair.records.map(({ id }) => id), decision } }).then(
      () => setLast(decision === 'open' ? undefined : { pair, decision }),
      () => undefined,
    );
  return { last, act, say };
}

function Searched({ at }: { readonly at: string | null }) {
  const word = useCustomerWords();
  return (
    <span className="k-t2 k-s13">
      {at ? (
        <>
          {word('customers.pairs.searched')} <Moment at={at} />
        </>
      ) : (
        word('customers.pairs.never')
      )}
    </span>
  );
}

interface PairsProps {
  readonly found: Answer<typeof listDuplicatePairs>;
  readonly busy: boolean;
  readonly onDecide: (pair: DuplicatePair, decision: Decision) => void;
}

function Pairs({ found: { items, waiting }, busy, onDecide }: PairsProps) {
  const word = useCustomerWords();
  if (items.length === 0)
    return <Empty icon="merge" title={word('customers.pairs.empty')} hint={word('customers.pairs.empty.hint')} />;
  const counted = waiting < MOST_COUNTED;
  return (
    <Card title={counted ? word('customers.pairs.waiting', { count: waiting }) : word('customers.pairs.waiting.many')}>
      <ul className="pairs">
        {items.map((pair) => (
          <PairLine
            key={pair.records.map(({ id }) => id).join()}
            pair={pair}
            busy={busy}
            onDecide={(decision) => onDecide(pair, decision)}
          />
        ))}
      </ul>
    </Card>
  );
}

/** Pairs of records that may be one, to be settled one after the other; what was said last can be taken back. */
export function DuplicatePairs() {
  const word = useCustomerWords();
  const [search, setSearch] = useAddressSearch();
  const kind = kindOf(search['kind']);
  const found = useOperation(listDuplicatePairs, { query: kind === 'all' ? {} : { kind } });
  const { last, act, say } = useDecisions();
  const titles = (pair: DuplicatePair) => ({ one: pair.records[0]?.title ?? '', other: pair.records[1]?.title ?? '' });
  return (
    <Page title={word('customers.pairs.title')}>
      <div className="k-stack pairs-page">
        <p className="k-t2">{word('customers.pairs.note')}</p>
        <div className="k-row k-wrap">
          <Segmented
            label={word('customers.pairs.kind')}
            value={kind}
            onChange={(next) => setSearch({ kind: next === 'all' ? undefined : next })}
            choices={kinds.map((value) => ({ value, word: word(`customers.pairs.${value}`) }))}
          />
          {found.data && <Searched at={found.data.searchedAt} />}
        </div>
        <div role="status">
          {last && (
            <Notice title={word(`customers.pairs.done.${last.decision}`, titles(last.pair))}>
              <Button small kind="link" icon="undo" onClick={() => void say(last.pair, 'open')}>
                {word('customers.pairs.undo')}
              </Button>
            </Notice>
          )}
        </div>
        <ProblemNotice error={act.error} />
        {found.isError && !found.data ? (
          <ProblemState error={found.error} onRetry={() => void found.refetch()} />
        ) : !found.data ? (
          <Skeleton shape="rows" count={4} />
        ) : (
          <Pairs found={found.data} busy={act.busy} onDecide={(pair, decision) => void say(pair, decision)} />
        )}
      </div>
    </Page>
  );
}
