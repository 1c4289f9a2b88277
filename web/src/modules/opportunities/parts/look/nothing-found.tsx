import { useGo } from '../../../../kernel/routing/index.ts';
import { useMay } from '../../../../kernel/session/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { Empty } from '../../../../kit/states/index.ts';
import { useOpportunityWords } from '../words.ts';

interface NothingFoundProps {
  readonly narrowed: boolean;
  /** Lets the conditions go. */
  readonly onClear: () => void;
}

/** No opportunity to show: because conditions leave none, or because there is none yet. */
export function NothingFound({ narrowed, onClear }: NothingFoundProps) {
  const word = useOpportunityWords();
  const may = useMay();
  const go = useGo();
  if (narrowed)
    return (
      <Empty
        icon="search"
        title={word('opportunities.empty.filtered')}
        hint={word('opportunities.empty.filtered.hint')}
        act={<Button onClick={onClear}>{word('opportunities.empty.clear')}</Button>}
      />
    );
  return (
    <Empty
      icon="opportunity"
      title={word('opportunities.empty')}
      hint={word('opportunities.empty.hint')}
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
