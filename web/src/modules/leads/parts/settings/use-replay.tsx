import type { Answer, Passed } from '@dealtrail/protocol/kernel';
import { simulateAssignment } from '@dealtrail/protocol/leads';
import { useState } from 'react';
import { useAct } from '../../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../../kernel/states/index.ts';
import { dayOf } from '../../../../kit/formats/index.ts';
import { useKit, useNow } from '../../../../kit/provider/index.ts';
import { lastQuarter } from '../../last-quarter.ts';
import { ReplayResult } from './replay-result.tsx';

/** A replay of last quarter's leads, by the rules that hold or by written ones, with what the last one said. */
export function useReplay() {
  const { zone } = useKit();
  const days = lastQuarter(dayOf(useNow(), zone));
  const act = useAct(simulateAssignment);
  const [said, setSaid] = useState<Answer<typeof simulateAssignment>>();
  const run = (items?: Passed<typeof simulateAssignment>['body']['items']) =>
    void act
      .run({ body: { ...days, ...(items ? { items } : {}) } })
      .then(setSaid)
      .catch(() => setSaid(undefined));
  const shown = (
    <>
      <ProblemNotice error={act.error} />
      {said && <ReplayResult said={said} />}
    </>
  );
  return { run, busy: act.busy, shown };
}
