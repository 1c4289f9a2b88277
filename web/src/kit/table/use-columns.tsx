import { Checkbox, Popover } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '../button/index.ts';
import { useKit } from '../provider/index.ts';
import { type Column, shownColumns } from './columns.ts';

function remembered(name: string): readonly string[] | undefined {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(`columns.${name}`) ?? 'null');
    return Array.isArray(found) ? found.filter((key) => typeof key === 'string') : undefined;
  } catch {
    return undefined;
  }
}

function remember(name: string, keys: readonly string[] | undefined): void {
  try {
    if (keys) localStorage.setItem(`columns.${name}`, JSON.stringify(keys));
    else localStorage.removeItem(`columns.${name}`);
  } catch {
    // A full or forbidden store only means that the choice lasts until the page is left.
  }
}

/** The columns a person has chosen for one list, remembered under its name, and the button to choose them. */
export function useColumns<Row>(
  name: string,
  columns: readonly Column<Row>[],
): { readonly shown: readonly Column<Row>[]; readonly chooser: ReactNode } {
  const [chosen, setChosen] = useState(() => remembered(name));
  const { words } = useKit();
  const shown = useMemo(() => shownColumns(columns, chosen), [columns, chosen]);
  const keys = shown.slice(1).map((column) => column.key);
  const choose = (next: readonly string[] | undefined) => {
    remember(name, next);
    setChosen(next);
  };
  const list = (
    <div className="k-column-chooser">
      <p className="k-s12 k-t3">{words.table.columnsHint}</p>
      {columns.slice(1).map((column) => (
        <Checkbox
          key={column.key}
          checked={keys.includes(column.key)}
          onChange={({ target }) =>
            choose(target.checked ? [...keys, column.key] : keys.filter((key) => key !== column.key))
          }
        >
          {column.title}
        </Checkbox>
      ))}
      <Button kind="link" small onClick={() => choose(undefined)}>
        {words.table.resetColumns}
      </Button>
    </div>
  );
  const chooser = (
    <Popover trigger="click" placement="bottomRight" arrow={false} content={list}>
      <Button kind="quiet" icon="columns">
        {words.table.columns}
      </Button>
    </Popover>
  );
  return { shown, chooser };
}
