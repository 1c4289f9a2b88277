import { type ClockLine, resumeClock } from '@dealtrail/protocol/clocks';
import { type ReactNode, useMemo, useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { DecideDialog, PostponeDialog } from '../../../kernel/clock-asks/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import type { MenuAct } from '../../../kit/button/index.ts';
import { LateReasonDialog } from '../../../modules/activities/index.ts';
import { FollowUpWindow } from '../../../modules/opportunities/index.ts';
import { useBoardWords } from '../parts/words.ts';
import { recordAddress } from '../rules/line.ts';
import { PauseDialog } from './pause-dialog.tsx';

type Window = 'follow_up' | 'explain' | 'pause' | 'postpone' | 'grant' | 'refuse';

/** What may be done with the clocks of a board; the same value while the words stay. */
export interface ClockActs {
  readonly actsOf: (line: ClockLine) => readonly (MenuAct | null)[];
  readonly onFollowUp: (line: ClockLine) => void;
  readonly onExplain: (line: ClockLine) => void;
}

/** Acts on single clocks: follow up, say why it is late, ask for more time or decide on it, put off, open the record; `place` stands once. */
export function useClockActs(): { readonly acts: ClockActs; readonly place: ReactNode } {
  const word = useBoardWords();
  const go = useGo();
  const [doing, setDoing] = useState<{ readonly window: Window; readonly line: ClockLine }>();
  const { press, error } = useAct(resumeClock, {
    invalidates: ['clocks.*', 'leads.*', 'opportunities.*', 'insights.*'],
  });
  const close = () => setDoing(undefined);
  const acts = useMemo<ClockActs>(() => {
    const start = (window: Window) => (line: ClockLine) => setDoing({ window, line });
    const opening = (key: Window, icon: NonNullable<MenuAct['icon']>, line: ClockLine): MenuAct => ({
      key,
      word: word(`clockBoard.act.${key}`),
      icon,
      onClick: () => start(key)(line),
    });
    const resuming = (line: ClockLine): MenuAct => ({
      key: 'resume',
      word: word('clockBoard.act.resume'),
      icon: 'clock',
      onClick: () => press({ params: { id: line.id } }),
    });
    const visiting = (line: ClockLine): MenuAct => ({
      key: 'open',
      word: word('clockBoard.act.open', { kind: word(`kind.${line.recordKind}`) }),
      icon: 'open',
      onClick: () => go(recordAddress(line)),
    });
    return {
      actsOf: (line) => [
        ...(line.abilities.followUp ? [opening('follow_up', 'edit', line)] : []),
        ...(line.abilities.explain ? [opening('explain', 'late', line)] : []),
        ...(line.abilities.decide ? [opening('grant', 'check', line), opening('refuse', 'close', line)] : []),
        ...(line.abilities.postpone ? [opening('postpone', 'clock', line)] : []),
        ...(line.abilities.pause ? [opening('pause', 'pause', line)] : []),
        ...(line.abilities.resume ? [resuming(line)] : []),
        visiting(line),
      ],
      onFollowUp: start('follow_up'),
      onExplain: start('explain'),
    };
  }, [word, go, press]);
  const place = (
    <>
      <ProblemNotice error={error} />
      {doing?.window === 'explain' && <LateReasonDialog clockId={doing.line.id} open onClose={close} />}
      {doing?.window === 'postpone' && <PostponeDialog line={doing.line} onClose={close} />}
      {(doing?.window === 'grant' || doing?.window === 'refuse') && (
        <DecideDialog line={doing.line} grant={doing.window === 'grant'} onClose={close} />
      )}
      {doing?.window === 'pause' && <PauseDialog line={doing.line} onClose={close} />}
      {doing?.window === 'follow_up' && (
        <FollowUpWindow recordKind={doing.line.recordKind} id={doing.line.recordId} open onClose={close} />
      )}
    </>
  );
  return { acts, place };
}
