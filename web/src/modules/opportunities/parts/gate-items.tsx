import type { Unmet } from '@dealtrail/protocol/kernel';
import { useSay } from '../../../kernel/i18n/index.ts';
import { useSession } from '../../../kernel/session/index.ts';
import { Button } from '../../../kit/button/index.ts';
import type { GateItem } from '../../../kit/gate/index.ts';
import { Icon } from '../../../kit/icon/index.ts';
import type { Do } from '../actions/doing.ts';
import { useGate } from '../queries.ts';
import { actFor, type GateAct, type MayDo } from '../rules/gate-acts.ts';
import { useBilingual, useOpportunityWords } from './words.ts';

/** Whose gate it is, and what this member may do about it. */
export interface GateSubject {
  readonly id: string;
  readonly abilities: MayDo;
}

interface GateButtonProps {
  readonly subject: GateSubject;
  readonly item: Unmet;
  readonly act: GateAct;
  readonly loud: boolean;
  readonly onDo: Do;
  readonly onAdvance: ((to: string) => void) | undefined;
}

function useActWord(): (item: Unmet, act: GateAct) => string {
  const word = useOpportunityWords();
  const say = useBilingual();
  return (item, act) => {
    if (act.kind === 'edit') return word('opportunities.act.fill_field');
    if (act.kind === 'tasks') return word('opportunities.act.finish_task');
    if (act.kind === 'close') return word('opportunities.act.close_won');
    const { stageZh = '', stageEn = '' } = item.label.params;
    return word('opportunities.advance', { stage: say({ zh: String(stageZh), en: String(stageEn) }) });
  };
}

function GateButton({ subject, item, act, loud, onDo, onAdvance }: GateButtonProps) {
  const sayAct = useActWord();
  const say = useSay();
  const press = () => {
    if (act.kind === 'advance') onAdvance?.(act.to);
    else onDo({ ...act, id: subject.id });
  };
  if (act.kind === 'advance' && !onAdvance) return null;
  const verb = sayAct(item, act);
  return (
    <Button small kind={loud ? 'accent' : 'plain'} label={`${verb} ${say(item.label)}`} onClick={press}>
      {verb}
    </Button>
  );
}

/** The act of an item on a board, where the refusal stands while its conditions are met one by one. */
function LiveAct(props: GateButtonProps & { readonly to: string }) {
  const word = useOpportunityWords();
  const { subject, item, to } = props;
  const gate = useGate(subject.id, to);
  const open = !gate.data || gate.data.unmet.some((each) => each.kind === item.kind && each.key === item.key);
  if (open) return <GateButton {...props} />;
  return (
    <span className="k-s12 k-t2 k-nowrap">
      <Icon name="check" size={14} /> {word('opportunities.gate.done')}
    </span>
  );
}

interface GateItemOptions {
  /** The stage that refused, where the items are to follow what is done about them. */
  readonly liveTo?: string;
  readonly onAdvance?: (to: string) => void;
}

/** Conditions of a gate that hold: what, and nothing to do. */
export function useMetItems(): (met: readonly Unmet[]) => GateItem[] {
  const say = useSay();
  return (met) => met.map((item) => ({ key: `${item.kind} ${item.key}`, what: say(item.label) }));
}

/** Makes what a gate asks for into items: what, who, and the act this member may do about it. */
export function useGateItems(
  onDo: Do,
): (subject: GateSubject, unmet: readonly Unmet[], options?: GateItemOptions) => GateItem[] {
  const say = useSay();
  const word = useOpportunityWords();
  const { member } = useSession();
  const whoWords = (who: string) =>
    who === member.name ? word('opportunities.gate.you') : word('opportunities.gate.who', { who });
  return (subject, unmet, { liveTo, onAdvance } = {}) => {
    const acts = unmet.map((item) => actFor(item, subject.abilities));
    const first = acts.findIndex((act) => act !== undefined);
    return unmet.map((item, index): GateItem => {
      const act = acts[index];
      const button = act && { subject, item, act, loud: index === first, onDo, onAdvance };
      return {
        key: `${item.kind} ${item.key}`,
        what: say(item.label),
        ...(item.who ? { who: whoWords(item.who) } : {}),
        ...(button ? { act: liveTo ? <LiveAct {...button} to={liveTo} /> : <GateButton {...button} /> } : {}),
      };
    });
  };
}
