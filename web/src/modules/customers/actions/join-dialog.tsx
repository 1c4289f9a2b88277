import { joinRecord, ownJoinRequests } from '@dealtrail/protocol/customers';
import { Input } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { useCustomerWords } from '../parts/words.ts';

interface JoinDialogProps {
  readonly hitId: string;
  /** Who follows the record. */
  readonly who: string;
  readonly onClose: () => void;
  readonly onAsked: (hitId: string) => void;
}

/** 申请协作: asks to work on a record that is out of sight. */
export function JoinDialog({ hitId, who, onClose, onAsked }: JoinDialogProps) {
  const word = useCustomerWords();
  const act = useAct(joinRecord, { invalidates: [ownJoinRequests] });
  const problem = useProblemWords(act.error);
  return (
    <Dialog open title={word('customers.join.title', { who })} onClose={onClose}>
      <FormFrame<{ reason: string }>
        label={word('customers.join.act')}
        initial={{}}
        guard={false}
        problem={problem}
        submitWord={word('customers.join.send')}
        onCancel={onClose}
        onSubmit={async ({ reason }) => {
          await act.run({ params: { id: hitId }, body: { reason: reason.trim() } });
          onAsked(hitId);
          onClose();
        }}
      >
        <Field name="reason" label={word('customers.join.reason')} help={word('customers.join.reason.hint')} required>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} autoFocus />
        </Field>
      </FormFrame>
    </Dialog>
  );
}
