import type { Book, Rule, RuleCount } from '@dealtrail/protocol/rules';
import type { KeyboardEvent } from 'react';
import { Link } from '../../../kernel/routing/index.ts';
import { IconButton, type MenuAct, MenuButton } from '../../../kit/button/index.ts';
import { formatCount } from '../../../kit/formats/index.ts';
import { Icon } from '../../../kit/icon/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { RuleSentence } from './rule-sentence.tsx';
import { useDragging } from './use-dragging.ts';
import { useRuleWords } from './words.ts';

interface RuleActs {
  readonly onEdit: () => void;
  readonly onToggle: () => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
  /** Puts it at a place of the list, counted from 0. */
  readonly onPut: (place: number) => void;
  /** Puts the rule that is dragged here. */
  readonly onDropped: (id: string) => void;
}

interface RuleLineProps extends RuleActs {
  readonly book: Book;
  readonly rule: Rule;
  readonly at: number;
  readonly last: number;
  readonly count: RuleCount | undefined;
  readonly unreachable: boolean;
}

/** How a rule did in the last twelve months; each number opens its leads. */
function Count({ count }: { readonly count: RuleCount }) {
  const word = useRuleWords();
  const { language } = useKit();
  const leads = (filter: string) => `/leads?filter=${encodeURIComponent(filter)}`;
  const { hits, overridden, hitFilter, overriddenFilter, doubtful } = count;
  return (
    <span className="k-s12 k-t3">
      <Facts>
        <Link to={leads(hitFilter)}>{word('rules.hits', { count: formatCount(hits, language) })}</Link>
        {overridden > 0 && (
          <Link to={leads(overriddenFilter)}>
            {word('rules.overridden', { count: formatCount(overridden, language) })}
          </Link>
        )}
        {doubtful && <StateTag tone="soon">{word('rules.doubtful')}</StateTag>}
      </Facts>
    </span>
  );
}

/** What may be done with a rule: moved by a place, changed, copied, switched, removed. */
function Acts({ rule, at, last, onEdit, onCopy, onToggle, onRemove, onPut }: Omit<RuleLineProps, 'onDropped'>) {
  const word = useRuleWords();
  const { name } = rule;
  const acts: readonly (MenuAct | null)[] = [
    { key: 'edit', word: word('rules.edit'), icon: 'edit', onClick: onEdit },
    { key: 'copy', word: word('rules.copy'), icon: 'copy', onClick: onCopy },
    { key: 'toggle', word: word(rule.active ? 'rules.stop' : 'rules.start'), icon: 'pause', onClick: onToggle },
    null,
    { key: 'remove', word: word('rules.remove'), icon: 'trash', danger: true, onClick: onRemove },
  ];
  const step = (by: -1 | 1, icon: 'up' | 'down', end: number) => (
    <IconButton
      small
      icon={icon}
      label={word(`rules.${icon}`, { name })}
      disabled={at === end}
      onClick={() => onPut(at + by)}
    />
  );
  return (
    <span className="k-row">
      {step(-1, 'up', 0)}
      {step(1, 'down', last)}
      <MenuButton acts={acts}>
        <IconButton small icon="more" label={word('rules.acts', { name })} />
      </MenuButton>
    </span>
  );
}

/** One rule as a sentence, with its place in the order: dragged by its grip, moved by arrow keys on it, or by buttons. */
export function RuleLine(props: RuleLineProps) {
  const { book, rule, at, count, unreachable, onPut, onDropped } = props;
  const word = useRuleWords();
  const { line, grip } = useDragging<HTMLLIElement>(rule.id, onDropped);
  const may = book.abilities.save;
  const byKey = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    onPut(at + step);
  };
  return (
    <li ref={line} className={rule.active ? 'rule-line' : 'rule-line quiet'}>
      {may && (
        <button
          type="button"
          className="rule-grip"
          aria-label={word('rules.grip', { name: rule.name })}
          onKeyDown={byKey}
          onPointerDown={grip}
        >
          <Icon name="grip" size={16} />
        </button>
      )}
      <span className="k-t3 k-number rule-place">{at + 1}</span>
      <div className="k-grow rule-body">
        <span className="k-row k-wrap">
          <b>{rule.name}</b>
          {!rule.active && <StateTag>{word('rules.stopped')}</StateTag>}
          {unreachable && <StateTag tone="soon">{word('rules.unreachable')}</StateTag>}
        </span>
        <RuleSentence book={book} rule={rule} />
        {count && <Count count={count} />}
      </div>
      {may && <Acts {...props} />}
    </li>
  );
}
