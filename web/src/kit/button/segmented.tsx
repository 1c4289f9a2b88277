import { type KeyboardEvent, useRef } from 'react';
import { Icon, type IconName } from '../icon/index.ts';
import './button.css';

interface Choice<V extends string> {
  readonly value: V;
  readonly word: string;
  readonly icon?: IconName;
}

interface SegmentedProps<V extends string> {
  /** What is chosen here, for a screen reader: 显示方式. */
  readonly label: string;
  readonly choices: readonly Choice<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One choice of a few that changes the view at once: 列表 / 看板. */
export function Segmented<V extends string>({ label, choices, value, onChange }: SegmentedProps<V>) {
  const group = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent) => {
    const move = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!move) return;
    event.preventDefault();
    const next = (choices.findIndex((choice) => choice.value === value) + move + choices.length) % choices.length;
    const chosen = choices[next];
    if (chosen) onChange(chosen.value);
    group.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className="k-segmented" role="radiogroup" aria-label={label} ref={group} onKeyDown={step}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-checked={choice.value === value}
          tabIndex={choice.value === value ? 0 : -1}
          onClick={() => onChange(choice.value)}
        >
          {choice.icon && <Icon name={choice.icon} />}
          {choice.word}
        </button>
      ))}
    </div>
  );
}
