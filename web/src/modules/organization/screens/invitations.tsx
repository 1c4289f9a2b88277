import { type listInvitations, revokeInvitation } from '@dealtrail/protocol/organization';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useAct } from '../../../kernel/client/index.ts';
import { useAddressSearch } from '../../../kernel/routing/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { joined, Moment } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { InviteDialog } from '../actions/invite-dialog.tsx';
import { JoinLinks } from '../joining/join-links.tsx';
import { WaitingMembers } from '../joining/waiting-members.tsx';
import { SettingsFrame } from '../parts/settings-frame.tsx';
import { useRoleName, useSettingsWords } from '../parts/words.ts';
import { useInvitations } from '../settings-queries.ts';

type Invitation = Answer<typeof listInvitations>['items'][number];

function Line({ invitation }: { readonly invitation: Invitation }) {
  const word = useSettingsWords();
  const nameOf = useRoleName();
  const { language } = useKit();
  const act = useAct(revokeInvitation, { invalidates: ['organization.*'] });
  const { name, email, departmentName, roleKeys, state, expiresAt, createdAt } = invitation;
  const open = state === 'open';
  return (
    <li className={open ? '' : 'quiet'}>
      <div className="k-grow">
        <b>{name ?? email ?? word('settings.invitation.anybody')}</b>
        <div className="k-s13 k-t2">
          <Facts>
            {name && email}
            {departmentName}
            {joined(
              roleKeys.map((key) => nameOf(key)),
              'names',
              language,
            )}
            <Moment at={createdAt} />
            {open && (
              <span>
                {word('settings.invitation.until')} <Moment at={expiresAt} />
              </span>
            )}
          </Facts>
        </div>
        <ProblemNotice error={act.error} />
      </div>
      <StateTag tone={open ? 'accent' : 'outline'}>{word(`settings.invitation.${state}`)}</StateTag>
      {open && (
        <Button
          small
          busy={act.busy}
          label={word('settings.invitation.revokeOf', { name: name ?? email ?? '' })}
          onClick={() => act.press({ params: { id: invitation.id } })}
        >
          {word('settings.invitation.revoke')}
        </Button>
      )}
    </li>
  );
}

/** Invitations: a link each, shown once; who has joined, whose is still open. */
export function Invitations() {
  const word = useSettingsWords();
  const [search, change] = useAddressSearch();
  const found = useInvitations();
  const items = found.data?.items;
  const invite = (
    <Button kind="primary" icon="plus" onClick={() => change({ new: '1' }, false)}>
      {word('settings.invite')}
    </Button>
  );
  return (
    <SettingsFrame here="invitations" note={word('settings.invitations.note')} actions={invite}>
      <WaitingMembers />
      {found.isError && !items ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : !items ? (
        <Skeleton shape="rows" count={5} />
      ) : items.length === 0 ? (
        <Empty icon="mail" title={word('settings.invitations.empty')} hint={word('settings.invitations.empty.hint')} />
      ) : (
        <ul className="settings-list">
          {items.map((invitation) => (
            <Line key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
      <JoinLinks />
      {search['new'] && <InviteDialog onClose={() => change({ new: undefined }, false)} />}
    </SettingsFrame>
  );
}
