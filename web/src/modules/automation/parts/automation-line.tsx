import type { Automation } from '@dealtrail/protocol/automation';
import { Switch } from 'antd';
import { useSay } from '../../../kernel/i18n/index.ts';
import { Button, IconButton, MenuButton } from '../../../kit/button/index.ts';
import { Moment } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { Sentence } from './sentence.tsx';
import { useAutomationWords } from './words.ts';

interface AutomationLineProps {
  readonly automation: Automation;
  readonly busy: boolean;
  readonly onEdit: () => void;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
  readonly onVersions: () => void;
  readonly onRuns: (outcome: 'acted' | 'refused' | undefined) => void;
}

/** What it did within a week, when it acted last and when its time comes next. */
function Figures({ automation, onRuns }: Pick<AutomationLineProps, 'automation' | 'onRuns'>) {
  const word = useAutomationWords();
  const { acted, refused, lastAt, nextAt } = automation;
  return (
    <div className="automation-figures k-s13 k-t2">
      <Facts>
        {acted > 0 ? (
          <Button small kind="link" onClick={() => onRuns('acted')}>
            {word('automation.acted', { count: acted })}
          </Button>
        ) : (
          word('automation.acted.none')
        )}
        {refused > 0 && (
          <Button small kind="link" onClick={() => onRuns('refused')}>
            {word('automation.refused', { count: refused })}
          </Button>
        )}
        {lastAt ? (
          <>
            {word('automation.last')} <Moment at={lastAt} />
          </>
        ) : (
          word('automation.never')
        )}
        {nextAt && (
          <>
            {word('automation.next')} <Moment at={nextAt} />
          </>
        )}
      </Facts>
    </div>
  );
}

/** One automation: what it does in words, whether it runs, what it did. */
export function AutomationLine({
  automation,
  busy,
  onEdit,
  onToggle,
  onRemove,
  onVersions,
  onRuns,
}: AutomationLineProps) {
  const word = useAutomationWords();
  const say = useSay();
  const { name, active, stoppedWhy, kind } = automation;
  const acts = [
    { key: 'edit', word: word('automation.edit'), icon: 'edit' as const, onClick: onEdit },
    { key: 'runs', word: word('automation.runs'), icon: 'list' as const, onClick: () => onRuns(undefined) },
    { key: 'versions', word: word('automation.versions'), icon: 'undo' as const, onClick: onVersions },
    { key: 'remove', word: word('automation.remove'), icon: 'trash' as const, danger: true, onClick: onRemove },
  ];
  return (
    <li className={active ? '' : 'quiet'}>
      <Switch
        size="small"
        aria-label={word('automation.active', { name })}
        checked={active}
        loading={busy}
        onChange={onToggle}
      />
      <div className="k-grow automation-about">
        <div className="k-row k-wrap">
          <b>{name}</b>
          <StateTag>{word(`automation.kind.${kind}`)}</StateTag>
          {stoppedWhy && <StateTag tone="late">{word('automation.stopped')}</StateTag>}
        </div>
        <Sentence rule={automation} />
        {stoppedWhy && <p className="k-s13 k-late">{say(stoppedWhy)}</p>}
        <Figures automation={automation} onRuns={onRuns} />
      </div>
      <MenuButton acts={acts}>
        <IconButton small icon="more" label={word('automation.acts', { name })} />
      </MenuButton>
    </li>
  );
}
