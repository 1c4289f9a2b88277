import { type Leave, listLeaves } from '@dealtrail/protocol/organization';
import { useState } from 'react';
import { useOperation } from '../../../kernel/client/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { dayOf, formatDay } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Notice, Skeleton } from '../../../kit/states/index.ts';
import { LeaveForm } from './leave-form.tsx';
import { useAccountWords } from './words.ts';

function useDays() {
  const word = useAccountWords();
  const { zone, now, language } = useKit();
  const today = dayOf(now(), zone);
  const say = (day: string) => formatDay(day, today, language);
  return {
    say,
    ofLeave: ({ from, until }: Leave): string => {
      if (from === null && until === null) return word('leave.none');
      return until === null
        ? word('leave.open', { from: say(from ?? '') })
        : word('leave.days', { from: say(from ?? today), until: say(until) });
    },
  };
}

function TeamLine({ leave, onEdit }: { readonly leave: Leave; readonly onEdit: () => void }) {
  const word = useAccountWords();
  const { ofLeave } = useDays();
  return (
    <li>
      <div className="k-grow">
        {leave.name} {leave.away && <StateTag tone="soon">{word('leave.away')}</StateTag>}
        <div className="k-s13 k-t2">
          <Facts>
            {leave.departmentName}
            {ofLeave(leave)}
            {leave.deputyName && word('leave.by', { name: leave.deputyName })}
          </Facts>
        </div>
      </div>
      <Button small onClick={onEdit}>
        {word('leave.edit')}
      </Button>
    </li>
  );
}

/** Leave in the departments one answers for. */
function TeamLeaves({ team }: { readonly team: readonly Leave[] }) {
  const word = useAccountWords();
  const [editing, setEditing] = useState<string>();
  const chosen = team.find(({ memberId }) => memberId === editing);
  const close = () => setEditing(undefined);
  return (
    <Card flush title={word('leave.team')}>
      <ul className="account-lines account-team">
        {team.map((leave) => (
          <TeamLine key={leave.memberId} leave={leave} onEdit={() => setEditing(leave.memberId)} />
        ))}
      </ul>
      {chosen && (
        <Dialog open title={word('leave.of', { name: chosen.name })} onClose={close}>
          <LeaveForm leave={chosen} onCancel={close} onDone={close} />
        </Dialog>
      )}
    </Card>
  );
}

function StandsFor({ leaves }: { readonly leaves: readonly Leave[] }) {
  const word = useAccountWords();
  const { say } = useDays();
  return (
    <div>
      <h3 className="k-s13">{word('leave.standsFor')}</h3>
      {leaves.map(({ memberId, name, away, from, until }) => (
        <p key={memberId} className="k-t2">
          {name}{' '}
          {away
            ? word('leave.standsFor.now', { until: until ? say(until) : '—' })
            : word('leave.standsFor.soon', { from: from ? say(from) : '—' })}
        </p>
      ))}
    </div>
  );
}

/** The own leave with its deputy, whose work falls to oneself, and for supervisors the leave of their people. */
export function Leaves() {
  const word = useAccountWords();
  const found = useOperation(listLeaves, {});
  const [saved, setSaved] = useState(false);
  if (found.isError) return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  const leaves = found.data;
  return (
    <>
      <Card title={word('leave.title')}>
        <div className="k-stack">
          <p className="k-s13 k-t2 account-words">{word('leave.note')}</p>
          {leaves ? <LeaveForm leave={leaves.mine} onDone={() => setSaved(true)} /> : <Skeleton count={3} />}
          {saved && <Notice title={word('leave.saved')} />}
          {leaves && leaves.standsFor.length > 0 && <StandsFor leaves={leaves.standsFor} />}
        </div>
      </Card>
      {leaves && leaves.team.length > 0 && <TeamLeaves team={leaves.team} />}
    </>
  );
}
