import { Fragment } from 'react';
import { Icon } from '../icon/index.ts';
import { useKit, useNow } from '../provider/index.ts';
import { type Clock, clockFace } from './clock-face.ts';
import './clock.css';

interface ClockChipProps {
  readonly clock: Clock;
  /** Which limit, before the time: 首次跟进. */
  readonly label?: string | undefined;
  /** Only the moment, without what is left of it. */
  readonly short?: boolean;
}

/** A time limit as icon and words: late red, soon amber, fine grey, paused blue-grey; moves with the time. */
export function ClockChip({ clock, label, short = false }: ClockChipProps) {
  const kit = useKit();
  const face = clockFace(clock, { ...kit, now: useNow() });
  const parts = short ? face.parts.slice(0, 1) : face.parts;
  return (
    <span className={`k-clock ${face.tone} ${face.today ? '' : 'bare'}`} title={face.exact}>
      <Icon name={face.icon} size={14} />
      {label && <span>{label}</span>}
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && <i className="k-sep" aria-hidden="true" />}
          <span>{part}</span>
        </Fragment>
      ))}
    </span>
  );
}
