import type { Automation, RunOutcome } from '@dealtrail/protocol/automation';
import { useState } from 'react';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button, Segmented } from '../../../kit/button/index.ts';
import { Sheet } from '../../../kit/dialog/index.tsx';
import { Skeleton } from '../../../kit/states/index.ts';
import { RunLine } from '../parts/run-line.tsx';
import { useAutomationWords } from '../parts/words.ts';
import { useRuns } from '../queries.ts';

const outcomes = ['all', 'acted', 'refused', 'passed'] as const;

interface RunsSheetProps {
  /** Whose log it is; none shows all. */
  readonly automation: Automation | undefined;
  readonly outcome: RunOutcome | undefined;
  readonly onClose: () => void;
}

/** The log: each record an automation looked at, what it did there, and if nothing, why. */
export function RunsSheet({ automation, outcome, onClose }: RunsSheetProps) {
  const word = useAutomationWords();
  const [asked, setAsked] = useState<RunOutcome | 'all'>(outcome ?? 'all');
  const found = useRuns(automation?.id, asked === 'all' ? undefined : asked);
  return (
    <Sheet open title={word('automation.runs')} note={automation?.name} width={680} onClose={onClose}>
      <div className="k-stack">
        <div className="k-row">
          <Segmented
            label={word('automation.outcome')}
            value={asked}
            onChange={setAsked}
            choices={outcomes.map((value) => ({ value, word: word(`automation.outcome.${value}`) }))}
          />
        </div>
        {found.error && !found.items ? (
          <ProblemState error={found.error} onRetry={found.retry} />
        ) : found.items?.length === 0 ? (
          <p className="k-t2">{word('automation.runs.none')}</p>
        ) : found.items ? (
          <ul className="settings-list">
            {found.items.map((run) => (
              <RunLine key={run.id} run={run} named={!automation} />
            ))}
          </ul>
        ) : (
          <Skeleton shape="rows" count={4} />
        )}
        {found.onMore && (
          <Button busy={found.loadingMore} onClick={found.onMore}>
            {word('automation.runs.more')}
          </Button>
        )}
        <p className="k-s12 k-t3">{word('automation.runs.kept')}</p>
      </div>
    </Sheet>
  );
}
