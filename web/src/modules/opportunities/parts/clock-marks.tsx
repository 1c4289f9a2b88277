import type { ClockView } from '@dealtrail/protocol/clocks';
import type { Opportunity } from '@dealtrail/protocol/opportunities';
import { Popover } from 'antd';
import { useState } from 'react';
import { useMoreTime } from '../../../kernel/clock-asks/index.ts';
import { useSay } from '../../../kernel/i18n/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { ClockChip, ClockExplained } from '../../../kit/clock/index.ts';
import { joined } from '../../../kit/formats/index.ts';
import { useKit, useNow } from '../../../kit/provider/index.ts';
import { LateReasonDialog, openClocks, owesReason, useClockName } from '../../activities/index.ts';
import { useOpportunityWords } from './words.ts';
import './opportunity.css';

interface ClockMarkProps {
  readonly clock: ClockView;
  readonly abilities: Opportunity['abilities'];
}

function ClockMark({ clock, abilities }: ClockMarkProps) {
  const word = useOpportunityWords();
  const say = useSay();
  const name = useClockName()(clock.policyKey);
  const now = useNow();
  const { language } = useKit();
  const [asking, setAsking] = useState(false);
  const [open, setOpen] = useState(false);
  const ask = () => {
    setOpen(false);
    setAsking(true);
  };
  const more = useMoreTime(clock, { postpone: abilities.update, decide: abilities.assign }, () => setOpen(false));
  const act =
    abilities.followUp && owesReason(clock, now) ? (
      <Button kind="link" small onClick={ask}>
        {word('opportunities.clock.reason')}
      </Button>
    ) : (
      more.acts
    );
  return (
    <>
      <Popover
        trigger="click"
        open={open}
        onOpenChange={setOpen}
        arrow={false}
        placement="bottomLeft"
        destroyOnHidden
        content={
          <div className="clock-explained" role="dialog" aria-label={name}>
            <ClockExplained
              clock={clock}
              name={name}
              why={joined([say(clock.why), more.note], 'facts', language)}
              act={act}
            />
          </div>
        }
      >
        <button type="button" aria-expanded={open} aria-haspopup="dialog">
          <ClockChip clock={clock} label={name} short />
        </button>
      </Popover>
      <LateReasonDialog clockId={clock.id} open={asking} onClose={() => setAsking(false)} />
      {more.place}
    </>
  );
}

/** The running time limits of an opportunity; each explains itself when pressed. */
export function ClockMarks({ opportunity }: { readonly opportunity: Opportunity }) {
  return openClocks(opportunity.clocks).map((clock) => (
    <ClockMark key={clock.id} clock={clock} abilities={opportunity.abilities} />
  ));
}
