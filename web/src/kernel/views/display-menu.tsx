import { Button, MenuButton } from '../../kit/button/index.ts';
import type { Column } from '../../kit/table/index.ts';
import type { ListLook } from './use-list-look.ts';
import { useViewWords } from './words.ts';

interface DisplayMenuProps<Row> {
  readonly look: ListLook;
  readonly columns: readonly Column<Row>[];
}

const densities = [null, 'dense', 'standard', 'comfortable'] as const;

/** Groups and row height of a list. */
export function DisplayMenu<Row>({ look, columns }: DisplayMenuProps<Row>) {
  const word = useViewWords();
  const groups = columns.flatMap(({ key, title, sortBy, groupOf }) =>
    groupOf && sortBy
      ? [
          {
            key: `group ${key}`,
            word: word('views.group.by', { column: title }),
            chosen: look.group === key,
            // Rows stand in groups only in the order of the column.
            onClick: () => look.toGroup(key, look.sort.replace('-', '') === sortBy ? look.sort : `-${sortBy}`),
          },
        ]
      : [],
  );
  const none = {
    key: 'group none',
    word: word('views.group.none'),
    chosen: look.group === null,
    onClick: () => look.toGroup(null),
  };
  const heights = densities.map((density) => ({
    key: `density ${density ?? 'own'}`,
    word: word(`views.density.${density ?? 'own'}`),
    chosen: look.density === density,
    onClick: () => look.toDensity(density),
  }));
  return (
    <MenuButton acts={groups.length > 0 ? [none, ...groups, null, ...heights] : heights}>
      <Button kind="quiet" icon="group">
        {word('views.display')}
      </Button>
    </MenuButton>
  );
}
