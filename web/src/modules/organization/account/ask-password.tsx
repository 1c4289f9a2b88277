import { Input } from 'antd';
import type { Passed } from '@dealtrail/protocol/kernel';
import type { endSecondFactor, renewRecoveryCodes, startSecondFactor } from '@dealtrail/protocol/auth';
import type { Act } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { useAccountWords } from './words.ts';

type Asking = typeof endSecondFactor | typeof renewRecoveryCodes | typeof startSecondFactor;

interface AskPasswordProps<O extends Asking> {
  /** What is about to happen, where the place does not say it. */
  readonly note?: string | undefined;
  readonly submitWord: string;
  readonly act: Act<O>;
  /** Absent where there is no way around it. */
  readonly onClose?: (() => void) | undefined;
}

/** Asks somebody who is signed in for the password again, before the second step changes. */
export function AskPassword<O extends Asking>({ note, submitWord, act, onClose }: AskPasswordProps<O>) {
  const word = useAccountWords();
  const problem = useProblemWords(act.error);
  return (
    <FormFrame<{ password: string }>
      label={word('account.second.askPassword')}
      initial={{}}
      guard={false}
      problem={problem}
      submitWord={submitWord}
      onCancel={onClose}
      onSubmit={(body) => act.run({ body } as Passed<O>)}
    >
      {note && <p className="k-t2">{note}</p>}
      <Field name="password" label={word('account.second.askPassword')} required>
        <Input.Password autoComplete="current-password" maxLength={128} autoFocus />
      </Field>
    </FormFrame>
  );
}
