import type { ClockView } from '@dealtrail/protocol/clocks';
import type { Lead } from '@dealtrail/protocol/leads';
import { useState } from 'react';
import { useMoreTime } from '../../../../kernel/clock-asks/index.ts';
import { useReasons } from '../../../../kernel/clocks/index.ts';
import { useSay, useWords } from '../../../../kernel/i18n/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { ClockChip, ClockExplained } from '../../../../kit/clock/index.ts';
import { joined } from '../../../../kit/formats/index.ts';
import { useKit, useNow } from '../../../../kit/provider/index.ts';
import { LateReasonDialog, openClocks, owesReason, useActivityWords, useClockName } from '../../../activities/index.ts';
import { useLeadWords } from '../words.ts';

/** The rule of a clock; rest days are named only where some were skipped. */
function useRule(): (clock: ClockView) => readonly string[] {
  const word = useWords();
  const say = useSay();
  return ({ why }) => {
    // A promised day is that day; rest days move only counted limits.
    const rest = why.params['unit'] === 'fixed_moment' ? 0 : Number(why.params['restDays'] ?? 0);
    return [say(why), rest > 0 ? word('clocks.rest_days', why.params) : ''];
  };
}

function OneClock({ clock, abilities }: { readonly clock: ClockView; readonly abilities: Lead['abilities'] }) {
  const word = useLeadWords();
  const said = useActivityWords();
  const nameOf = useClockName();
  const rule = useRule();
  const { nameOf: reasonOf } = useReasons('late');
  const now = useNow();
  const { language } = useKit();
  const [asking, setAsking] = useState(false);
  const more = useMoreTime(clock, { postpone: abilities.update, decide: abilities.assign });
  const given = clock.lateReason
    ? said('activities.late.given', {
        reason: joined([reasonOf(clock.lateReason), clock.lateNote], 'facts', language),
      })
    : '';
  const startedBy = clock.policyKey === 'first_touch' ? { startedBy: word('leads.clock.assigned') } : {};
  return (
    <>
      <ClockExplained
        // Nobody of sales has it yet: it is marketing that hears.
        clock={clock.policyKey === 'screening' ? { ...clock, escalatedTo: word('leads.clock.marketing') } : clock}
        name={nameOf(clock.policyKey)}
        {...startedBy}
        why={joined([...rule(clock), given, more.note], 'facts', language)}
        act={
          owesReason(clock, now) ? (
            <Button kind="link" small onClick={() => setAsking(true)}>
              {said('activities.late.act')}
            </Button>
          ) : (
            more.acts
          )
        }
      />
      <LateReasonDialog clockId={clock.id} open={asking} onClose={() => setAsking(false)} />
      {more.place}
    </>
  );
}

/** Every running time limit: the most urgent laid out, with those for which more time is asked; the others as chips. */
export function LeadClocks({ clocks, abilities }: Pick<Lead, 'clocks' | 'abilities'>) {
  const word = useLeadWords();
  const nameOf = useClockName();
  const open = openClocks(clocks);
  if (open.length === 0) return null;
  const laidOut = open.filter(({ asked }, place) => place === 0 || asked !== null);
  const others = open.filter((clock) => !laidOut.includes(clock));
  return (
    <div className="k-stack">
      <h2 className="k-hidden-words">{word('leads.part.clocks')}</h2>
      {laidOut.map((clock) => (
        <OneClock key={clock.id} clock={clock} abilities={abilities} />
      ))}
      {others.length > 0 && (
        <div className="k-row k-wrap">
          {others.map((clock) => (
            <ClockChip key={clock.id} clock={clock} label={nameOf(clock.policyKey)} />
          ))}
        </div>
      )}
    </div>
  );
}
