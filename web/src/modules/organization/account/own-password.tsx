import { changePassword, listOwnSessions, listOwnSignIns } from '@dealtrail/protocol/auth';
import { Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { Notice } from '../../../kit/states/index.ts';
import { useAccountWords } from './words.ts';

interface Typed {
  current: string;
  password: string;
}

function ChangeDialog({ onDone, onClose }: { readonly onDone: (ended: number) => void; readonly onClose: () => void }) {
  const word = useAccountWords();
  const act = useAct(changePassword, { invalidates: [listOwnSessions, listOwnSignIns] });
  const problem = useProblemWords(act.error);
  return (
    <Dialog open title={word('account.password.change')} onClose={onClose}>
      <FormFrame<Typed>
        label={word('account.password.change')}
        initial={{}}
        guard={false}
        problem={problem}
        submitWord={word('account.password.save')}
        onCancel={onClose}
        onSubmit={async (body) => onDone((await act.run({ body })).ended)}
      >
        <Field name="current" label={word('account.password.current')} required>
          <Input.Password autoComplete="current-password" maxLength={128} autoFocus />
        </Field>
        <Field name="password" label={word('account.password.new')} help={word('account.password.new.hint')} required>
          <Input.Password autoComplete="new-password" maxLength={128} />
        </Field>
      </FormFrame>
    </Dialog>
  );
}

/** The own password: changed by who knows the present one. */
export function OwnPassword() {
  const word = useAccountWords();
  const [changing, setChanging] = useState(false);
  const [ended, setEnded] = useState<number>();
  const done = (count: number) => {
    setEnded(count);
    setChanging(false);
  };
  return (
    <Card title={word('account.password')}>
      <div className="k-stack">
        <div className="k-row k-wrap">
          <p className="k-grow k-t2">{word('account.password.note')}</p>
          <Button onClick={() => setChanging(true)}>{word('account.password.change')}</Button>
        </div>
        {ended !== undefined && <Notice title={word('account.password.done', { count: ended })} />}
      </div>
      {changing && <ChangeDialog onDone={done} onClose={() => setChanging(false)} />}
    </Card>
  );
}
