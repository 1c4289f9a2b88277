import type { Opportunity } from '@dealtrail/protocol/opportunities';
import { useEffect, useRef } from 'react';
import { GateList, type Stage, StageRail } from '../../../../kit/gate/index.ts';
import { useNow } from '../../../../kit/provider/index.ts';
import type { Do } from '../../actions/doing.ts';
import { useMove } from '../../actions/use-move.tsx';
import { dayOfStay, railOf, type RailStage } from '../../rules/stage-days.ts';
import { useGateItems, useMetItems } from '../gate-items.tsx';
import { useBilingual, useOpportunityWords, useStageName } from '../words.ts';
import { Ending } from './ending.tsx';
import '../opportunity.css';

function useNote(opportunity: Opportunity): (place: RailStage) => Stage['note'] {
  const word = useOpportunityWords();
  const now = useNow();
  return ({ stage, state, days, late }) => {
    if (state === 'ahead') return stage.afterWin ? word('opportunities.afterWin') : undefined;
    if (state === 'done' || opportunity.state !== 'open')
      return days === null ? undefined : word('opportunities.days', { days });
    const day = dayOfStay(opportunity.stageEnteredAt, now);
    const said =
      stage.maxDays === null
        ? word('opportunities.day', { day })
        : word('opportunities.dayOf', { day, limit: stage.maxDays });
    return <span className={late ? 'k-late' : ''}>{said}</span>;
  };
}

/** Where an opportunity stands, what the next stage asks for, and how this stage is worked; or how it ended. */
export function StageCard({ opportunity, onDo }: { readonly opportunity: Opportunity; readonly onDo: Do }) {
  const word = useOpportunityWords();
  const say = useBilingual();
  const now = useNow();
  const note = useNote(opportunity);
  const items = useGateItems(onDo);
  const metItems = useMetItems();
  const { process, gate, stageKey, state } = opportunity;
  const stageName = useStageName(process.stages);
  const mover = useMove(process);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = box.current?.querySelector<HTMLElement>('[aria-current="step"]');
    const rail = here?.parentElement;
    if (here && rail) rail.scrollLeft = here.offsetLeft - rail.offsetLeft - 24;
  }, [stageKey]);
  const guidance = process.stages.find((stage) => stage.key === stageKey)?.guidance;
  const onAdvance = (to: string) => {
    mover.move(opportunity, to).catch(() => undefined);
  };
  return (
    <div ref={box}>
      <StageRail
        stages={railOf(opportunity, now).map((place) => ({
          key: place.stage.key,
          name: say(place.stage.name),
          note: note(place),
          state: place.state,
        }))}
      >
        {state !== 'open' && <Ending opportunity={opportunity} />}
        {gate.to && (
          <GateList
            wide
            stage={stageName(gate.to)}
            missing={items(opportunity, gate.unmet, { onAdvance })}
            there={metItems(gate.met)}
          />
        )}
        {state === 'open' && guidance && (
          <p className="stage-guidance k-s13 k-t2">
            <b>{word('opportunities.guidance')}</b> {say(guidance)}
          </p>
        )}
      </StageRail>
      {mover.dialog}
    </div>
  );
}
