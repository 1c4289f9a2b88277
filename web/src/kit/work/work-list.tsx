import type { ReactNode } from 'react';
import './work.css';

interface WorkGroupProps {
  /** 已超期, 今天, 接下来, 已暂停. */
  readonly title: string;
  readonly count: number;
  readonly late?: boolean;
  /** Quiet words or an act at the right: 展开其余 8 项. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** What to do, group by group in the order of its due moments. */
export function WorkList({ children }: { readonly children: ReactNode }) {
  return <div className="k-work">{children}</div>;
}

/** One group of the work list. */
export function WorkGroup({ title, count, late = false, note, children }: WorkGroupProps) {
  return (
    <section className={late ? 'late' : ''}>
      <h2>
        {title}
        <span className="n">{count}</span>
        {note && <span className="note">{note}</span>}
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

interface WorkRowProps {
  /** A `ClockChip`. */
  readonly when: ReactNode;
  /** The verb: 回访方案; a link where it leads somewhere. */
  readonly what: ReactNode;
  /** For whom: customer, person, project; use `Facts`. */
  readonly whom: ReactNode;
  /** Which rule asks for it. */
  readonly why: ReactNode;
  /** Amount, and below it the state. */
  readonly worth?: ReactNode;
  readonly state?: ReactNode;
  /** One button with the act, then icon buttons for postponing and handing over. */
  readonly acts: ReactNode;
}

/** One thing to do: when, what, for whom, why, and the act. A card on the phone. */
export function WorkRow({ when, what, whom, why, worth, state, acts }: WorkRowProps) {
  return (
    <li className="k-work-row">
      <div className="when">{when}</div>
      <div className="k-grow main">
        <div className="what">
          <b>{what}</b>
          <span className="whom k-clip">{whom}</span>
        </div>
        <div className="why k-clip">{why}</div>
      </div>
      <div className="worth">
        <div className="k-nowrap">{worth}</div>
        {state && <div className="k-s12 k-t3 k-nowrap">{state}</div>}
      </div>
      <div className="acts">{acts}</div>
    </li>
  );
}
