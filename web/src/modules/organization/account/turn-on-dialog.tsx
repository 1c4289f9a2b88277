import { confirmSecondFactor, startSecondFactor } from '@dealtrail/protocol/auth';
import type { Answer } from '@dealtrail/protocol/kernel';
import { Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { CopyLine } from '../../../kit/copy/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { QrPicture } from '../../../kit/qr/index.ts';
import { AskPassword } from './ask-password.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useAccountWords } from './words.ts';

interface ScanProps {
  readonly started: Answer<typeof startSecondFactor>;
  readonly onConfirmed: (codes: readonly string[]) => void;
  readonly onClose?: (() => void) | undefined;
}

function Scan({ started, onConfirmed, onClose }: ScanProps) {
  const word = useAccountWords();
  const act = useAct(confirmSecondFactor, {
    invalidates: ['auth.*'],
    onDone: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
  });
  const problem = useProblemWords(act.error);
  return (
    <div className="k-stack">
      <p>{word('account.second.scan')}</p>
      <QrPicture value={started.address} label={word('account.second.scan.label')} />
      <p className="k-s13 k-t2">{word('account.second.secret')}</p>
      <CopyLine
        label={word('account.second.secret')}
        value={started.secret.replace(/.{4}(?=.)/g, '$& ')}
        copyWord={word('settings.copy')}
        copiedWord={word('settings.copied')}
      />
      <FormFrame<{ code: string }>
        label={word('account.second.turnOn')}
        initial={{}}
        guard={false}
        problem={problem}
        submitWord={word('account.second.confirm')}
        onCancel={onClose}
        onSubmit={({ code }) => act.run({ body: { code } })}
      >
        <Field name="code" label={word('account.second.code')} required>
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
        </Field>
      </FormFrame>
    </div>
  );
}

interface TurnOnProps {
  /** What is said before the password is asked for. */
  readonly note?: string;
  readonly onConfirmed: (codes: readonly string[]) => void;
  /** Absent where there is no way around it. */
  readonly onClose?: () => void;
}

/** The way to a second step: the password, the QR code and its first code. */
export function TurnOn({ note, onConfirmed, onClose }: TurnOnProps) {
  const word = useAccountWords();
  const [started, setStarted] = useState<Answer<typeof startSecondFactor>>();
  const act = useAct(startSecondFactor, { onDone: setStarted });
  if (started) return <Scan started={started} onConfirmed={onConfirmed} onClose={onClose} />;
  return <AskPassword note={note} submitWord={word('account.second.next')} act={act} onClose={onClose} />;
}

/** Turns the second step on, then shows the recovery codes. */
export function TurnOnDialog({ onClose }: { readonly onClose: () => void }) {
  const word = useAccountWords();
  const [codes, setCodes] = useState<readonly string[]>();
  return (
    <Dialog open title={codes ? word('account.second.codes') : word('account.second.turnOn')} onClose={onClose}>
      {codes ? (
        <RecoveryCodes codes={codes} onKept={onClose} />
      ) : (
        <TurnOn note={word('account.second.off.note')} onConfirmed={setCodes} onClose={onClose} />
      )}
    </Dialog>
  );
}
