import { Fragment } from 'react';
import { useOpportunityWords } from '../words.ts';
import './board.css';

/** The quiet line under the board: how cards are moved by keyboard. */
export function BoardKeys() {
  const word = useOpportunityWords();
  const keys: Readonly<Record<string, string>> = {
    '{space}': word('opportunities.board.space'),
    '{left}': '←',
    '{right}': '→',
  };
  const parts = word('opportunities.board.keys').split(/(\{\w+\})/);
  return (
    <p className="board-keys k-s12 k-t3">
      {parts.map((part) => (keys[part] ? <kbd key={part}>{keys[part]}</kbd> : <Fragment key={part}>{part}</Fragment>))}
    </p>
  );
}
