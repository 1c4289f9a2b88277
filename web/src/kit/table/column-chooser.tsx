import { Checkbox, Popover } from 'antd';
import { type DragEvent, useState } from 'react';
import { Button, IconButton } from '../button/index.ts';
import { Icon } from '../icon/index.ts';
import { useKit } from '../provider/index.ts';
import { type ChosenColumn, chosenOf, type Column, movedColumn, shownColumns } from './columns.ts';

interface ColumnChooserProps<Row> {
  readonly columns: readonly Column<Row>[];
  /** What a person chose; null: the columns the list starts with. */
  readonly chosen: readonly ChosenColumn[] | null;
  readonly onChange: (chosen: readonly ChosenColumn[] | null) => void;
}

/** The button and window in which columns are shown, hidden and put in order, by pointer and keyboard. */
export function ColumnChooser<Row>(props: ColumnChooserProps<Row>) {
  const { words } = useKit();
  return (
    <Popover trigger="click" placement="bottomRight" arrow={false} destroyOnHidden content={<Choices {...props} />}>
      <Button kind="quiet" icon="columns">
        {words.table.columns}
      </Button>
    </Popover>
  );
}

function Choices<Row>({ columns, chosen, onChange }: ColumnChooserProps<Row>) {
  const { words } = useKit();
  const [dragged, setDragged] = useState<string>();
  const now = chosenOf(columns, shownColumns(columns, chosen));
  const shown = now.slice(1).flatMap(({ key }) => columns.find((column) => column.key === key) ?? []);
  const hidden = columns.slice(1).filter((column) => !shown.includes(column));
  const toggle = (key: string) =>
    onChange(
      now.some((column) => column.key === key)
        ? now.filter((column) => column.key !== key)
        : [...now, { key, width: null }],
    );
  const move = (key: string, by: number) => onChange(movedColumn(now, key, by));
  const dropOn = (key: string) => {
    const place = (of: string) => now.findIndex((column) => column.key === of);
    if (dragged && dragged !== key) move(dragged, place(key) - place(dragged));
    setDragged(undefined);
  };
  return (
    <div className="k-column-chooser">
      <p className="k-s12 k-t3">{words.table.columnsHint}</p>
      <ul>
        {shown.map((column, index) => (
          <ShownColumn
            key={column.key}
            title={column.title}
            first={index === 0}
            last={index === shown.length - 1}
            dragged={dragged === column.key}
            onHide={() => toggle(column.key)}
            onMove={(by) => move(column.key, by)}
            onDrag={() => setDragged(column.key)}
            onDrop={() => dropOn(column.key)}
          />
        ))}
        {hidden.map((column) => (
          <li key={column.key} className="hidden">
            <Checkbox checked={false} onChange={() => toggle(column.key)}>
              {column.title}
            </Checkbox>
          </li>
        ))}
      </ul>
      <Button kind="link" small onClick={() => onChange(null)}>
        {words.table.resetColumns}
      </Button>
    </div>
  );
}

interface ShownColumnProps {
  readonly title: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly dragged: boolean;
  readonly onHide: () => void;
  readonly onMove: (by: number) => void;
  readonly onDrag: () => void;
  readonly onDrop: () => void;
}

function ShownColumn({ title, first, last, dragged, onHide, onMove, onDrag, onDrop }: ShownColumnProps) {
  const { words } = useKit();
  return (
    <li>
      <div
        role="presentation"
        draggable
        className={`k-column-line ${dragged ? 'dragged' : ''}`}
        onDragStart={onDrag}
        onDragOver={(event: DragEvent) => event.preventDefault()}
        onDrop={onDrop}
      >
        <Icon name="grip" size={14} />
        <Checkbox checked onChange={onHide}>
          {title}
        </Checkbox>
        <span className="k-grow" />
        <IconButton small icon="up" label={words.table.earlier(title)} disabled={first} onClick={() => onMove(-1)} />
        <IconButton small icon="down" label={words.table.later(title)} disabled={last} onClick={() => onMove(1)} />
      </div>
    </li>
  );
}
