import { type getOwnAccount, updateOwnAccount } from '@dealtrail/protocol/organization';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { sessionRead } from '../../../kernel/session/index.ts';
import { ProblemState, useProblemWords } from '../../../kernel/states/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Field, FieldRow, FormFrame } from '../../../kit/form/index.ts';
import { FieldList } from '../../../kit/record/index.ts';
import { Notice, Skeleton } from '../../../kit/states/index.ts';
import { useOwnAccount } from './queries.ts';
import { useAccountWords } from './words.ts';

type Account = Answer<typeof getOwnAccount>;

interface Typed {
  name: string;
  mobile?: string;
}

/** A mainland number as people write it: without +86. */
function written(mobile: string | null): string {
  return (mobile ?? '').replace(/^\+86(?=1\d{10}$)/, '');
}

function ProfileForm({ account }: { readonly account: Account }) {
  const word = useAccountWords();
  const cache = useQueryClient();
  const [saved, setSaved] = useState(false);
  const act = useAct(updateOwnAccount, {
    invalidates: ['organization.*'],
    onDone: () => cache.invalidateQueries({ queryKey: sessionRead.queryKey }),
  });
  const problem = useProblemWords(act.error);
  const save = async ({ name, mobile = '' }: Typed) => {
    const changed = mobile.trim() !== written(account.mobile);
    const body = { version: account.version, name: name.trim() };
    setSaved(false);
    await act.run({ body: changed ? { ...body, mobile: mobile.trim() || null } : body });
    setSaved(true);
  };
  return (
    <>
      <FormFrame<Typed>
        key={account.version}
        label={word('account.profile')}
        initial={{ name: account.name, mobile: written(account.mobile) }}
        problem={problem}
        onSubmit={save}
      >
        <FieldRow>
          <Field name="name" label={word('account.name')} required>
            <Input maxLength={80} autoComplete="name" />
          </Field>
          <Field name="mobile" label={word('account.mobile')} help={word('account.mobile.hint')}>
            <Input maxLength={40} inputMode="tel" autoComplete="tel" />
          </Field>
        </FieldRow>
      </FormFrame>
      {saved && <Notice title={word('account.saved')} />}
    </>
  );
}

/** The own name and mobile to change, e-mail and staff number to see. */
export function Profile() {
  const word = useAccountWords();
  const found = useOwnAccount();
  const account = found.data;
  return (
    <Card title={word('account.profile')}>
      <div className="k-stack">
        {account ? (
          <>
            <FieldList
              fields={[
                [word('account.email'), account.email],
                [word('account.staffNumber'), account.staffNumber ?? word('account.none')],
              ]}
            />
            <ProfileForm account={account} />
            <p className="k-s13 k-t3">
              {word('account.signsInWith')} {word('account.profile.note')}
            </p>
          </>
        ) : found.isError ? (
          <ProblemState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Skeleton count={3} />
        )}
      </div>
    </Card>
  );
}
