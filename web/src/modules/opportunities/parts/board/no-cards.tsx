import { useAddressSearch, useGo } from '../../../../kernel/routing/index.ts';
import { useMay } from '../../../../kernel/session/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { Empty } from '../../../../kit/states/index.ts';
import type { Look } from '../look/use-look.ts';
import { useOpportunityWords } from '../words.ts';

/** A board without cards says which view is empty, and leads to the next wider one. */
export function NoCards({ look: { whose, wider } }: { readonly look: Look }) {
  const word = useOpportunityWords();
  const may = useMay();
  const go = useGo();
  const [, setSearch] = useAddressSearch();
  if (wider)
    return (
      <Empty
        icon="opportunity"
        title={word(`opportunities.board.none.${whose}`)}
        hint={word('opportunities.board.none.wider')}
        act={
          <Button onClick={() => setSearch({ whose: wider })}>
            {word('opportunities.board.none.look', { view: word(`opportunities.view.${wider}.open`) })}
          </Button>
        }
      />
    );
  return (
    <Empty
      icon="opportunity"
      title={word(`opportunities.board.none.${whose}`)}
      hint={word('opportunities.board.none.hint')}
      act={
        may('opportunities.create') && (
          <Button icon="plus" onClick={() => go('/opportunities/new')}>
            {word('opportunities.new')}
          </Button>
        )
      }
    />
  );
}
