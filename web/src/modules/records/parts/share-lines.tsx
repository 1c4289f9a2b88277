import { endShare, type Share } from '@dealtrail/protocol/records';
import { useAct } from '../../../kernel/client/index.ts';
import { useSession } from '../../../kernel/session/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Day } from '../../../kit/formats/index.ts';
import { Avatar, Facts } from '../../../kit/mark/index.ts';
import { useShares } from '../queries.ts';
import { useRecordWords } from './words.ts';
import './records.css';

function Line({ id, share }: { readonly id: string; readonly share: Share }) {
  const word = useRecordWords();
  const { member } = useSession();
  const act = useAct(endShare, { invalidates: ['records.*', 'activities.*'] });
  const name = share.memberName ?? '';
  const own = share.memberId === member.id;
  return (
    <li>
      <Avatar name={name} />
      <div className="k-grow">
        <b>{name}</b>
        <div className="k-s12 k-t3">
          <Facts>
            {word(`shareLevel.${share.level}`)}
            {share.endsOn && (
              <span>
                {word('records.shares.until')} <Day day={share.endsOn} />
              </span>
            )}
            {share.grantedByName && word('records.shares.by', { name: share.grantedByName })}
          </Facts>
        </div>
        {share.note && <div className="k-s13 k-t2">{share.note}</div>}
        <ProblemNotice error={act.error} />
      </div>
      {share.mayEnd && (
        <Button
          small
          kind="link"
          busy={act.busy}
          label={word(own ? 'records.shares.leave' : 'records.shares.endOf', { name })}
          onClick={() => act.press({ params: { id, memberId: share.memberId } })}
        >
          {word(own ? 'records.shares.leave' : 'records.shares.end')}
        </Button>
      )}
    </li>
  );
}

/** With whom a record is shared, with the way to end it; nothing where nobody is. */
export function ShareLines({ id }: { readonly id: string }) {
  const word = useRecordWords();
  const items = useShares(id, true).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <ul className="share-lines" aria-label={word('records.shares')}>
      {items.map((share) => (
        <Line key={share.memberId} id={id} share={share} />
      ))}
    </ul>
  );
}
