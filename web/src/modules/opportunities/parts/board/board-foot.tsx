import type { board } from '@dealtrail/protocol/opportunities';
import type { Answer } from '@dealtrail/protocol/kernel';
import { Fragment } from 'react';
import { useAddressSearch } from '../../../../kernel/routing/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { usePhone } from '../../../../kit/provider/index.ts';
import { useOpportunityWords, useStageName } from '../words.ts';
import './board.css';

function Keys() {
  const word = useOpportunityWords();
  const keys: Readonly<Record<string, string>> = {
    '{space}': word('opportunities.board.space'),
    '{left}': '←',
    '{right}': '→',
  };
  const parts = word('opportunities.board.keys').split(/(\{\w+\})/);
  return parts.map((part) =>
    keys[part] ? <kbd key={part}>{keys[part]}</kbd> : <Fragment key={part}>{part}</Fragment>,
  );
}

/** The quiet line under the board: a column that shows only a part of its cards, and how cards are moved by keyboard. */
export function BoardFoot({ board: { columns, process } }: { readonly board: Answer<typeof board> }) {
  const word = useOpportunityWords();
  const stageName = useStageName(process.stages);
  const phone = usePhone();
  const [, setSearch] = useAddressSearch();
  const cut = columns.find((column) => column.count > column.cards.length);
  if (phone && !cut) return null;
  return (
    <p className="board-foot k-s12 k-t3">
      {cut && (
        <>
          {word('opportunities.board.more', { stage: stageName(cut.stageKey), shown: cut.cards.length })}
          <Button kind="link" small onClick={() => setSearch({ show: 'list' })}>
            {word('opportunities.board.inList')}
          </Button>
        </>
      )}
      {!phone && !cut && <Keys />}
    </p>
  );
}
