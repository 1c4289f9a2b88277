import { useGo } from '../../../../kernel/routing/index.ts';
import { useMay } from '../../../../kernel/session/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { usePhone } from '../../../../kit/provider/index.ts';
import { Empty } from '../../../../kit/states/index.ts';
import { useLeadWords } from '../words.ts';
import type { ListLook } from '../../../../kernel/views/index.ts';

/** The acts at the head of the list: import, and the one primary. */
export function HeadActs({ onNew }: { readonly onNew: () => void }) {
  const word = useLeadWords();
  const go = useGo();
  const may = useMay();
  const phone = usePhone();
  return (
    <>
      {phone && may('leads.claim') && (
        <Button kind="quiet" icon="pool" onClick={() => go('/pools')}>
          {word('pools.title')}
        </Button>
      )}
      {may('leads.import') && (
        <>
          {!phone && (
            <Button kind="quiet" icon="copy" onClick={() => go('/leads/import?paste=1')}>
              {word('leads.import.paste')}
            </Button>
          )}
          <Button kind="quiet" icon="upload" onClick={() => go('/leads/import')}>
            {word('leads.import')}
          </Button>
        </>
      )}
      {may('leads.create') && (
        <Button kind="primary" icon="plus" onClick={onNew}>
          {word('leads.new')}
        </Button>
      )}
    </>
  );
}

/** No rows: because of the conditions, or because there is nothing yet. */
export function NoLeads({ look, onNew }: { readonly look: ListLook; readonly onNew: () => void }) {
  const word = useLeadWords();
  const may = useMay();
  if (look.filter || look.q)
    return (
      <Empty
        icon="filter"
        title={word('leads.list.nothing')}
        hint={word('leads.list.nothing.hint')}
        act={<Button onClick={() => look.toView('all')}>{word('leads.list.seeAll')}</Button>}
      />
    );
  const act = may('leads.create') && (
    <Button icon="plus" onClick={onNew}>
      {word('leads.new')}
    </Button>
  );
  return (
    <Empty icon="lead" title={word('leads.list.empty')} hint={word('leads.list.empty.hint')} act={act || undefined} />
  );
}
