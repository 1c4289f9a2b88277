import { completeTask } from '@dealtrail/protocol/activities';
import type { WorkItem } from '@dealtrail/protocol/insights';
import { type Act, useAct } from '../../../kernel/client/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { Button, type ButtonKind } from '../../../kit/button/index.ts';
import { useTodayWords } from '../parts/words.ts';
import { type OnAct, recordAddress } from './acting.ts';

/** Ticks the task of a line off. */
export function useFinish(): Act<typeof completeTask> {
  return useAct(completeTask, { invalidates: ['insights.*', 'activities.*', 'opportunities.*', 'leads.*'] });
}

interface MainActProps {
  readonly item: WorkItem;
  readonly kind: ButtonKind;
  /** For whom, for a screen reader. */
  readonly whom: string;
  readonly small?: boolean;
  readonly onAct: OnAct;
  readonly finish: Act<typeof completeTask>;
}

/** The one act that settles a line. */
export function MainAct({ item, kind, whom, small = false, onAct, finish }: MainActProps) {
  const word = useTodayWords();
  const go = useGo();
  const { act, recordId, recordKind, taskId } = item;
  const address = recordAddress(item);
  const press = () => {
    if (act === 'follow_up' && recordId && recordKind) onAct({ what: 'follow_up', recordId, recordKind });
    else if (act === 'complete_task' && taskId) finish.press({ params: { id: taskId }, body: {} });
    else if (address) go(address);
  };
  const verb = word(`today.act.${act}`);
  if (act !== 'follow_up' && act !== 'complete_task' && !address) return null;
  return (
    <Button small={small} kind={kind} busy={finish.busy} label={`${verb} ${whom}`} onClick={press}>
      {verb}
    </Button>
  );
}
