import { type ClockReasonList, saveClockReasons } from '@dealtrail/protocol/clocks';
import { Input, Switch } from 'antd';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button, IconButton } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { moved, reasonsFrom, type TypedReason, typedReasons } from '../rules/typed-reasons.ts';
import { useReasonWord, useTimeWords } from './words.ts';
import './time.css';

/** As many as the server keeps. */
const MOST_REASONS = 40;

interface LineProps {
  readonly reason: TypedReason;
  readonly place: number;
  readonly shippedWord: string;
  readonly fault: string | undefined;
  readonly onChange: (part: Partial<TypedReason>) => void;
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
  /** Only what was not saved yet can be taken away. */
  readonly onRemove: (() => void) | undefined;
}

function Line({ reason, place, shippedWord, fault, onChange, onUp, onDown, onRemove }: LineProps) {
  const word = useTimeWords();
  const name = reason.name || shippedWord || word('time.reasons.nth', { place });
  return (
    <li className={reason.active ? '' : 'quiet'}>
      <span className="k-t3 k-number">{place}</span>
      <div className="k-grow">
        <Input
          value={reason.name}
          maxLength={40}
          placeholder={shippedWord || word('time.reasons.name')}
          aria-label={word('time.reasons.nameOf', { place })}
          status={fault ? 'error' : ''}
          onChange={({ target }) => onChange({ name: target.value })}
        />
        {fault && <p className="k-s12 k-late">{fault}</p>}
        {reason.needed && <p className="k-s12 k-t3">{word('time.reasons.needed')}</p>}
      </div>
      <span className="k-row k-nowrap">
        <IconButton small icon="up" label={word('time.reasons.up', { name })} disabled={!onUp} onClick={onUp} />
        <IconButton small icon="down" label={word('time.reasons.down', { name })} disabled={!onDown} onClick={onDown} />
        {onRemove ? (
          <IconButton small icon="trash" label={word('time.reasons.remove', { name })} onClick={onRemove} />
        ) : (
          <Switch
            size="small"
            checked={reason.active}
            disabled={reason.needed}
            aria-label={word('time.reasons.active', { name })}
            onChange={(active) => onChange({ active })}
          />
        )}
      </span>
    </li>
  );
}

/** The reasons of one kind: their order, their names, which are offered. */
export function ReasonsForm({ list }: { readonly list: ClockReasonList }) {
  const word = useTimeWords();
  const reasonWord = useReasonWord(list.kind);
  const act = useAct(saveClockReasons, { invalidates: ['clocks.*'] });
  const [typed, setTyped] = useState<readonly TypedReason[]>(() => typedReasons(list.reasons, reasonWord));
  const wanted = reasonsFrom(typed, reasonWord);
  const changed =
    JSON.stringify(wanted) !== JSON.stringify(reasonsFrom(typedReasons(list.reasons, reasonWord), reasonWord));
  const faults = act.error?.problem.fields ?? [];
  const faultAt = (at: number) => faults.find(({ path }) => path === `reasons.${at}`)?.code;
  const put = (at: number, part: Partial<TypedReason>) =>
    setTyped(typed.map((each, i) => (i === at ? { ...each, ...part } : each)));
  const change = (next: readonly TypedReason[]) => {
    act.reset();
    setTyped(next);
  };
  const add = () => change([...typed, { name: '', active: true, shipped: false, needed: false }]);
  return (
    <Card
      title={word(`time.reasons.${list.kind}`)}
      note={word('time.reasons.count', { count: typed.filter(({ active }) => active).length })}
    >
      <form
        className="k-stack"
        onSubmit={(event) => {
          event.preventDefault();
          act.press({ body: { kind: list.kind, version: list.version, reasons: wanted } });
        }}
      >
        <ProblemNotice error={act.error} />
        <ol className="settings-list time-reasons">
          {typed.map((reason, at) => (
            <Line
              key={reason.key ?? `new ${at}`}
              reason={reason}
              place={at + 1}
              shippedWord={reason.shipped && reason.key ? reasonWord(reason.key) : ''}
              fault={faultAt(at) && word(`time.reasons.fault.${faultAt(at) as 'name_taken'}`)}
              onChange={(part) => put(at, part)}
              onUp={at === 0 ? undefined : () => change(moved(typed, at, -1))}
              onDown={at === typed.length - 1 ? undefined : () => change(moved(typed, at, 1))}
              onRemove={reason.key === undefined ? () => change(typed.filter((_, i) => i !== at)) : undefined}
            />
          ))}
        </ol>
        <div className="k-row">
          <Button small icon="plus" disabled={typed.length >= MOST_REASONS} onClick={add}>
            {word('time.reasons.add')}
          </Button>
          <span className="k-grow" />
          <Button kind="primary" submit busy={act.busy} disabled={!changed}>
            {word('time.reasons.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
