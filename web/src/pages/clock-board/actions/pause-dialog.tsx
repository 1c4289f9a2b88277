import { type ClockLine, LONGEST_PAUSE_DAYS, pauseClock } from '@dealtrail/protocol/clocks';
import { Input } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useRefusal } from '../../../kernel/clock-asks/index.ts';
import { useReasons } from '../../../kernel/clocks/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { dayAfter, dayOf } from '../../../kit/formats/index.ts';
import { ChoiceChips, DayInput, Field, FormFrame } from '../../../kit/form/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { useBoardWords } from '../parts/words.ts';

interface Typed {
  until: string;
  reason: string;
  note?: string;
}

const USUAL_DAYS = 7;

/** Puts one clock off until a day, with its reason. */
export function PauseDialog({ line, onClose }: { readonly line: ClockLine; readonly onClose: () => void }) {
  const word = useBoardWords();
  const { zone, now } = useKit();
  const today = dayOf(now(), zone);
  const act = useAct(pauseClock, { invalidates: ['clocks.*', 'leads.*', 'opportunities.*', 'insights.*'] });
  const problem = useRefusal(act, 'pause');
  const { choices } = useReasons('pause');
  const save = async ({ until, reason, note }: Typed) => {
    const said = note?.trim();
    await act.run({ params: { id: line.id }, body: { until, reason, ...(said ? { note: said } : {}) } });
    onClose();
  };
  const title = word('clockBoard.pause.title', { clock: word(`clocks.${line.policyKey}.name`) });
  return (
    <Dialog open title={title} onClose={onClose}>
      <FormFrame<Typed>
        label={title}
        initial={{ until: dayAfter(today, USUAL_DAYS) }}
        guard={false}
        problem={problem}
        submitWord={word('clockBoard.pause.do')}
        onCancel={onClose}
        onSubmit={save}
      >
        <p className="k-s13 k-t2">{line.recordTitle}</p>
        <Field name="reason" label={word('clockBoard.pause.reason')} required>
          <ChoiceChips choices={choices} />
        </Field>
        <Field name="until" label={word('clockBoard.pause.until')} help={word('clockBoard.pause.until.help')} required>
          <DayInput from={dayAfter(today, 1)} until={dayAfter(today, LONGEST_PAUSE_DAYS)} />
        </Field>
        <Field name="note" label={word('clockBoard.pause.note')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
        </Field>
      </FormFrame>
    </Dialog>
  );
}
