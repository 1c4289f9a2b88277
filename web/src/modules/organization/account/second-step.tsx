import { endSecondFactor, getSecondFactor, renewRecoveryCodes } from '@dealtrail/protocol/auth';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useSession } from '../../../kernel/session/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Moment } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { AskPassword } from './ask-password.tsx';
import { useSecondFactor } from './queries.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TurnOnDialog } from './turn-on-dialog.tsx';
import { useAccountWords } from './words.ts';

type Open = 'turnOn' | 'turnOff' | 'renew';

function TurnOffDialog({ onClose }: { readonly onClose: () => void }) {
  const word = useAccountWords();
  const act = useAct(endSecondFactor, { invalidates: ['auth.*'], onDone: onClose });
  return (
    <Dialog open title={word('account.second.turnOff')} onClose={onClose}>
      <AskPassword
        note={word('account.second.turnOff.note')}
        submitWord={word('account.second.turnOff')}
        act={act}
        onClose={onClose}
      />
    </Dialog>
  );
}

function RenewDialog({ onClose }: { readonly onClose: () => void }) {
  const word = useAccountWords();
  const [codes, setCodes] = useState<readonly string[]>();
  const act = useAct(renewRecoveryCodes, {
    invalidates: [getSecondFactor],
    onDone: ({ recoveryCodes }) => setCodes(recoveryCodes),
  });
  return (
    <Dialog open title={word('account.second.codes')} onClose={onClose}>
      {codes ? (
        <RecoveryCodes codes={codes} onKept={onClose} />
      ) : (
        <AskPassword
          note={word('account.second.renew.note')}
          submitWord={word('account.second.renew')}
          act={act}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

const dialogs = { turnOn: TurnOnDialog, turnOff: TurnOffDialog, renew: RenewDialog };

/** The own second step: on or off, the recovery codes that are left. */
export function SecondStep() {
  const word = useAccountWords();
  const { secondStep } = useSession();
  const found = useSecondFactor();
  const [open, setOpen] = useState<Open>();
  const factor = found.data;
  const OpenDialog = open && dialogs[open];
  return (
    <Card title={word('account.second')}>
      {!factor ? (
        found.isError ? (
          <ProblemState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Skeleton count={1} />
        )
      ) : factor.since ? (
        <div className="k-row k-wrap">
          <div className="k-grow">
            <Facts>
              <StateTag tone="accent">{word('account.second.on')}</StateTag>
              <span>
                {word('account.second.since')} <Moment at={factor.since} />
              </span>
              {word('account.second.codesLeft', { count: factor.recoveryCodesLeft })}
              {secondStep !== 'free' && word('account.second.required')}
            </Facts>
          </div>
          <Button onClick={() => setOpen('renew')}>{word('account.second.renew')}</Button>
          {secondStep === 'free' && (
            <Button onClick={() => setOpen('turnOff')}>{word('account.second.turnOff')}</Button>
          )}
        </div>
      ) : (
        <div className="k-row k-wrap">
          <div className="k-grow">
            <p className="k-t2 account-words">{word('account.second.off.note')}</p>
          </div>
          <Button onClick={() => setOpen('turnOn')}>{word('account.second.turnOn')}</Button>
        </div>
      )}
      {OpenDialog && <OpenDialog onClose={() => setOpen(undefined)} />}
    </Card>
  );
}
