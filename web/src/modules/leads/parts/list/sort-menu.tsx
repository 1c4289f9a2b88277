import { Button, MenuButton } from '../../../../kit/button/index.ts';
import { useLeadWords } from '../words.ts';

/** The orders the server keeps an index for. */
const sorts = ['-createdAt', '-updatedAt', '-priorityRank', '-intentRank'] as const;
type Sort = (typeof sorts)[number];

interface SortMenuProps {
  readonly value: string;
  readonly onChange: (sort: Sort) => void;
}

/** The order of the list in one press; the heads of the columns turn it round. */
export function SortMenu({ value, onChange }: SortMenuProps) {
  const word = useLeadWords();
  const chosen = sorts.find((sort) => sort === value);
  const acts = sorts.map((sort) => ({
    key: sort,
    word: word(`leads.sort.${sort}`),
    chosen: sort === value,
    onClick: () => onChange(sort),
  }));
  return (
    <MenuButton acts={acts}>
      <Button kind="quiet" icon="sort">
        {chosen ? word(`leads.sort.${chosen}`) : word('leads.sort')}
      </Button>
    </MenuButton>
  );
}
