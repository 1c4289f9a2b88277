import { Popover } from 'antd';
import { lazy, type ReactElement, type ReactNode, Suspense, useState } from 'react';
import { IconButton } from '../button/index.ts';
import { Icon } from '../icon/index.ts';
import { useKit } from '../provider/index.ts';
import {
  chipsOf,
  type Filter,
  type FilterField,
  filterOf,
  MOST_QUESTIONS,
  questionCount,
  questionsOf,
} from './filter-model.ts';
import { chipWords } from './filter-words.ts';
import './filter.css';

const FilterBuilder = lazy(async () => ({ default: (await import('./filter-builder.tsx')).FilterBuilder }));
const FilterEditor = lazy(async () => ({ default: (await import('./filter-editor.tsx')).FilterEditor }));

interface FilterBarProps {
  readonly fields: readonly FilterField[];
  readonly value: Filter | undefined;
  readonly onChange: (filter: Filter | undefined) => void;
  /** Right of the chips: sort, columns, totals. */
  readonly children?: ReactNode;
}

interface ChipProps {
  readonly chip: Filter;
  readonly fields: readonly FilterField[];
  readonly onRemove: () => void;
  /** Opens the builder, for a condition too deep for one line. */
  readonly onDeep: () => void;
  /** Puts the editor around the words of the chip. */
  readonly children: (face: ReactElement) => ReactNode;
}

function Chip({ chip, fields, onRemove, onDeep, children }: ChipProps) {
  const { words, language, zone } = useKit();
  const said = chipWords(chip, { fields, words, language, zone });
  const whole = `${said.head} ${said.tail}`.trim();
  return (
    <span className="k-chip">
      {children(
        <button type="button" aria-label={words.filter.edit(whole)} {...(questionsOf(chip) ? {} : { onClick: onDeep })}>
          {said.head && <span className="k-t3">{said.head}</span>} <span className="tail">{said.tail}</span>
        </button>,
      )}
      <button type="button" aria-label={words.filter.remove(whole)} onClick={onRemove}>
        <Icon name="close" size={14} />
      </button>
    </span>
  );
}

/** The conditions of a list as chips: press one to change it, the cross to drop it; all must hold. */
export function FilterBar({ children, ...conditions }: FilterBarProps) {
  const { words } = useKit();
  const [building, setBuilding] = useState(false);
  const build = () => setBuilding(true);
  return (
    <div className="k-filter" role="group" aria-label={words.filter.field}>
      <Chips {...conditions} onBuild={build} />
      <IconButton small icon="filter" label={words.filter.builder} onClick={build} />
      <span className="k-grow" />
      {children}
      {building && (
        <Suspense fallback={null}>
          <FilterBuilder
            fields={conditions.fields}
            value={conditions.value}
            onApply={conditions.onChange}
            onClose={() => setBuilding(false)}
          />
        </Suspense>
      )}
    </div>
  );
}

type ChipsProps = Omit<FilterBarProps, 'children'> & { readonly onBuild: () => void };

function Chips({ fields, value, onChange, onBuild }: ChipsProps) {
  const { words } = useKit();
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const chips = chipsOf(value);
  const replace = (at: number, chip: Filter | undefined) => {
    setOpen(null);
    onChange(filterOf(chips.flatMap((each, index) => (index === at ? (chip ? [chip] : []) : [each]))));
  };
  const editor = (at: number | 'new', apply: (chip: Filter | undefined) => void, chip?: Filter) => ({
    trigger: 'click' as const,
    placement: 'bottomLeft' as const,
    arrow: false,
    destroyOnHidden: true,
    open: open === at,
    onOpenChange: (shown: boolean) => setOpen(shown ? at : null),
    content: (
      <Suspense fallback={<div className="k-filter-editor" />}>
        <FilterEditor fields={fields} start={chip ? (questionsOf(chip) ?? []) : []} onApply={apply} />
      </Suspense>
    ),
  });
  return (
    <>
      {chips.map((chip, index) => (
        <Chip
          key={JSON.stringify(chip)}
          chip={chip}
          fields={fields}
          onRemove={() => replace(index, undefined)}
          onDeep={() => onBuild()}
        >
          {(face) =>
            questionsOf(chip) ? (
              <Popover {...editor(index, (next) => replace(index, next), chip)}>{face}</Popover>
            ) : (
              face
            )
          }
        </Chip>
      ))}
      {questionCount(value) < MOST_QUESTIONS && (
        <Popover
          {...editor('new', (chip) => {
            setOpen(null);
            if (chip) onChange(filterOf([...chips, chip]));
          })}
        >
          <span className="k-chip add">
            <button type="button">
              <Icon name="plus" size={14} />
              {words.filter.add}
            </button>
          </span>
        </Popover>
      )}
    </>
  );
}
