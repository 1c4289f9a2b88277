import { ArrangeDialog, RemoveDialog } from './arrange-dialog.tsx';
import { keptShape } from './look.ts';
import { NameDialog } from './name-dialog.tsx';
import type { ListLook } from './use-list-look.ts';
import type { ViewWindow } from './view-menu.tsx';
import { useViewName, useViewWords } from './words.ts';

interface ViewWindowsProps {
  readonly open: ViewWindow;
  readonly look: ListLook;
  readonly onClose: () => void;
}

/** The window a person opened for the chosen view or for all. */
export function ViewWindows({ open, look, onClose }: ViewWindowsProps) {
  const word = useViewWords();
  const nameOf = useViewName();
  const { list, view, views } = look;
  if (open === 'arrange') return <ArrangeDialog list={list} views={views} onClose={onClose} />;
  if (open === 'remove' && view) return <RemoveDialog view={view} onClose={onClose} onDone={() => look.toView('')} />;
  if (open === 'edit' && view) {
    const initial = { name: view.name ?? '', sharing: view.sharing, departmentIds: [...view.departmentIds] };
    const title = word('views.edit');
    return (
      <NameDialog list={list} title={title} view={view} initial={initial} onClose={onClose} onDone={() => undefined} />
    );
  }
  const copy = open === 'copy' && view;
  return (
    <NameDialog
      list={list}
      title={copy ? word('views.duplicate') : word('views.saveAs')}
      initial={copy ? { name: word('views.duplicateOf', { name: nameOf(view) }).slice(0, 40) } : {}}
      shape={keptShape(look)}
      onClose={onClose}
      onDone={({ id }) => {
        look.revert();
        look.toView(id);
      }}
    />
  );
}
