import { type Lead, pauseLead } from '@dealtrail/protocol/leads';
import { Input } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useReasons } from '../../../kernel/clocks/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { ChoiceChips, DayInput, Field, FormFrame } from '../../../kit/form/index.ts';
import { dayAfter, dayOf } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { useLeadWords } from '../parts/words.ts';

interface Typed {
  reason: string;
  note?: string;
  until: string;
}

/** R22: a lead rests at most this long. */
const LONGEST_PAUSE_DAYS = 30;

/** Holds every reminder of a lead until a day. */
export function PauseDialog({ lead, onClose }: { readonly lead: Lead; readonly onClose: () => void }) {
  const word = useLeadWords();
  const { zone, now } = useKit();
  const today = dayOf(now(), zone);
  const act = useAct(pauseLead, { invalidates: ['clocks.*', 'leads.*', 'activities.*', 'insights.*'] });
  const problem = useProblemWords(act.error);
  const { choices } = useReasons('pause');
  const save = async ({ reason, note, until }: Typed) => {
    const said = note?.trim();
    await act.run({ params: { id: lead.id }, body: { reason, until, ...(said ? { note: said } : {}) } });
    onClose();
  };
  return (
    <Dialog open title={word('leads.pause.title', { title: lead.title })} onClose={onClose}>
      <FormFrame<Typed>
        label={word('leads.pause')}
        initial={{ until: dayAfter(today, 7) }}
        guard={false}
        problem={problem}
        submitWord={word('leads.pause')}
        onCancel={onClose}
        onSubmit={save}
      >
        <Field name="until" label={word('leads.pause.until')} help={word('leads.pause.hint')} required>
          <DayInput from={dayAfter(today, 1)} until={dayAfter(today, LONGEST_PAUSE_DAYS)} />
        </Field>
        <Field name="reason" label={word('leads.pause.reason')} required>
          <ChoiceChips choices={choices} />
        </Field>
        <Field name="note" label={word('leads.pause.note')}>
          <Input maxLength={200} placeholder={word('leads.pause.note.example')} />
        </Field>
      </FormFrame>
    </Dialog>
  );
}
