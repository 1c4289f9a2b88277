import { explainLate } from '@dealtrail/protocol/reviews';
import { Input } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useReasons } from '../../../kernel/clocks/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { ChoiceChips, Field, FormFrame } from '../../../kit/form/index.ts';
import { useReviewWords } from '../parts/words.ts';

interface Typed {
  reason: string;
  note?: string;
}

interface CauseDialogProps {
  readonly reviewId: string;
  /** The overdue records it explains. */
  readonly recordIds: readonly string[];
  readonly onClose: () => void;
}

/** Names why records are overdue, one cause for all of them. */
export function CauseDialog({ reviewId, recordIds, onClose }: CauseDialogProps) {
  const word = useReviewWords();
  const act = useAct(explainLate, { invalidates: ['reviews.*', 'clocks.*', 'insights.*'] });
  const problem = useProblemWords(act.error);
  const { choices } = useReasons('late');
  const count = recordIds.length;
  const title = count > 1 ? word('reviews.cause.many', { count }) : word('reviews.cause.title');
  const save = async ({ reason, note }: Typed) => {
    const said = note?.trim();
    await act.run({
      params: { id: reviewId },
      body: { recordIds: [...recordIds], reason, ...(said ? { note: said } : {}) },
    });
    onClose();
  };
  return (
    <Dialog open title={title} onClose={onClose}>
      <FormFrame<Typed>
        label={title}
        initial={{}}
        guard={false}
        problem={problem}
        submitWord={word('reviews.save')}
        onCancel={onClose}
        onSubmit={save}
      >
        <Field name="reason" label={word('reviews.cause.reason')} required>
          <ChoiceChips choices={choices} />
        </Field>
        <Field name="note" label={word('reviews.cause.note')}>
          <Input maxLength={500} />
        </Field>
      </FormFrame>
    </Dialog>
  );
}
