import type { OpportunityRow } from '@dealtrail/protocol/opportunities';
import { useState } from 'react';
import { useAddressSearch, useGo } from '../../../kernel/routing/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Board, type MoveAnswer } from '../../../kit/board/index.ts';
import { Money } from '../../../kit/formats/index.ts';
import { usePhone } from '../../../kit/provider/index.ts';
import { Notice } from '../../../kit/states/index.ts';
import { useDoing } from '../actions/opportunity-acts.tsx';
import { useMove } from '../actions/use-move.tsx';
import { BoardCardBody } from '../parts/board/board-card-body.tsx';
import { BoardSkeleton } from '../parts/board/board-skeleton.tsx';
import { BoardFoot } from '../parts/board/board-foot.tsx';
import { useGateItems } from '../parts/gate-items.tsx';
import { LookBar } from '../parts/look/look-bar.tsx';
import { NothingFound } from '../parts/look/nothing-found.tsx';
import { NoCards } from '../parts/board/no-cards.tsx';
import { RetryMove } from '../parts/board/retry-move.tsx';
import { StageSwitch } from '../parts/board/stage-switch.tsx';
import { Sums } from '../parts/look/sums.tsx';
import { useBoardColumns, WON } from '../parts/board/use-board-columns.tsx';
import { useLook } from '../parts/look/use-look.ts';
import { useOpportunityWords } from '../parts/words.ts';
import { useBoard } from '../queries.ts';

type Answer = NonNullable<ReturnType<typeof useBoard>['data']>;

function Cards({ board, withOwner }: { readonly board: Answer; readonly withOwner: boolean }) {
  const word = useOpportunityWords();
  const go = useGo();
  const columns = useBoardColumns(board);
  const mover = useMove(board.process);
  const { onDo, place } = useDoing();
  const items = useGateItems(onDo);
  // A refusal stands until it is dismissed; once its move has come true the board starts afresh.
  const [round, setRound] = useState(0);
  const move = async (row: OpportunityRow, to: string): Promise<MoveAnswer> => {
    const unmet = await mover.move(row, to);
    if (!unmet) return { moved: true };
    const subject = { id: row.id, abilities: row.abilities };
    const again = () => setRound((now) => now + 1);
    const onAdvance = (stage: string) => {
      mover.move(row, stage).then(
        (left) => left || again(),
        () => undefined,
      );
    };
    return {
      moved: false,
      note: word('opportunities.board.refused.note', { name: row.customerName, count: unmet.length }),
      missing: items(subject, unmet, { liveTo: to, onAdvance }),
      way: <RetryMove row={row} to={to} process={board.process} onMoved={again} />,
    };
  };
  return (
    <>
      {mover.error?.kind === 'conflict' ? (
        <Notice tone="soon" title={word('opportunities.board.overtaken')} />
      ) : (
        <ProblemNotice error={mover.error} />
      )}
      <StageSwitch columns={columns}>
        <Board<OpportunityRow>
          key={round}
          label={word('opportunities.board')}
          columns={columns}
          cards={[...board.columns.flatMap((column) => column.cards), ...board.wonThisMonth.cards]}
          cardKey={(row) => row.id}
          cardColumn={(row) => (row.state === 'open' ? row.stageKey : WON)}
          cardName={(row) => row.customerName}
          cardHref={(row) => `/opportunities/${row.id}`}
          onOpen={(row) => go(`/opportunities/${row.id}`)}
          mayMove={(row) => row.abilities.advance}
          renderFigure={(row) => row.state === 'open' && <Money minor={row.amountMinor} currency={row.currency} />}
          renderBody={(row) => <BoardCardBody row={row} withOwner={withOwner} />}
          onMove={move}
        />
      </StageSwitch>
      {mover.dialog}
      {place}
    </>
  );
}

/** Open opportunities by stage; moved by mouse, touch, keyboard or menu, and refused with what is missing. */
export function OpportunityBoard() {
  const phone = usePhone();
  const look = useLook();
  const [, setSearch] = useAddressSearch();
  const board = useBoard(look.boardFilter);
  const empty = board.data?.columns.every((column) => column.count === 0) && board.data.wonThisMonth.count === 0;
  const sums = board.data && <Sums board={board.data} />;
  return (
    <>
      <LookBar look={look}>{!phone && sums}</LookBar>
      {phone && sums}
      {board.isError && !board.data ? (
        <ProblemState error={board.error} onRetry={() => void board.refetch()} />
      ) : !board.data ? (
        <BoardSkeleton />
      ) : empty ? (
        look.narrowed ? (
          <NothingFound narrowed onClear={() => setSearch({ closes: '', filter: '' })} />
        ) : (
          <NoCards look={look} />
        )
      ) : (
        <>
          <Cards board={board.data} withOwner={look.whose !== 'mine'} />
          <BoardFoot board={board.data} />
        </>
      )}
    </>
  );
}
