import type { ReactNode } from 'react';
import { Button } from '../button/index.ts';
import { useKit } from '../provider/index.ts';
import './states.css';

/** One field of which the two versions differ. */
export interface Difference {
  readonly key: string;
  readonly label: string;
  readonly mine: ReactNode;
  readonly theirs: ReactNode;
}

interface ConflictProps {
  readonly differences: readonly Difference[];
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Somebody was faster: both versions side by side, and a choice; nothing typed is lost. */
export function Conflict({ differences, onKeepMine, onTakeTheirs }: ConflictProps) {
  const { words } = useKit();
  return (
    <section className="k-conflict" role="alert">
      <div>
        <h2>{words.states.conflict}</h2>
        <p className="k-s13 k-t2">{words.states.conflictHint}</p>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="k-hidden-words">{words.filter.field}</span>
            </th>
            <th scope="col">{words.states.mine}</th>
            <th scope="col">{words.states.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((each) => (
            <tr key={each.key}>
              <th scope="row" className="k-t2">
                {each.label}
              </th>
              <td className="k-fact-changed">{each.mine}</td>
              <td>{each.theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="k-state-acts">
        <Button onClick={onTakeTheirs}>{words.states.takeTheirs}</Button>
        <Button kind="primary" onClick={onKeepMine}>
          {words.states.keepMine}
        </Button>
      </div>
    </section>
  );
}
