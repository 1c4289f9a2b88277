import type { Opportunity } from '@dealtrail/protocol/opportunities';
import { useSay } from '../../../kernel/i18n/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button, IconButton, type MenuAct, MenuButton } from '../../../kit/button/index.ts';
import type { Do } from '../actions/doing.ts';
import { useRecordCare } from '../../records/index.ts';
import { useMove } from '../actions/use-move.tsx';
import { nextRightStep } from '../rules/gate-acts.ts';
import { useOpportunityWords, useStageName } from './words.ts';

interface MainActsProps {
  readonly opportunity: Opportunity;
  readonly onDo: Do;
}

function useFirstAct({ opportunity, onDo }: MainActsProps, go: (to: string) => void) {
  const word = useOpportunityWords();
  const say = useSay();
  const stageName = useStageName(opportunity.process.stages);
  const { id } = opportunity;
  const step = nextRightStep(opportunity);
  switch (step?.kind) {
    case 'advance':
      return { word: word('opportunities.advance', { stage: stageName(step.to) }), press: () => go(step.to) };
    case 'signing':
      return { word: word('opportunities.signing'), press: () => onDo({ kind: 'signing', id }) };
    case 'act': {
      const { act, item } = step;
      if (act.kind === 'advance') return { word: say(item.label), press: () => go(act.to) };
      const verb =
        act.kind === 'edit'
          ? say(item.label)
          : word(act.kind === 'tasks' ? 'opportunities.gate.tasks' : 'opportunities.close.act.won');
      return { word: verb, press: () => onDo({ ...act, id }) };
    }
    default:
      return undefined;
  }
}

function useMenu({ opportunity, onDo }: MainActsProps, go: (to: string) => void): readonly (MenuAct | null)[] {
  const word = useOpportunityWords();
  const stageName = useStageName(opportunity.process.stages);
  const { id, abilities, state, stageKey, process, stays } = opportunity;
  const place = (key: string | undefined) => process.stages.find((stage) => stage.key === key)?.position ?? 0;
  const behind = process.stages.filter(
    (stage) => stage.position < place(stageKey) && stage.position >= place(stays[0]?.stageKey),
  );
  const acts: (MenuAct | null)[] = [];
  if (abilities.update)
    acts.push({
      key: 'edit',
      icon: 'edit',
      word: word('opportunities.edit'),
      onClick: () => onDo({ kind: 'edit', id }),
    });
  if (abilities.assign)
    acts.push({
      key: 'assign',
      icon: 'handover',
      word: word('opportunities.bulk.handOver'),
      onClick: () => onDo({ kind: 'assign', id }),
    });
  if (abilities.advance && state === 'open')
    acts.push(
      ...behind.map(
        (stage): MenuAct => ({
          key: `back ${stage.key}`,
          icon: 'undo',
          word: word('opportunities.return.title', { stage: stageName(stage.key) }),
          onClick: () => go(stage.key),
        }),
      ),
    );
  if (abilities.close && state === 'open')
    acts.push(null, {
      key: 'close',
      icon: 'flag',
      word: word('opportunities.close'),
      onClick: () => onDo({ kind: 'close', id }),
    });
  return acts[0] === null ? acts.slice(1) : acts;
}

/** The next right step, a follow-up, and everything else this member may do with an opportunity. */
export function MainActs({ opportunity, onDo }: MainActsProps) {
  const word = useOpportunityWords();
  const mover = useMove(opportunity.process);
  const go = (to: string) => {
    mover.move(opportunity, to).catch(() => undefined);
  };
  const first = useFirstAct({ opportunity, onDo }, go);
  const care = useRecordCare(opportunity.id, '/opportunities');
  const menu = [...useMenu({ opportunity, onDo }, go), ...care.acts];
  const { id, abilities } = opportunity;
  return (
    <>
      {first && (
        <Button kind="primary" busy={mover.busy} onClick={first.press}>
          {first.word}
        </Button>
      )}
      {abilities.followUp && (
        <Button kind={first ? 'plain' : 'primary'} onClick={() => onDo({ kind: 'followUp', id })}>
          {word('opportunities.followUp')}
        </Button>
      )}
      {menu.length > 0 && (
        <MenuButton acts={menu}>
          <IconButton icon="more" label={word('opportunities.more')} />
        </MenuButton>
      )}
      <ProblemNotice error={mover.error} />
      {mover.dialog}
      {care.windows}
    </>
  );
}
