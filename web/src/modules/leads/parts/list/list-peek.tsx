import type { LeadRow } from '@dealtrail/protocol/leads';
import { formatCount } from '../../../../kit/formats/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { LeadPeek } from './lead-peek.tsx';
import type { ListLook } from '../../../../kernel/views/index.ts';

interface ListPeekProps {
  readonly look: Pick<ListLook, 'peek' | 'toPeek'>;
  readonly rows: readonly LeadRow[];
  readonly total: { readonly count: number; readonly exact: boolean } | undefined;
}

/** The peek of a list: where its lead stands among the rows, and the way to its neighbours. */
export function ListPeek({ look: shown, rows, total }: ListPeekProps) {
  const { language } = useKit();
  const { peek, toPeek } = shown;
  if (!peek) return null;
  const at = rows.findIndex((row) => row.id === peek);
  const look = (row: LeadRow | undefined) => (row ? () => toPeek(row.id) : undefined);
  const count = `${formatCount(total?.count ?? rows.length, language)}${total?.exact === false ? '+' : ''}`;
  return (
    <LeadPeek
      id={peek}
      position={at < 0 ? undefined : { index: at + 1, total: count }}
      onPrevious={at > 0 ? look(rows[at - 1]) : undefined}
      onNext={at < 0 ? undefined : look(rows[at + 1])}
      onClose={() => toPeek(undefined)}
    />
  );
}
