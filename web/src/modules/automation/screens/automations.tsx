import {
  type Automation,
  type AutomationRule,
  listAutomations,
  removeAutomation,
  type RunOutcome,
  switchAutomations,
  updateAutomation,
} from '@dealtrail/protocol/automation';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Notice, Skeleton } from '../../../kit/states/index.ts';
import { SettingsFrame } from '../../organization/index.ts';
import { AutomationSheet } from '../actions/automation-sheet.tsx';
import { RunsSheet } from '../actions/runs-sheet.tsx';
import { TemplateDialog, TemplateList } from '../actions/template-dialog.tsx';
import { VersionsSheet } from '../actions/versions-sheet.tsx';
import { AutomationLine } from '../parts/automation-line.tsx';
import { useAutomationWords } from '../parts/words.ts';
import { useAutomations } from '../queries.ts';
import '../parts/automation.css';

type Doing =
  | { readonly kind: 'choose' }
  | { readonly kind: 'new'; readonly rule: AutomationRule }
  | { readonly kind: 'edit' | 'remove' | 'versions'; readonly automation: Automation }
  | { readonly kind: 'runs'; readonly automation?: Automation; readonly outcome?: RunOutcome | undefined };

interface ListProps {
  readonly automations: readonly Automation[];
  readonly onDo: (doing: Doing) => void;
}

function AutomationList({ automations, onDo }: ListProps) {
  const act = useAct(updateAutomation, { invalidates: [listAutomations] });
  return (
    <div className="k-stack">
      <ProblemNotice error={act.error} />
      <ul className="settings-list automation-list">
        {automations.map((automation) => (
          <AutomationLine
            key={automation.id}
            automation={automation}
            busy={act.busy}
            onEdit={() => onDo({ kind: 'edit', automation })}
            onToggle={() =>
              act.press({
                params: { id: automation.id },
                body: { version: automation.version, active: !automation.active },
              })
            }
            onRemove={() => onDo({ kind: 'remove', automation })}
            onVersions={() => onDo({ kind: 'versions', automation })}
            onRuns={(outcome) => onDo({ kind: 'runs', automation, outcome })}
          />
        ))}
      </ul>
    </div>
  );
}

function RemoveDialog({ automation, onClose }: { readonly automation: Automation; readonly onClose: () => void }) {
  const word = useAutomationWords();
  const act = useAct(removeAutomation, { invalidates: [listAutomations], onDone: onClose });
  return (
    <Dialog
      open
      title={word('automation.remove.title', { name: automation.name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{word('automation.keep')}</Button>
          <Button kind="danger" busy={act.busy} onClick={() => act.press({ params: { id: automation.id } })}>
            {word('automation.remove')}
          </Button>
        </>
      }
    >
      <ProblemNotice error={act.error} />
      <p>{word('automation.remove.note')}</p>
    </Dialog>
  );
}

/** The switch for all of them together, told where it is off. */
function MasterSwitch({
  running,
  onSwitch,
  busy,
}: {
  readonly running: boolean;
  readonly busy: boolean;
  readonly onSwitch: () => void;
}) {
  const word = useAutomationWords();
  if (running) return null;
  return (
    <Notice tone="soon" title={word('automation.halted')}>
      {word('automation.halted.note')}{' '}
      <Button small busy={busy} onClick={onSwitch}>
        {word('automation.resume')}
      </Button>
    </Notice>
  );
}

function Doings({
  doing,
  onDo,
}: {
  readonly doing: Doing | undefined;
  readonly onDo: (doing: Doing | undefined) => void;
}) {
  const close = () => onDo(undefined);
  switch (doing?.kind) {
    case 'choose':
      return <TemplateDialog onTake={(rule) => onDo({ kind: 'new', rule })} onClose={close} />;
    case 'new':
      return <AutomationSheet automation={undefined} start={doing.rule} onClose={close} />;
    case 'edit':
      return <AutomationSheet automation={doing.automation} start={doing.automation} onClose={close} />;
    case 'remove':
      return <RemoveDialog automation={doing.automation} onClose={close} />;
    case 'versions':
      return <VersionsSheet automation={doing.automation} onClose={close} />;
    case 'runs':
      return <RunsSheet automation={doing.automation} outcome={doing.outcome} onClose={close} />;
    default:
      return null;
  }
}

/** Automations: what the product does by itself, what it did, and a way to try before. */
export function Automations() {
  const word = useAutomationWords();
  const found = useAutomations();
  const switching = useAct(switchAutomations, { invalidates: [listAutomations] });
  const [doing, setDoing] = useState<Doing>();
  const answer = found.data;
  const toggleAll = () => switching.press({ body: { running: answer?.running === false } });
  const actions = (
    <>
      {answer && answer.items.length > 0 && (
        <>
          {answer.running && (
            <Button icon="pause" busy={switching.busy} onClick={toggleAll}>
              {word('automation.halt')}
            </Button>
          )}
          <Button icon="list" onClick={() => setDoing({ kind: 'runs' })}>
            {word('automation.runs')}
          </Button>
        </>
      )}
      <Button kind="primary" icon="plus" onClick={() => setDoing({ kind: 'choose' })}>
        {word('automation.new')}
      </Button>
    </>
  );
  return (
    <SettingsFrame here="automation" note={word('automation.note')} actions={actions}>
      {found.isError && !answer ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : !answer ? (
        <Skeleton shape="rows" count={3} />
      ) : (
        <div className="k-stack">
          <ProblemNotice error={switching.error} />
          <MasterSwitch running={answer.running} busy={switching.busy} onSwitch={toggleAll} />
          {answer.items.length === 0 ? (
            <section aria-label={word('automation.template.title')}>
              <h2 className="automation-part">{word('automation.template.title')}</h2>
              <TemplateList onTake={(rule) => setDoing({ kind: 'new', rule })} />
            </section>
          ) : (
            <AutomationList automations={answer.items} onDo={setDoing} />
          )}
        </div>
      )}
      <Doings doing={doing} onDo={setDoing} />
    </SettingsFrame>
  );
}
