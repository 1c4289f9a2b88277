import { arrangeViews, updateView } from '@dealtrail/protocol/views';
import { IconButton, MenuButton } from '../../kit/button/index.ts';
import { useAct } from '../client/index.ts';
import { keptShape } from './look.ts';
import type { ListLook } from './use-list-look.ts';
import { useViewWords } from './words.ts';

/** The windows a view may open. */
export type ViewWindow = 'new' | 'copy' | 'edit' | 'remove' | 'arrange';

/** Keeps what was changed with one's own view. */
export function useSaveView(look: ListLook): () => void {
  const act = useAct(updateView, { invalidates: ['views.*'] });
  const { view } = look;
  return () => {
    if (!view) return;
    const input = { params: { id: view.id }, body: { version: view.version, shape: keptShape(look) } };
    act.run(input).then(look.revert, () => undefined);
  };
}

function useMakeFirst({ list, views, view }: ListLook): () => void {
  const act = useAct(arrangeViews, { invalidates: ['views.*'] });
  return () =>
    act.press({
      body: {
        list,
        order: views.map(({ id }) => id),
        hidden: views.filter(({ hidden }) => hidden).map(({ id }) => id),
        defaultId: view?.id ?? null,
      },
    });
}

interface ViewMenuProps {
  readonly look: ListLook;
  readonly onOpen: (window: ViewWindow) => void;
}

/** What may be done with the chosen view, and with all of them. */
export function ViewMenu({ look, onOpen }: ViewMenuProps) {
  const word = useViewWords();
  const save = useSaveView(look);
  const makeFirst = useMakeFirst(look);
  const { view, changed } = look;
  const own = view?.abilities.update ?? false;
  const line = (key: string, name: Parameters<typeof word>[0], onClick: () => void, wanted = true) =>
    wanted ? [{ key, word: word(name), onClick }] : [];
  const acts = [
    ...line('save', 'views.save', save, changed && own),
    ...line('revert', 'views.revert', look.revert, changed),
    ...line('new', 'views.saveAs', () => onOpen('new')),
    ...line('copy', 'views.duplicate', () => onOpen('copy'), view !== undefined),
    ...line('edit', 'views.edit', () => onOpen('edit'), own),
    null,
    ...line('first', 'views.default', makeFirst, view !== undefined && !view.isDefault),
    ...line('arrange', 'views.arrange', () => onOpen('arrange')),
    ...line('link', 'views.copyLink', () => void navigator.clipboard?.writeText(location.href)),
    ...(view?.abilities.remove
      ? [null, { key: 'remove', word: word('views.remove'), danger: true, onClick: () => onOpen('remove') }]
      : []),
  ];
  return (
    <MenuButton acts={acts}>
      <IconButton small icon="more" label={word('views.more')} />
    </MenuButton>
  );
}
