import { type KeyboardEvent, useContext, useRef } from 'react';
import { Icon, type IconName } from '../icon/index.ts';
import { LabelContext } from './label-context.ts';
import './form.css';

interface ChoiceChipsProps<V extends string> {
  readonly choices: readonly { readonly value: V; readonly word: string; readonly icon?: IconName }[];
  /** Given by `Field`. */
  readonly value?: V;
  readonly onChange?: (value: V) => void;
  readonly id?: string;
  /** What is chosen, where no `Field` label says it. */
  readonly label?: string;
  /** Icon above the word, all of one width: 电话, 拜访, 微信. */
  readonly tiles?: boolean;
}

/** One of a few, as chips a thumb can hit: outcome, method, reason, quick dates. */
export function ChoiceChips<V extends string>({
  choices,
  value,
  onChange,
  id,
  label,
  tiles = false,
}: ChoiceChipsProps<V>) {
  const said = useContext(LabelContext);
  const group = useRef<HTMLDivElement>(null);
  const at = choices.findIndex((choice) => choice.value === value);
  const step = (event: KeyboardEvent) => {
    const move = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!move) return;
    event.preventDefault();
    const next = (Math.max(at, 0) + move + choices.length) % choices.length;
    const chosen = choices[next];
    if (chosen) onChange?.(chosen.value);
    group.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div
      ref={group}
      role="radiogroup"
      className={`k-choices ${tiles ? 'tiles' : ''}`}
      onKeyDown={step}
      {...(id ? { id, tabIndex: -1 } : {})}
      aria-label={label ?? said}
    >
      {choices.map((choice, index) => (
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-checked={choice.value === value}
          tabIndex={index === Math.max(at, 0) ? 0 : -1}
          onClick={() => onChange?.(choice.value)}
        >
          {choice.icon && <Icon name={choice.icon} size={tiles ? 18 : 16} />}
          {choice.word}
        </button>
      ))}
    </div>
  );
}
