import { type DeadLetter, setAsideDeadLetter } from '@dealtrail/protocol/jobs';
import { Input } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { useOperationsWords } from '../parts/words.ts';

/** Lets something that failed be, with the reason why it is not needed any more. */
export function AsideDialog({ letter, onClose }: { readonly letter: DeadLetter; readonly onClose: () => void }) {
  const word = useOperationsWords();
  const act = useAct(setAsideDeadLetter, { invalidates: ['operations.*'] });
  return (
    <Dialog open title={word('operations.aside.title')} onClose={onClose}>
      <p className="k-t2">{word('operations.aside.hint')}</p>
      <FormFrame<{ reason: string }>
        label={word('operations.aside.title')}
        initial={{}}
        problem={useProblemWords(act.error)}
        submitWord={word('operations.letter.aside')}
        guard={false}
        onCancel={onClose}
        onSubmit={async ({ reason }) => {
          await act.run({ params: { id: letter.id }, body: { reason } });
          onClose();
        }}
      >
        <Field name="reason" label={word('operations.aside.reason')} required>
          <Input.TextArea rows={3} maxLength={500} />
        </Field>
      </FormFrame>
    </Dialog>
  );
}
