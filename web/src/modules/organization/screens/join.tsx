import { acceptInvitation } from '@dealtrail/protocol/organization';
import { useAct } from '../../../kernel/client/index.ts';
import { useWords } from '../../../kernel/i18n/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { useSignedIn } from '../../../kernel/session/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { FormFrame } from '../../../kit/form/index.ts';
import { Failure, Skeleton } from '../../../kit/states/index.ts';
import { JoinDepartment } from '../joining/join-department.tsx';
import type { zh } from '../messages/zh.ts';
import { NewCredentials } from '../parts/credential-fields.tsx';
import { Door } from '../parts/door.tsx';
import { useLinkToken } from '../parts/use-link-token.ts';
import { useInvitation } from '../queries.ts';

interface NewMember {
  name: string;
  email: string;
  password: string;
}

/** Joining by a link: of one invitation, or of a whole department. */
export function Join() {
  const token = useLinkToken();
  return token.startsWith('join_') ? <JoinDepartment token={token} /> : <JoinInvited token={token} />;
}

/** Joining by an invitation: what one joins, then name, e-mail and password. */
function JoinInvited({ token }: { readonly token: string }) {
  const word = useWords<keyof typeof zh>();
  const go = useGo();
  const takeOver = useSignedIn();
  const invitation = useInvitation(token);
  const act = useAct(acceptInvitation);
  const refused = useProblemWords(invitation.error);
  const problem = useProblemWords(act.error);
  const enter = async (typed: NewMember) => {
    takeOver(await act.run({ body: { ...typed, token } }));
    go('/', true);
  };
  if (refused)
    return (
      <Door title={word('organization.join.loading')}>
        <Failure title={refused.title} hint={refused.hint} id={refused.id} />
        <Button wide onClick={() => go('/sign-in')}>
          {word('organization.setUp.toSignIn')}
        </Button>
      </Door>
    );
  const found = invitation.data;
  if (!found)
    return (
      <Door title={word('organization.join.loading')}>
        <Skeleton />
      </Door>
    );
  return (
    <Door
      title={word('organization.join.title', { organization: found.organizationName })}
      note={word('organization.join.note')}
    >
      <FormFrame<NewMember>
        label={word('organization.join.act')}
        initial={{ ...(found.name ? { name: found.name } : {}), ...(found.email ? { email: found.email } : {}) }}
        guard={false}
        problem={problem}
        submitWord={word('organization.join.act')}
        onSubmit={enter}
      >
        <NewCredentials />
      </FormFrame>
    </Door>
  );
}
