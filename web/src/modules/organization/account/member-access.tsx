import { endMemberSessions, makeResetLink, resetMemberFactor } from '@dealtrail/protocol/organization';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { Link } from '../../../kernel/routing/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Moment } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { FieldList } from '../../../kit/record/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { ShareLink } from '../parts/share-link.tsx';
import { useMemberAccess } from './queries.ts';
import { useAccountWords } from './words.ts';
import './account.css';

interface AboutMember {
  readonly id: string;
}

function ResetLinkDialog({ link, onClose }: { readonly link: string; readonly onClose: () => void }) {
  const word = useAccountWords();
  return (
    <Dialog
      open
      title={word('access.reset.link')}
      onClose={onClose}
      foot={
        <Button kind="primary" onClick={onClose}>
          {word('settings.done')}
        </Button>
      }
    >
      <div className="k-stack">
        <p>{word('access.reset.note')}</p>
        <ShareLink label={word('access.reset.link')} link={link} />
      </div>
    </Dialog>
  );
}

function FactorDialog({ id, onClose }: AboutMember & { readonly onClose: () => void }) {
  const word = useAccountWords();
  const { words } = useKit();
  const act = useAct(resetMemberFactor, { invalidates: ['organization.*'], onDone: onClose });
  return (
    <Dialog
      open
      title={word('access.factor')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="danger" busy={act.busy} onClick={() => act.press({ params: { id } })}>
            {word('access.factor')}
          </Button>
        </>
      }
    >
      <p>{word('access.factor.note')}</p>
      <ProblemNotice error={act.error} />
    </Dialog>
  );
}

/** How a member signs in, and what an administrator can do when they cannot. */
export function MemberAccess({ id }: AboutMember) {
  const word = useAccountWords();
  const found = useMemberAccess(id);
  const [link, setLink] = useState<string>();
  const [resetting, setResetting] = useState(false);
  const reset = useAct(makeResetLink, { onDone: (made) => setLink(made.link) });
  const end = useAct(endMemberSessions, { invalidates: ['organization.*'] });
  const access = found.data;
  if (!access) return found.isError ? <ProblemState error={found.error} /> : <Skeleton count={3} />;
  const { sessions, lastSignInAt, secondFactorSince } = access;
  return (
    <section className="account-access k-stack" aria-label={word('access.title')}>
      <h2 className="account-head">{word('access.title')}</h2>
      <FieldList
        fields={[
          [word('access.lastSignIn'), lastSignInAt ? <Moment key="at" at={lastSignInAt} /> : word('access.never')],
          [word('access.sessions'), word('access.sessions.count', { count: sessions })],
          [
            word('access.second'),
            secondFactorSince ? (
              <span key="since">
                {word('account.second.on')} <Moment at={secondFactorSince} />
              </span>
            ) : (
              word('account.second.off')
            ),
          ],
        ]}
      />
      <div className="k-row k-wrap">
        <Button busy={reset.busy} icon="key" onClick={() => reset.press({ params: { id } })}>
          {word('access.reset')}
        </Button>
        {sessions > 0 && (
          <Button busy={end.busy} icon="sign-out" onClick={() => end.press({ params: { id } })}>
            {word('access.endSessions')}
          </Button>
        )}
        {secondFactorSince && <Button onClick={() => setResetting(true)}>{word('access.factor')}</Button>}
        <Link to={`/settings/sign-ins?member=${id}`}>{word('access.log')}</Link>
      </div>
      <ProblemNotice error={reset.error ?? end.error} />
      {link && <ResetLinkDialog link={link} onClose={() => setLink(undefined)} />}
      {resetting && <FactorDialog id={id} onClose={() => setResetting(false)} />}
    </section>
  );
}
