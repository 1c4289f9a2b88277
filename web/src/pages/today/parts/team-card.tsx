import { useReasons } from '../../../kernel/clocks/index.ts';
import { Link } from '../../../kernel/routing/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Avatar, Facts } from '../../../kit/mark/index.ts';
import { DrillLink } from '../../../modules/insights/index.ts';
import { recordAddress } from '../actions/acting.ts';
import { When } from './day-line.tsx';
import type { Day } from './day-list.tsx';
import { useLineWords, useTodayWords } from './words.ts';

type Person = NonNullable<Day['team']>[number];

function Owed({ person, stages }: { readonly person: Person; readonly stages: Day['funnel'] }) {
  const wordsOf = useLineWords(stages);
  return (
    <ul className="today-owed">
      {person.items.map((item) => {
        const { title, whom } = wordsOf(item);
        const address = recordAddress(item);
        return (
          <li key={item.id}>
            <When item={item} />
            <span className="k-clip">
              {address ? <Link to={address}>{title}</Link> : title}
              <span className="k-t2">{`　${whom[0] ?? ''}`}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function PersonLine({ person, stages }: { readonly person: Person; readonly stages: Day['funnel'] }) {
  const word = useTodayWords();
  const { memberId, name, overdue, unexplained, reasons, openLeads, drill } = person;
  const { nameOf: reasonOf } = useReasons('late');
  const owes = overdue > 0;
  return (
    <li>
      <Avatar name={name} />
      <div className="k-grow">
        <div className="k-row k-wrap">
          <b>{name}</b>
          <Link
            to="/"
            search={{ member: memberId }}
            className={owes ? 'k-late' : 'k-t2'}
            title={word('today.team.open', { name })}
            activeProps={{}}
            aria-current={undefined}
          >
            {owes ? word('today.team.overdue', { count: overdue }) : word('today.team.fine')}
            <span className="k-hidden-words">{word('today.team.open', { name })}</span>
          </Link>
          <span className="k-grow" />
          <DrillLink list="leads" drill={drill}>
            {word('today.team.leads', { count: openLeads })}
          </DrillLink>
        </div>
        {owes && (
          <p className="k-s12 k-t3">
            <Facts>
              {unexplained > 0 && <span key="none">{word('today.team.unexplained', { count: unexplained })}</span>}
              {reasons.map(({ reason, count }) => (
                <span key={reason}>{word('today.team.reason', { reason: reasonOf(reason), count })}</span>
              ))}
            </Facts>
          </p>
        )}
        {owes && <Owed person={person} stages={stages} />}
      </div>
    </li>
  );
}

/** What each person of the team owes, who owes most first, with the oldest lines and the reasons given. */
export function TeamCard({ team, stages }: { readonly team: readonly Person[]; readonly stages: Day['funnel'] }) {
  const word = useTodayWords();
  const late = team.filter(({ overdue }) => overdue > 0);
  const count = late.reduce((sum, person) => sum + person.overdue, 0);
  return (
    <Card
      flush
      title={word('today.team')}
      note={
        <Facts>
          <span key="count">
            {late.length > 0 ? word('today.team.note', { count, people: late.length }) : word('today.team.fine')}
          </span>
          <Link key="board" to="/clocks">
            {word('today.team.board')}
          </Link>
        </Facts>
      }
    >
      {team.length === 0 ? (
        <p className="today-none k-t3">{word('today.team.none')}</p>
      ) : (
        <ul className="today-team">
          {team.map((person) => (
            <PersonLine key={person.memberId} person={person} stages={stages} />
          ))}
        </ul>
      )}
    </Card>
  );
}
