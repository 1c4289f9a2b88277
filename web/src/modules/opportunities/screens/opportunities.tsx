import { useAddressSearch, useGo } from '../../../kernel/routing/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { Button, Segmented } from '../../../kit/button/index.ts';
import { Page } from '../../../kit/page/index.ts';
import { usePhone } from '../../../kit/provider/index.ts';
import { useOpportunityWords } from '../parts/words.ts';
import { chosen } from '../rules/board-filter.ts';
import { OpportunityBoard } from './opportunity-board.tsx';
import { OpportunityList } from './opportunity-list.tsx';

/** The opportunities the member may see, as a board or as a list. */
export function Opportunities() {
  const word = useOpportunityWords();
  const may = useMay();
  const go = useGo();
  const phone = usePhone();
  const [search, setSearch] = useAddressSearch();
  const show = chosen(search['show'], ['board', 'list'] as const, 'board');
  return (
    <Page
      full
      title={word('opportunities.title')}
      beside={
        <Segmented
          label={word('opportunities.show')}
          value={show}
          onChange={(next) => setSearch({ show: next === 'board' ? '' : next })}
          choices={(['list', 'board'] as const).map((value) => ({
            value,
            icon: value,
            word: word(`opportunities.show.${value}`),
          }))}
        />
      }
      actions={
        may('opportunities.create') && (
          <Button kind="primary" icon="plus" small={phone} onClick={() => go('/opportunities/new')}>
            {word('opportunities.new')}
          </Button>
        )
      }
    >
      {show === 'board' ? <OpportunityBoard /> : <OpportunityList />}
    </Page>
  );
}
