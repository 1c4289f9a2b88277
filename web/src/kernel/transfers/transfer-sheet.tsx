import { getTransfer, type Transfer } from '@dealtrail/protocol/exports';
import { Sheet } from '../../kit/dialog/index.tsx';
import { joined } from '../../kit/formats/index.ts';
import { useKit } from '../../kit/provider/index.ts';
import { Skeleton } from '../../kit/states/index.ts';
import { useOperation } from '../client/index.ts';
import { ProblemState } from '../states/index.ts';
import { isOver } from './import/import-account.ts';
import { ImportResult } from './import/import-result.tsx';
import {
  moves,
  TransferActs,
  TransferCourse,
  TransferFacts,
  TransferOrigin,
  TransferState,
  useOwn,
} from './transfer-parts.tsx';
import { useTransferWords } from './words.ts';

/** While it runs it is asked for this often. */
const EVERY_MS = 1_000;

function Course({ of }: { readonly of: Transfer }) {
  const word = useTransferWords();
  const { language } = useKit();
  const own = useOwn(of);
  // The rejected rows are given to nobody but their importer.
  if (of.what === 'import' && isOver(of)) return <ImportResult job={own ? of : { ...of, errorFile: false }} />;
  return (
    <>
      <div className="k-t2">
        <TransferFacts of={of} />
      </div>
      <TransferCourse of={of} />
      {of.what === 'export' && (
        <section>
          <h2 className="transfer-head">{word('export.columns')}</h2>
          <p className="k-t2">{joined(of.columns, 'names', language)}</p>
        </section>
      )}
      <div className="k-row k-wrap">
        <TransferActs of={of} />
      </div>
    </>
  );
}

/** One import or export looked at closely: where it stands, its account and its file. */
export function TransferSheet({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const word = useTransferWords();
  const input = { params: { id } };
  const found = useOperation(getTransfer, input, { freshFor: 0 });
  const transfer = found.data;
  const running = transfer !== undefined && moves(transfer);
  useOperation(getTransfer, input, { enabled: running, every: running && EVERY_MS });
  return (
    <Sheet open title={transfer?.fileName ?? word('transfers.one')} onClose={onClose}>
      {found.isError ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : transfer ? (
        <div className="k-stack">
          <div className="k-row k-wrap">
            <TransferState of={transfer} />
            <span className="k-s13 k-t2">
              <TransferOrigin of={transfer} />
            </span>
          </div>
          <Course of={transfer} />
        </div>
      ) : (
        <Skeleton count={4} />
      )}
    </Sheet>
  );
}
