import type { OpportunityRow, Process } from '@dealtrail/protocol/opportunities';
import { Button } from '../../../../kit/button/index.ts';
import { useAdvance, useGate } from '../../queries.ts';
import { useOpportunityWords, useStageName } from '../words.ts';

interface RetryMoveProps {
  readonly row: OpportunityRow;
  readonly to: string;
  readonly process: Process;
  readonly onMoved: () => void;
}

/** Once every condition of a refused move is met: the move again, in one press. */
export function RetryMove({ row, to, process, onMoved }: RetryMoveProps) {
  const word = useOpportunityWords();
  const stage = useStageName(process.stages)(to);
  const gate = useGate(row.id, to);
  const advance = useAdvance();
  if (!gate.data || gate.data.unmet.length > 0) return null;
  const press = () => {
    // Without a version: what was filled in since has raised it, and the gate was read after that.
    advance.run({ params: { id: row.id }, body: { to } }).then(onMoved, () => undefined);
  };
  return (
    <Button kind="primary" small busy={advance.busy} onClick={press}>
      {word('opportunities.board.retry', { stage })}
    </Button>
  );
}
