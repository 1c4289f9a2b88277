import { DatePicker, Input, InputNumber, Popover } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useRef, useState } from 'react';
import { toMajor, toMinor } from '../../kit/formats/index.ts';
import { Conflict } from '../../kit/states/index.ts';
import { EditCell } from '../../kit/table/index.ts';
import type { ProblemError } from '../client/index.ts';
import { useEdit } from '../edits/index.ts';
import { ProblemNotice } from '../states/index.ts';
import './views.css';

type Value = string | number | null | undefined;

/** A value of a record and the version it was read with. */
interface Stand {
  readonly value: Value;
  readonly version: number;
}

/** What is typed: words, a day (yyyy-mm-dd), or an amount in minor units of its currency. */
type Kind =
  | { readonly kind: 'text'; readonly maxLength: number }
  | { readonly kind: 'day' }
  | { readonly kind: 'money'; readonly currency: string };

interface ValueCellProps extends Stand {
  /** The name of the field. */
  readonly field: string;
  /** What a press changes, for a screen reader: 修改预计成交：甲厂. */
  readonly label: string;
  readonly may: boolean;
  readonly input: Kind;
  /** Sends the value against a version; rejects when it is not saved. */
  readonly save: (value: Value, version: number) => Promise<unknown>;
  /** Reads the value as it is now. */
  readonly reread: () => Promise<Stand>;
  /** The value as words, for a choice between two. */
  readonly say: (value: Value) => ReactNode;
  readonly children: ReactNode;
}

/** A value of a list changed where it stands; when somebody was faster, both values are put side by side. */
export function ValueCell({ label, may, children, ...edit }: ValueCellProps) {
  return (
    <EditCell label={label} may={may} renderEdit={(close) => <CellInput {...edit} label={label} close={close} />}>
      {children}
    </EditCell>
  );
}

type CellInputProps = Omit<ValueCellProps, 'may' | 'children'> & { readonly close: () => void };

function CellInput({ field, label, input, value, version, save, reread, say, close }: CellInputProps) {
  // Changes are measured against what stood when the input opened.
  const [began] = useState({ value, version });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ProblemError | null>(null);
  const edit = useEdit({
    names: ['value'] as const,
    began,
    save: (changes, at) => save(changes.value, at),
    reread,
    onSaved: close,
  });
  const submit = (typed: Value) => {
    setBusy(true);
    setError(null);
    edit
      .submit({ value: typed })
      .catch((refused: ProblemError) => setError(refused))
      .finally(() => setBusy(false));
  };
  const told = edit.clashes ? (
    <Conflict
      differences={edit.clashes.map(({ mine, theirs }) => ({
        key: 'value',
        label: field,
        mine: say(mine),
        theirs: say(theirs),
      }))}
      onKeepMine={edit.keepMine}
      onTakeTheirs={edit.takeTheirs}
    />
  ) : (
    error && <ProblemNotice error={error} />
  );
  return (
    <Popover open={Boolean(told)} content={<div className="k-cell-told">{told}</div>} placement="bottomLeft">
      <span>
        <Typed
          input={input}
          label={label}
          value={began.value}
          // While something is told, leaving the input is a press on what is told.
          held={busy || Boolean(told)}
          busy={busy}
          onDone={submit}
          onLeave={close}
        />
      </span>
    </Popover>
  );
}

interface TypedProps {
  readonly input: Kind;
  readonly label: string;
  readonly value: Value;
  readonly held: boolean;
  readonly busy: boolean;
  readonly onDone: (value: Value) => void;
  readonly onLeave: () => void;
}

function Typed({ input, label, value, held, busy, onDone, onLeave }: TypedProps) {
  const [typed, setTyped] = useState<Value>(value);
  const chosen = useRef(false);
  const common = { 'aria-label': label, size: 'small', autoFocus: true } as const;
  const settle = () => (typed === value ? onLeave() : onDone(typed));
  const enter = () => busy || settle();
  const leave = () => held || settle();
  if (input.kind === 'day')
    return (
      <DatePicker
        {...common}
        defaultOpen
        disabled={busy}
        value={typeof value === 'string' && value !== '' ? dayjs(value) : null}
        onChange={(day) => {
          chosen.current = true;
          onDone(day?.format('YYYY-MM-DD') ?? null);
        }}
        // Choosing closes the calendar too; then the answer is waited for.
        onOpenChange={(open) => !open && !held && !chosen.current && onLeave()}
      />
    );
  if (input.kind === 'money') {
    const { currency } = input;
    return (
      <InputNumber
        {...common}
        min={0}
        controls={false}
        value={typeof typed === 'number' ? toMajor({ minor: typed, currency }) : null}
        onChange={(major) => setTyped(major === null ? null : (toMinor(major, currency) ?? null))}
        onPressEnter={enter}
        onBlur={leave}
      />
    );
  }
  return (
    <Input
      {...common}
      maxLength={input.maxLength}
      value={typed ?? ''}
      onChange={(event) => setTyped(event.target.value || null)}
      onPressEnter={enter}
      onBlur={leave}
    />
  );
}
