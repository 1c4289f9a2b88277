import type { WorkItem } from '@dealtrail/protocol/insights';
import { Button } from '../../../kit/button/index.ts';
import { ClockExplained } from '../../../kit/clock/index.ts';
import { useNow } from '../../../kit/provider/index.ts';
import type { OnAct } from '../actions/acting.ts';
import { owesReason } from '../rules/line-clock.ts';
import { FactList } from './fact-list.tsx';
import { type LineWords, useTodayWords } from './words.ts';

interface WhyProps {
  readonly item: WorkItem;
  readonly words: LineWords;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** Why a line is there: the rule in a few words; pressed, it is laid out below. */
export function Why({ item, words, open, onToggle }: WhyProps) {
  const word = useTodayWords();
  if (!words.why) return null;
  if (!item.clock) return <span>{words.why}</span>;
  return (
    <button
      type="button"
      className="today-why k-why"
      aria-expanded={open}
      aria-label={word('today.why', { why: words.why })}
      onClick={onToggle}
    >
      {words.why}
    </button>
  );
}

/** The time limit of a line laid out, with the place to say why it was missed. */
export function Rule({
  item,
  words,
  onAct,
}: {
  readonly item: WorkItem;
  readonly words: LineWords;
  readonly onAct: OnAct;
}) {
  const word = useTodayWords();
  const now = useNow();
  const { clock } = item;
  if (!clock) return null;
  return (
    <ClockExplained
      clock={clock}
      name={word(`clocks.${clock.policyKey}.name`)}
      why={<FactList facts={[words.why, ...words.notes]} />}
      act={
        owesReason(item, now) && (
          <Button kind="link" small onClick={() => onAct({ what: 'reason', clockId: clock.id })}>
            {word('today.act.reason')}
          </Button>
        )
      }
    />
  );
}
