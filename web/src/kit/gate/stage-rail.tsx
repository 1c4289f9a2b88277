import type { ReactNode } from 'react';
import { Icon } from '../icon/index.ts';
import './gate.css';

/** One stage on the rail. */
export interface Stage {
  readonly key: string;
  readonly name: string;
  /** Days spent, or how long it may take. */
  readonly note?: ReactNode;
  readonly state: 'done' | 'here' | 'ahead';
}

/** The stages of a process in a row: done, here, ahead; below it what belongs to the present one, its gate. */
export function StageRail({ stages, children }: { readonly stages: readonly Stage[]; readonly children?: ReactNode }) {
  return (
    <section className="k-card k-stages">
      <ol>
        {stages.map((stage, index) => (
          <li
            key={stage.key}
            className={stage.state}
            {...(stage.state === 'here' ? { 'aria-current': 'step' as const } : {})}
          >
            <span className="dot" aria-hidden="true">
              {stage.state === 'done' ? <Icon name="check" size={12} /> : index + 1}
            </span>
            <b>{stage.name}</b>
            {stage.note && <span className="k-s12">{stage.note}</span>}
          </li>
        ))}
      </ol>
      {children}
    </section>
  );
}
