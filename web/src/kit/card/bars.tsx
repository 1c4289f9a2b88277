import type { ReactNode } from 'react';
import './card.css';

const width = (share: number): string => `${Math.min(1, Math.max(0, share)) * 100}%`;

/** A thin bar filled to a share of 0 to 1; `label` says in words what it shows. */
export function Bar({ share, label }: { readonly share: number; readonly label: string }) {
  return (
    <div className="k-bar" role="img" aria-label={label}>
      <b style={{ width: width(share) }} />
    </div>
  );
}

/** Progress to a target: done, expected on top of it, and how much of the period has passed; shares of 0 to 1. */
export function TargetBar(props: {
  readonly done: number;
  readonly expected: number;
  readonly elapsed: number;
  readonly label: string;
}) {
  return (
    <div className="k-target" role="img" aria-label={props.label}>
      <b className="done" style={{ width: width(props.done) }} />
      <b style={{ left: width(props.done), width: width(Math.min(props.expected, 1 - props.done)) }} />
      <u style={{ left: width(props.elapsed) }} />
    </div>
  );
}

/** The words under a target bar, each with its mark. */
export function TargetLegend({
  done,
  expected,
  elapsed,
}: {
  readonly done: ReactNode;
  readonly expected: ReactNode;
  readonly elapsed: ReactNode;
}) {
  return (
    <p className="k-legend">
      <span>
        <i />
        {done}
      </span>
      <span>
        <i className="k2" />
        {expected}
      </span>
      <span>
        <i className="k3" />
        {elapsed}
      </span>
    </p>
  );
}

interface BarRow {
  readonly key: string;
  readonly label: ReactNode;
  /** The length; the longest row fills the width. */
  readonly value: number;
  readonly count?: ReactNode;
  readonly figure: ReactNode;
}

/** Bars of one hue, one row each, with the figures in words beside them: a funnel, a ranking. */
export function BarList({ rows }: { readonly rows: readonly BarRow[] }) {
  const most = Math.max(1, ...rows.map((row) => row.value));
  const counted = rows.some((row) => row.count !== undefined);
  return (
    <ul className={`k-bars ${counted ? '' : 'one'}`}>
      {rows.map((row, index) => (
        <li key={row.key}>
          <span>{row.label}</span>
          <span
            className={`k-bar-line ${index === 0 ? 's3' : index === rows.length - 1 ? 's1' : ''}`}
            aria-hidden="true"
          >
            <b style={{ width: width(row.value / most) }} />
          </span>
          {counted && <span className="k-number k-t3">{row.count}</span>}
          <span className="k-number">{row.figure}</span>
        </li>
      ))}
    </ul>
  );
}

/** Several thin bars with done / goal beside them: the week's activity. */
export function ProgressList({
  rows,
}: {
  readonly rows: readonly { readonly label: string; readonly done: number; readonly goal: number }[];
}) {
  return (
    <ul className="k-progress">
      {rows.map((row) => (
        <li key={row.label}>
          <span>{row.label}</span>
          <Bar share={row.goal ? row.done / row.goal : 0} label={`${row.label} ${row.done} / ${row.goal}`} />
          <span className="k-number k-t3">
            <b style={{ color: 'var(--text)' }}>{row.done}</b> / {row.goal}
          </span>
        </li>
      ))}
    </ul>
  );
}
