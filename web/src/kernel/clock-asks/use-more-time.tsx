import type { ClockView } from '@dealtrail/protocol/clocks';
import { type ReactNode, useState } from 'react';
import { Button } from '../../kit/button/index.ts';
import { formatMoment } from '../../kit/formats/index.ts';
import { useKit, useNow } from '../../kit/provider/index.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { PostponeDialog } from './postpone-dialog.tsx';
import { useClockWords } from './words.ts';

/** What the reader may do about the time of a clock, as far as the page knows; the server judges it. */
interface MoreTimeRights {
  readonly postpone: boolean;
  readonly decide: boolean;
}

interface MoreTime {
  /** The acts, where any is open to the reader. */
  readonly acts: ReactNode;
  /** What was asked for and is not decided on. */
  readonly note: string;
  /** The window of the act; stands outside of what closes when it opens. */
  readonly place: ReactNode;
}

/** Asking for more time on the page of a record, and deciding on what was asked for. */
export function useMoreTime(clock: ClockView, may: MoreTimeRights, onOpen?: () => void): MoreTime {
  const word = useClockWords();
  const { zone, language } = useKit();
  const now = useNow();
  const [doing, setDoing] = useState<'more' | 'grant' | 'refuse'>();
  const inTime = (clock.state === 'running' || clock.state === 'warned') && Date.parse(clock.dueAt) >= now;
  const { asked } = clock;
  const close = () => setDoing(undefined);
  const opening = (what: 'more' | 'grant' | 'refuse') => (
    <Button
      key={what}
      kind="link"
      small
      onClick={() => {
        onOpen?.();
        setDoing(what);
      }}
    >
      {word(`clocks.ask.${what}`)}
    </Button>
  );
  const acts = !inTime
    ? []
    : asked
      ? may.decide
        ? [opening('grant'), opening('refuse')]
        : []
      : may.postpone
        ? [opening('more')]
        : [];
  return {
    acts: acts.length > 0 ? acts : null,
    note:
      inTime && asked
        ? word('clocks.ask.waits', { by: asked.by, to: formatMoment(asked.to, now, zone, language) })
        : '',
    place: (
      <>
        {doing === 'more' && <PostponeDialog line={clock} onClose={close} />}
        {(doing === 'grant' || doing === 'refuse') && (
          <DecideDialog line={clock} grant={doing === 'grant'} onClose={close} />
        )}
      </>
    ),
  };
}
