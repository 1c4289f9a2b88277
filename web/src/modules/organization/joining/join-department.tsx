import { joinByLink, openJoinLink } from '@dealtrail/protocol/organization';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { call, type ProblemError, useAct } from '../../../kernel/client/index.ts';
import { useWords } from '../../../kernel/i18n/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { useSignedIn } from '../../../kernel/session/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { Failure, Skeleton } from '../../../kit/states/index.ts';
import type { zh } from '../messages/zh.ts';
import { NewCredentials } from '../parts/credential-fields.tsx';
import { Door } from '../parts/door.tsx';
import { useJoiningWords } from './words.ts';

interface NewMember {
  name: string;
  email: string;
  mobile?: string;
  password: string;
}

/** The link travels as a POST, so that its token stays out of addresses and logs. */
function useJoinLink(token: string) {
  return useQuery<Answer<typeof openJoinLink>, ProblemError>({
    queryKey: [openJoinLink.id, token],
    queryFn: ({ signal }) => call(openJoinLink, { body: { token } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

function ToSignIn() {
  const word = useWords<keyof typeof zh>();
  const go = useGo();
  return (
    <Button wide onClick={() => go('/sign-in')}>
      {word('organization.setUp.toSignIn')}
    </Button>
  );
}

function JoinForm({ token, onWait }: { readonly token: string; readonly onWait: () => void }) {
  const word = useJoiningWords();
  const go = useGo();
  const takeOver = useSignedIn();
  const act = useAct(joinByLink);
  const problem = useProblemWords(act.error);
  const join = async ({ mobile, ...typed }: NewMember) => {
    const { session } = await act.run({ body: { ...typed, token, ...(mobile?.trim() ? { mobile } : {}) } });
    if (!session) {
      onWait();
      return;
    }
    takeOver(session);
    go('/', true);
  };
  return (
    <FormFrame<NewMember>
      label={word('joining.door.act')}
      initial={{}}
      guard={false}
      problem={problem}
      submitWord={word('joining.door.act')}
      onSubmit={join}
    >
      <NewCredentials>
        <Field name="mobile" label={word('joining.door.mobile')}>
          <Input inputMode="tel" autoComplete="tel" maxLength={40} />
        </Field>
      </NewCredentials>
    </FormFrame>
  );
}

/** Joining by the link of a department; in at once, or once somebody lets them in. */
export function JoinDepartment({ token }: { readonly token: string }) {
  const word = useJoiningWords();
  const doorWord = useWords<keyof typeof zh>();
  const link = useJoinLink(token);
  const refused = useProblemWords(link.error);
  const [waits, setWaits] = useState(false);
  const found = link.data;
  if (waits)
    return (
      <Door title={word('joining.door.waiting')} note={word('joining.door.waiting.note')}>
        <ToSignIn />
      </Door>
    );
  if (!found)
    return (
      <Door title={doorWord('organization.join.loading')}>
        {refused ? <Failure title={refused.title} hint={refused.hint} id={refused.id} /> : <Skeleton />}
        {refused && <ToSignIn />}
      </Door>
    );
  return (
    <Door
      title={doorWord('organization.join.title', { organization: found.organizationName })}
      note={word(found.needsApproval ? 'joining.door.note.approval' : 'joining.door.note')}
    >
      {found.departmentName && <p>{word('joining.door.into', { department: found.departmentName })}</p>}
      <JoinForm token={token} onWait={() => setWaits(true)} />
    </Door>
  );
}
