import { useAddressSearch } from '../../../kernel/routing/index.ts';
import { useListLook } from '../../../kernel/views/index.ts';
import { Segmented } from '../../../kit/button/index.ts';
import { Page } from '../../../kit/page/index.ts';
import { useBoardWords } from '../parts/words.ts';
import { ClockHeat } from './clock-heat.tsx';
import { ClockList } from './clock-list.tsx';
import { MissedClocks } from './missed-clocks.tsx';
import '../parts/clock-board.css';

const shows = ['list', 'heat', 'reasons'] as const;

/** The clock board: who owes what to whom by when, how it piles up, and why it was missed. */
export function ClockBoard() {
  const word = useBoardWords();
  const [search, change] = useAddressSearch();
  const look = useListLook('clocks.board', 'dueAt');
  const show = shows.find((each) => each === search['show']) ?? 'list';
  return (
    <Page
      full
      title={word('clockBoard.title')}
      beside={
        <Segmented
          label={word('clockBoard.show')}
          value={show}
          onChange={(next) => change({ show: next === 'list' ? undefined : next, peek: undefined })}
          choices={shows.map((value) => ({ value, word: word(`clockBoard.show.${value}`) }))}
        />
      }
    >
      {show === 'list' && <ClockList look={look} />}
      {show === 'heat' && <ClockHeat look={look} />}
      {show === 'reasons' && <MissedClocks />}
    </Page>
  );
}
