import type { CSSProperties, ReactNode } from 'react';
import { formatDuration } from '../formats/durations.ts';
import { formatMoment } from '../formats/moments.ts';
import { Icon } from '../icon/index.ts';
import { useKit, useNow } from '../provider/index.ts';
import { type Clock, clockFace, clockTrack } from './clock-face.ts';
import './clock.css';

interface ClockExplainedProps {
  readonly clock: Clock & {
    readonly startedAt: string;
    /** The due moment that held first, and how often it was moved. */
    readonly firstDueAt?: string | null;
    readonly moves?: number;
    readonly escalateAt?: string | null;
    readonly escalatedTo?: string | null;
  };
  /** Which limit: 首次跟进. */
  readonly name: string;
  /** What started it and how long it allows: 分配; 24 小时. */
  readonly startedBy?: string;
  readonly limit?: string;
  /** The rule in words. */
  readonly why?: ReactNode;
  /** What a person may do about it: 填写原因. */
  readonly act?: ReactNode;
}

/** A time limit laid out: when it began, when it is due, when and to whom it escalates, and by which rule. */
export function ClockExplained({ clock, name, startedBy, limit, why, act }: ClockExplainedProps) {
  const kit = useKit();
  const now = useNow();
  const { words, zone, language } = kit;
  const face = clockFace(clock, { ...kit, now });
  const track = clockTrack(clock, now);
  const due = Date.parse(clock.dueAt);
  const title = {
    late: words.clock.lateBy(name, formatDuration(now - due, language)),
    soon: words.clock.left(name, formatDuration(due - now, language)),
    fine: words.clock.left(name, formatDuration(due - now, language)),
    paused: words.clock.waiting(name),
    met: words.clock.done(name),
  }[face.tone];
  const when = (at: string) => formatMoment(at, now, zone, language);
  return (
    <section className={`k-clock-why ${face.tone}`}>
      <div className="k-row">
        <h3 className="k-grow">
          <Icon name={face.icon} />
          {title}
        </h3>
        {act}
      </div>
      <div className="k-clock-track" aria-hidden="true">
        <b style={{ width: `${track.here * 100}%` }} />
        <i style={{ left: 0 }} />
        <i className={track.due === 1 ? 'end' : ''} style={{ left: `${track.due * 100}%` }} />
        {track.due < 1 && <i className="end" style={{ left: '100%' }} />}
      </div>
      <dl className="k-clock-points" style={{ '--due': track.due } as CSSProperties}>
        <div>
          <dt>{startedBy ?? words.clock.started}</dt>
          <dd>{when(clock.startedAt)}</dd>
        </div>
        <div>
          <dt>
            {words.clock.due}
            {limit && `（${limit}）`}
          </dt>
          <dd>{when(clock.dueAt)}</dd>
        </div>
        {clock.escalateAt && (
          <div>
            <dt>{words.clock.escalates(clock.escalatedTo ?? null)}</dt>
            <dd>{when(clock.escalateAt)}</dd>
          </div>
        )}
      </dl>
      {clock.firstDueAt && <p className="k-s12">{words.clock.moved(when(clock.firstDueAt), clock.moves ?? 1)}</p>}
      {why && <p className="k-s12 k-t2">{why}</p>}
    </section>
  );
}
