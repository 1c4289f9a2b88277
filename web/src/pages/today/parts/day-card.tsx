import type { WorkItem } from '@dealtrail/protocol/insights';
import { useState } from 'react';
import { Link, useGo } from '../../../kernel/routing/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button, IconButton, MenuButton } from '../../../kit/button/index.ts';
import { ClockChip } from '../../../kit/clock/index.ts';
import { Icon } from '../../../kit/icon/index.ts';
import { useKit, useNow } from '../../../kit/provider/index.ts';
import { type OnAct, recordAddress } from '../actions/acting.ts';
import { MainAct, useFinish } from '../actions/main-act.tsx';
import { useCall } from '../actions/use-call.ts';
import { chipClock, owesReason } from '../rules/line-clock.ts';
import { FactList } from './fact-list.tsx';
import { Rule, Why } from './line-rule.tsx';
import { type LineWords, useTodayWords } from './words.ts';

interface CardProps {
  readonly item: WorkItem;
  readonly words: LineWords;
  readonly first: boolean;
  readonly onAct: OnAct;
}

function Call({ leadId, whom }: { readonly leadId: string; readonly whom: string }) {
  const word = useTodayWords();
  const { call, busy, error } = useCall(leadId);
  return (
    <>
      <Button icon="phone" busy={busy} label={`${word('today.act.call')} ${whom}`} onClick={call}>
        {word('today.act.call')}
      </Button>
      <ProblemNotice error={error} />
    </>
  );
}

function CardActs({
  item,
  words,
  first,
  onAct,
  finish,
}: CardProps & { readonly finish: ReturnType<typeof useFinish> }) {
  const word = useTodayWords();
  const go = useGo();
  const may = useMay();
  const now = useNow();
  const { words: kit } = useKit();
  const address = recordAddress(item);
  const whom = words.whom.join(' ');
  const { clock } = item;
  const menu = [
    owesReason(item, now) &&
      clock && {
        key: 'reason',
        word: word('today.act.reason'),
        icon: 'postpone' as const,
        onClick: () => onAct({ what: 'reason', clockId: clock.id }),
      },
    address && {
      key: 'open',
      word: word('today.act.record', { title: words.whom[0] ?? words.title }),
      icon: 'open' as const,
      onClick: () => go(address),
    },
  ].filter((act) => !!act);
  return (
    <div className="today-card-acts">
      <MainAct item={item} kind={first ? 'primary' : 'accent'} whom={whom} onAct={onAct} finish={finish} />
      {item.recordKind === 'lead' && item.recordId && may('leads.reveal') && (
        <Call leadId={item.recordId} whom={whom} />
      )}
      {menu.length > 0 && (
        <MenuButton acts={menu}>
          <IconButton icon="more" label={`${kit.more} ${whom}`} />
        </MenuButton>
      )}
    </div>
  );
}

function Line({ className, facts }: { readonly className: string; readonly facts: readonly string[] }) {
  return facts.length === 0 ? null : (
    <p className={className}>
      <FactList facts={facts} />
    </p>
  );
}

/** One line of the day for a hand: what and by when on top, for whom large, then why and the acts. */
export function DayCard(props: CardProps) {
  const { item, words, onAct } = props;
  const word = useTodayWords();
  const finish = useFinish();
  const [open, setOpen] = useState(false);
  const clock = chipClock(item);
  const address = recordAddress(item);
  const [name = words.title, ...others] = words.whom;
  return (
    <li className="today-card">
      <div className="k-row">
        {clock ? <ClockChip clock={clock} label={words.title} /> : <b>{words.title}</b>}
        <span className="k-grow" />
        <span className="k-t2 k-nowrap">{words.worth || (clock ? '' : word('today.undated'))}</span>
      </div>
      <h2>{address ? <Link to={address}>{name}</Link> : name}</h2>
      <Line className="k-t2" facts={[...others, ...words.state]} />
      <p className="k-s13 k-t3">
        <Why item={item} words={words} open={open} onToggle={() => setOpen(!open)} />
      </p>
      <Line className="k-s13 k-t3" facts={words.notes} />
      {open && <Rule item={item} words={words} onAct={onAct} />}
      <ProblemNotice error={finish.error} />
      <CardActs {...props} finish={finish} />
    </li>
  );
}

/** One line of a later section: enough to know what is coming, the whole of it a link. */
export function DayBrief({ item, words }: { readonly item: WorkItem; readonly words: LineWords }) {
  const word = useTodayWords();
  const clock = chipClock(item);
  const address = recordAddress(item);
  const inside = (
    <>
      <span className="k-grow">
        <b className="k-clip">{words.title}</b>
        <span className="k-s13 k-t3 k-clip">
          <FactList facts={words.whom} />
        </span>
      </span>
      {clock ? <ClockChip clock={clock} short /> : <span className="k-s12 k-t3">{word('today.undated')}</span>}
      {address && <Icon name="right" />}
    </>
  );
  return <li>{address ? <Link to={address}>{inside}</Link> : <span>{inside}</span>}</li>;
}
