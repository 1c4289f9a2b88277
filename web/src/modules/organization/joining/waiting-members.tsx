import { admitMember, listWaitingMembers } from '@dealtrail/protocol/organization';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useAct, useOperation } from '../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { joined, Moment } from '../../../kit/formats/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { useRoleNames } from '../parts/role-names.ts';
import { useJoiningWords } from './words.ts';
import './joining.css';

type Waiting = Answer<typeof listWaitingMembers>['items'][number];

function Line({ member }: { readonly member: Waiting }) {
  const word = useJoiningWords();
  const { nameOf } = useRoleNames();
  const { language } = useKit();
  const act = useAct(admitMember, { invalidates: ['organization.*'] });
  const { id, name, email, mobile, departmentName, roleKeys, waitingSince } = member;
  const decide = (admitted: boolean) => act.press({ params: { id }, body: { admitted } });
  return (
    <li>
      <div className="k-grow">
        <b>{name}</b>
        <div className="k-s13 k-t2">
          <Facts>
            {departmentName}
            {joined(
              roleKeys.map((key) => nameOf(key)),
              'names',
              language,
            )}
            {email}
            {mobile}
            <Moment at={waitingSince} ago />
          </Facts>
        </div>
        <ProblemNotice error={act.error} />
      </div>
      <Button
        small
        kind="accent"
        busy={act.busy}
        label={word('joining.admitOf', { name })}
        onClick={() => decide(true)}
      >
        {word('joining.admit')}
      </Button>
      <Button small busy={act.busy} label={word('joining.refuseOf', { name })} onClick={() => decide(false)}>
        {word('joining.refuse')}
      </Button>
    </li>
  );
}

/** Who joined by a link and waits; nothing while nobody does. */
export function WaitingMembers() {
  const word = useJoiningWords();
  const items = useOperation(listWaitingMembers, {}).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="joining" aria-label={word('joining.waiting')}>
      <h2>{word('joining.waiting')}</h2>
      <ul className="settings-list">
        {items.map((member) => (
          <Line key={member.id} member={member} />
        ))}
      </ul>
    </section>
  );
}
