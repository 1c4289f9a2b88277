import { giveLateReason } from '@dealtrail/protocol/clocks';
import { Input } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useReasons } from '../../../kernel/clocks/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { ChoiceChips, Field, FormFrame } from '../../../kit/form/index.ts';
import { useActivityWords } from '../parts/words.ts';

interface Typed {
  reason: string;
  note?: string;
}

interface LateReasonDialogProps {
  /** The clock that ran out. */
  readonly clockId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Says why a time limit was missed; the breach stays. */
export function LateReasonDialog({ clockId, open, onClose }: LateReasonDialogProps) {
  const word = useActivityWords();
  const act = useAct(giveLateReason, {
    invalidates: ['clocks.*', 'leads.*', 'opportunities.*', 'activities.*', 'insights.*'],
  });
  const problem = useProblemWords(act.error);
  const { choices } = useReasons('late');
  const save = async ({ reason, note }: Typed) => {
    const said = note?.trim();
    await act.run({ params: { id: clockId }, body: { reason, ...(said ? { note: said } : {}) } });
    onClose();
  };
  return (
    <Dialog open={open} title={word('activities.late.title')} onClose={onClose}>
      <FormFrame<Typed>
        label={word('activities.late.title')}
        initial={{}}
        guard={false}
        problem={problem}
        onCancel={onClose}
        onSubmit={save}
      >
        <Field name="reason" label={word('activities.late.reason')} required>
          <ChoiceChips choices={choices} />
        </Field>
        <Field name="note" label={word('activities.late.note')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
        </Field>
      </FormFrame>
    </Dialog>
  );
}
