import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useWriteValues } from '../../../../kit/form/index.ts';
import { chosenBy } from '../../rules/follow-up-keys.ts';
import { useActivityWords } from '../words.ts';

const words = 'input, textarea, select, [contenteditable]';

/** Single keys choose method and outcome while no words are written; after the outcome, or Enter, the words come. */
export function ByKeys({ children }: { readonly children: ReactNode }) {
  const write = useWriteValues();
  const box = useRef<HTMLDivElement>(null);
  const turn = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(turn.current), []);
  const on = (missed: boolean) => {
    // The fields of the other outcome are drawn first.
    turn.current = setTimeout(() =>
      box.current?.querySelector<HTMLElement>(missed ? '.said-day' : 'textarea.first')?.focus(),
    );
  };
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).closest(words)) return;
    const chosen = chosenBy(event.key);
    const onward = event.key === 'Enter' && (event.target as HTMLElement).getAttribute('aria-checked') === 'true';
    if (!chosen && !onward) return;
    event.preventDefault();
    if (chosen) write(chosen.patch);
    if (onward || chosen?.on) on(chosen?.patch.reached === 'no');
  };
  return (
    <div role="presentation" ref={box} onKeyDown={press}>
      {children}
    </div>
  );
}

/** Which keys choose what. */
export function KeyHints() {
  const word = useActivityWords();
  return (
    <div className="key-hints k-s12 k-t3" aria-hidden="true">
      <span>
        <kbd>1</kbd>–<kbd>7</kbd> {word('activities.followUp.method')}
      </span>
      <span>
        <kbd>Y</kbd> {word('activities.followUp.reached')}
      </span>
      <span>
        <kbd>N</kbd> {word('activities.miss.no_answer')}
      </span>
      <span>
        <kbd>B</kbd> {word('activities.miss.busy')}
      </span>
      <span>
        <kbd>W</kbd> {word('activities.miss.wrong_number')}
      </span>
    </div>
  );
}
