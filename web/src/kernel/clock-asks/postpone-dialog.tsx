import { limitWord, listClockPolicies, postponeClock } from '@dealtrail/protocol/clocks';
import { Input } from 'antd';
import { useAct, useOperation } from '../client/index.ts';
import { useReasons } from '../clocks/index.ts';
import { Dialog } from '../../kit/dialog/index.tsx';
import { Moment } from '../../kit/formats/index.ts';
import { ChoiceChips, Field, FormFrame, MomentInput } from '../../kit/form/index.ts';
import { FieldList } from '../../kit/record/index.ts';
import type { AskedClock } from './asked-clock.ts';
import { useRefusal } from './use-refusal.ts';
import { useClockWords } from './words.ts';

interface Typed {
  to: string;
  reason: string;
  note?: string;
}

const DAY_MS = 86_400_000;
/** Limits change rarely; the list of them may be this old. */
const FRESH_MS = 5 * 60_000;

/** What one may do about this limit without asking, in a sentence. */
function Bound({ line }: { readonly line: AskedClock }) {
  const word = useClockWords();
  const policies = useOperation(listClockPolicies, {}, { freshFor: FRESH_MS }).data?.items;
  const terms = policies?.find(({ key }) => key === line.policyKey)?.terms.postpone;
  if (!terms) return null;
  const { times, unit, amount } = terms;
  const said =
    times === 0
      ? word('clocks.ask.postpone.never')
      : line.moves >= times
        ? word('clocks.ask.postpone.often', { moves: line.moves })
        : word('clocks.ask.postpone.alone', { times, limit: word(limitWord({ unit, amount }), { amount }) });
  return <p className="k-s13 k-t2">{said}</p>;
}

/** Asks for more time for one clock, with the reason; what goes beyond the limit its supervisor decides. */
export function PostponeDialog({ line, onClose }: { readonly line: AskedClock; readonly onClose: () => void }) {
  const word = useClockWords();
  const act = useAct(postponeClock, { invalidates: ['clocks.*', 'leads.*', 'opportunities.*', 'insights.*'] });
  const problem = useRefusal(act, 'postpone');
  const { choices } = useReasons('pause');
  const save = async ({ to, reason, note }: Typed) => {
    const said = note?.trim();
    await act.run({ params: { id: line.id }, body: { to, reason, ...(said ? { note: said } : {}) } });
    onClose();
  };
  const title = word('clocks.ask.postpone.title', { clock: word(`clocks.${line.policyKey}.name`) });
  return (
    <Dialog open title={title} onClose={onClose}>
      <FormFrame<Typed>
        label={title}
        initial={{ to: new Date(Date.parse(line.dueAt) + DAY_MS).toISOString() }}
        guard={false}
        problem={problem}
        submitWord={word('clocks.ask.postpone.do')}
        onCancel={onClose}
        onSubmit={save}
      >
        {line.recordTitle && <p className="k-s13 k-t2">{line.recordTitle}</p>}
        <FieldList fields={[[word('clocks.ask.postpone.due'), <Moment key="due" at={line.dueAt} />]]} />
        <Bound line={line} />
        <Field name="reason" label={word('clocks.ask.postpone.reason')} required>
          <ChoiceChips choices={choices} />
        </Field>
        <Field name="to" label={word('clocks.ask.postpone.to')} required>
          <MomentInput />
        </Field>
        <Field name="note" label={word('clocks.ask.note')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
        </Field>
      </FormFrame>
    </Dialog>
  );
}
