import { signOut } from '@dealtrail/protocol/auth';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useAddressSearch, useGo } from '../../../kernel/routing/index.ts';
import { safeNext, sessionRead } from '../../../kernel/session/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { RecoveryCodes } from '../account/recovery-codes.tsx';
import { TurnOn } from '../account/turn-on-dialog.tsx';
import { useAccountWords } from '../account/words.ts';
import { Door } from '../parts/door.tsx';
import '../account/account.css';

/** Who is here, and the ways on: to the page that was asked for, and out. */
function useWays() {
  const cache = useQueryClient();
  const go = useGo();
  const [search] = useAddressSearch();
  const leave = useAct(signOut, {
    onDone: () => {
      cache.setQueryData(sessionRead.queryKey, null);
      go('/sign-in', true);
    },
  });
  const goOn = async () => {
    await cache.fetchQuery({ ...sessionRead, staleTime: 0 });
    go(safeNext(search['next']), true);
  };
  return { leave, goOn, go };
}

/** Setting up the second step the organisation asks for; nothing else answers before. */
export function SecondStepDue() {
  const word = useAccountWords();
  const session = useQuery(sessionRead).data;
  const { leave, goOn, go } = useWays();
  const [codes, setCodes] = useState<readonly string[]>();
  const due = session?.secondStep === 'due';
  /** Whoever was held back here stays until the recovery codes were seen. */
  const [held, setHeld] = useState(due);
  if (due && !held) setHeld(true);
  const elsewhere = codes || session === undefined ? undefined : session === null ? '/sign-in' : held ? undefined : '/';
  useEffect(() => {
    if (elsewhere) go(elsewhere, true);
  }, [elsewhere, go]);
  if (codes)
    return (
      <Door title={word('account.second.codes')}>
        <RecoveryCodes codes={codes} onKept={() => void goOn()} />
      </Door>
    );
  // No heading before it is known whether anything is due: whoever owes nothing is on the way elsewhere.
  if (!session || elsewhere)
    return (
      <main>
        <Skeleton />
      </main>
    );
  if (!due)
    return (
      <Door title={word('account.due.done')}>
        <Button kind="primary" wide onClick={() => void goOn()}>
          {word('account.due.goOn')}
        </Button>
      </Door>
    );
  return (
    <Door
      title={word('account.due.title')}
      note={word('account.due.note', { organization: session.organization.name })}
    >
      <TurnOn onConfirmed={setCodes} />
      <Button kind="link" busy={leave.busy} onClick={() => leave.press({})}>
        {word('account.due.leave')}
      </Button>
    </Door>
  );
}
