import { answerJoin, type JoinRequest, listJoinRequests } from '@dealtrail/protocol/customers';
import { Input } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { ChoiceChips, Field, FormFrame } from '../../../kit/form/index.ts';
import { useCustomerWords } from '../parts/words.ts';

interface Typed {
  readonly level?: 'read' | 'write';
  readonly answer?: string;
}

interface AnswerJoinDialogProps {
  readonly request: JoinRequest;
  readonly grant: boolean;
  readonly onClose: () => void;
}

/** Shares the record with who asked, as far as one chooses, or declines with a reason. */
export function AnswerJoinDialog({ request, grant, onClose }: AnswerJoinDialogProps) {
  const word = useCustomerWords();
  const act = useAct(answerJoin, { invalidates: [listJoinRequests, 'records.*', 'activities.*'] });
  const problem = useProblemWords(act.error);
  const verb = word(grant ? 'customers.join.grant' : 'customers.join.decline');
  const levels = (['read', 'write'] as const).map((value) => ({ value, word: word(`customers.join.level.${value}`) }));
  return (
    <Dialog open title={word('customers.join.answer', { verb, who: request.memberName ?? '' })} onClose={onClose}>
      <FormFrame<Typed>
        label={verb}
        initial={{ level: 'read' }}
        guard={false}
        problem={problem}
        submitWord={verb}
        onCancel={onClose}
        onSubmit={async ({ level = 'read', answer = '' }) => {
          const text = answer.trim();
          await act.run({
            params: { id: request.id },
            body: grant ? { grant, level, ...(text ? { answer: text } : {}) } : { grant, answer: text },
          });
          onClose();
        }}
      >
        <Field name="level" label={word('customers.join.level')} when={grant}>
          <ChoiceChips choices={levels} />
        </Field>
        <Field name="answer" label={word(grant ? 'customers.join.note' : 'customers.join.why')} required={!grant}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} />
        </Field>
      </FormFrame>
    </Dialog>
  );
}
