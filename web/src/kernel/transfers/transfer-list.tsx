import { listTransfers, type Transfer } from '@dealtrail/protocol/exports';
import { useState } from 'react';
import { Button } from '../../kit/button/index.ts';
import { Icon } from '../../kit/icon/index.ts';
import { Empty, Skeleton } from '../../kit/states/index.ts';
import { useOperation } from '../client/index.ts';
import { ProblemState } from '../states/index.ts';
import {
  moves,
  TransferActs,
  TransferCourse,
  TransferFacts,
  TransferOrigin,
  TransferState,
} from './transfer-parts.tsx';
import { useTransferWords } from './words.ts';
import './transfers.css';

/** While something runs the list is asked for this often. */
const EVERY_MS = 1_500;

interface Looking {
  readonly whose: 'mine' | 'everyone';
  /** Looks at one task closely. */
  readonly onLook: (id: string) => void;
}

function Line({ line, onLook }: Pick<Looking, 'onLook'> & { readonly line: Transfer }) {
  return (
    <li>
      <Icon name={line.what === 'import' ? 'upload' : 'download'} />
      <div className="body">
        <div className="k-row k-wrap">
          <button type="button" className="name" onClick={() => onLook(line.id)}>
            {line.fileName}
          </button>
          <TransferState of={line} />
        </div>
        <div className="k-s13 k-t2">
          <TransferOrigin of={line} />
        </div>
        <div className="k-s13 k-t2">
          <TransferFacts of={line} />
        </div>
        <TransferCourse of={line} />
      </div>
      <div className="acts">
        <TransferActs of={line} />
      </div>
    </li>
  );
}

/** Imports and exports, newest first, with what can be done about them; it follows what runs. */
export function TransferList({ whose, onLook }: Looking) {
  const word = useTransferWords();
  const [older, setOlder] = useState<readonly string[]>([]);
  const input = { query: { whose } };
  const first = useOperation(listTransfers, input, { freshFor: 0 });
  const running = first.data?.items.some(moves) ?? false;
  useOperation(listTransfers, input, { enabled: running, every: running && EVERY_MS });
  if (first.isError) return <ProblemState error={first.error} onRetry={() => void first.refetch()} />;
  if (!first.data) return <Skeleton count={4} />;
  const { items, nextCursor } = first.data;
  if (items.length === 0)
    return <Empty icon="upload" title={word('transfers.empty')} hint={word('transfers.empty.hint')} />;
  return (
    <div className="k-stack">
      <ul className="k-card transfer-list">
        {items.map((line) => (
          <Line key={line.id} line={line} onLook={onLook} />
        ))}
        {older.map((cursor) => (
          <Older
            key={cursor}
            whose={whose}
            onLook={onLook}
            cursor={cursor}
            onMore={(next) => setOlder([...older, next])}
          />
        ))}
      </ul>
      {nextCursor !== null && older.length === 0 && (
        <div>
          <Button onClick={() => setOlder([nextCursor])}>{word('transfers.more')}</Button>
        </div>
      )}
    </div>
  );
}

function Older(page: Looking & { readonly cursor: string; readonly onMore: (cursor: string) => void }) {
  const word = useTransferWords();
  const [asked, setAsked] = useState(false);
  const found = useOperation(listTransfers, { query: { whose: page.whose, cursor: page.cursor } });
  const next = found.data?.nextCursor ?? null;
  return (
    <>
      {found.data?.items.map((line) => (
        <Line key={line.id} line={line} onLook={page.onLook} />
      ))}
      {next !== null && !asked && (
        <li>
          <Button
            onClick={() => {
              setAsked(true);
              page.onMore(next);
            }}
          >
            {word('transfers.more')}
          </Button>
        </li>
      )}
    </>
  );
}
