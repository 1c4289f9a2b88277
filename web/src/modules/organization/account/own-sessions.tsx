import { endOtherSessions, endOwnSession, listOwnSessions, listOwnSignIns } from '@dealtrail/protocol/auth';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Moment } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { Notice, Skeleton } from '../../../kit/states/index.ts';
import { useOwnSessions } from './queries.ts';
import { useAccountWords } from './words.ts';

type OwnSession = Answer<typeof listOwnSessions>['items'][number];

const stale = [listOwnSessions, listOwnSignIns];

function Line({ session }: { readonly session: OwnSession }) {
  const word = useAccountWords();
  const act = useAct(endOwnSession, { invalidates: stale });
  const device = word('account.session.device', {
    browser: word(`browser.${session.browser}`),
    system: word(`system.${session.system}`),
  });
  return (
    <li>
      <div className="k-grow">
        <b>{device}</b>
        <div className="k-s13 k-t2">
          <Facts>
            {session.near === 'internet' ? session.peer : word(`near.${session.near}`)}
            <span>
              {word('account.session.signedIn')} <Moment at={session.createdAt} />
            </span>
            <span>
              {word('account.session.seen')} <Moment at={session.seenAt} ago />
            </span>
          </Facts>
        </div>
        <ProblemNotice error={act.error} />
      </div>
      {session.here ? (
        <StateTag tone="accent">{word('account.session.here')}</StateTag>
      ) : (
        <Button
          small
          busy={act.busy}
          label={word('account.session.endOf', { device })}
          onClick={() => act.press({ params: { id: session.id } })}
        >
          {word('account.session.end')}
        </Button>
      )}
    </li>
  );
}

/** Where one is signed in; each of them, or all others at once, can be signed out. */
export function OwnSessions() {
  const word = useAccountWords();
  const found = useOwnSessions();
  const [ended, setEnded] = useState<number>();
  const others = useAct(endOtherSessions, { invalidates: stale, onDone: (answer) => setEnded(answer.ended) });
  const items = found.data?.items;
  return (
    <Card title={word('account.sessions')} flush>
      {!items ? (
        <div className="k-card-body">
          {found.isError ? (
            <ProblemState error={found.error} onRetry={() => void found.refetch()} />
          ) : (
            <Skeleton shape="rows" count={2} />
          )}
        </div>
      ) : (
        <ul className="account-lines">
          {items.map((session) => (
            <Line key={session.id} session={session} />
          ))}
        </ul>
      )}
      <div className="k-card-body k-stack">
        <div className="k-row k-wrap">
          <p className="k-grow k-s13 k-t3">{word('account.sessions.note')}</p>
          {items && items.length > 1 && (
            <Button small busy={others.busy} onClick={() => others.press({})}>
              {word('account.sessions.endOthers')}
            </Button>
          )}
        </div>
        {ended !== undefined && <Notice title={word('account.sessions.ended', { count: ended })} />}
        <ProblemNotice error={others.error} />
      </div>
    </Card>
  );
}
