import type { ClockView } from '@dealtrail/protocol/clocks';
import type { Opportunity } from '@dealtrail/protocol/opportunities';
import { Popover } from 'antd';
import { useState } from 'react';
import { useSay } from '../../../kernel/i18n/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { ClockChip, ClockExplained } from '../../../kit/clock/index.ts';
import { useNow } from '../../../kit/provider/index.ts';
import { LateReasonDialog, openClocks, owesReason, useClockName } from '../../activities/index.ts';
import { useOpportunityWords } from './words.ts';
import './opportunity.css';

function ClockMark({ clock, mayExplain }: { readonly clock: ClockView; readonly mayExplain: boolean }) {
  const word = useOpportunityWords();
  const say = useSay();
  const name = useClockName()(clock.policyKey);
  const now = useNow();
  const [asking, setAsking] = useState(false);
  const [open, setOpen] = useState(false);
  const ask = () => {
    setOpen(false);
    setAsking(true);
  };
  const act = mayExplain && owesReason(clock, now) && (
    <Button kind="link" small onClick={ask}>
      {word('opportunities.clock.reason')}
    </Button>
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
            <ClockExplained clock={clock} name={name} why={say(clock.why)} act={act} />
          </div>
        }
      >
        <button type="button" aria-expanded={open} aria-haspopup="dialog">
          <ClockChip clock={clock} label={name} short />
        </button>
      </Popover>
      <LateReasonDialog clockId={clock.id} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}

/** The running time limits of an opportunity; each explains itself when pressed. */
export function ClockMarks({ opportunity }: { readonly opportunity: Opportunity }) {
  return openClocks(opportunity.clocks).map((clock) => (
    <ClockMark key={clock.id} clock={clock} mayExplain={opportunity.abilities.followUp} />
  ));
}
