import type { Automation } from '@dealtrail/protocol/automation';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Sheet } from '../../../kit/dialog/index.tsx';
import { Moment } from '../../../kit/formats/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { Sentence } from '../parts/sentence.tsx';
import { useAutomationWords } from '../parts/words.ts';
import { useVersions } from '../queries.ts';

/** What an automation was and who changed it, the newest first; the log names these versions. */
export function VersionsSheet({
  automation,
  onClose,
}: {
  readonly automation: Automation;
  readonly onClose: () => void;
}) {
  const word = useAutomationWords();
  const found = useVersions(automation.id);
  return (
    <Sheet open title={word('automation.versions')} note={automation.name} width={680} onClose={onClose}>
      {found.isError && !found.data ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <ol className="settings-list">
          {found.data.items.map(({ version, rule, savedAt, savedByName }) => (
            <li key={version}>
              <div className="k-grow automation-about">
                <b>{rule.name}</b>
                <Sentence rule={rule} />
                <div className="k-s12 k-t3">
                  {word('automation.version', { version })} · {savedByName} · <Moment at={savedAt} />
                </div>
              </div>
            </li>
          ))}
        </ol>
      ) : (
        <Skeleton shape="rows" count={3} />
      )}
    </Sheet>
  );
}
