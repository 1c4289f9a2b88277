import { type DemoPerson, demoPeople } from '@dealtrail/protocol/demo';
import { useOperation } from '../../../kernel/client/index.ts';
import { useWords } from '../../../kernel/i18n/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import type { zh } from '../messages/zh.ts';
import { useSeat } from '../use-demo.ts';
import './demo.css';

const groups = ['administrator', 'leading', 'selling', 'others'] as const;

function groupOf({ roleKeys }: DemoPerson): (typeof groups)[number] {
  if (roleKeys.includes('administrator')) return 'administrator';
  if (roleKeys.includes('supervisor') || roleKeys.includes('sales_manager')) return 'leading';
  return roleKeys.includes('representative') ? 'selling' : 'others';
}

function Person({ person, onEnter }: { readonly person: DemoPerson; readonly onEnter: () => void }) {
  const word = useWords<keyof typeof zh>();
  const say = useWords();
  const { name, departmentName, roleKeys, overdue, here } = person;
  const roles = roleKeys.map((key) => say(`role.${key}`)).join(' · ');
  return (
    <li>
      <div className="k-grow">
        <b>{name}</b> <span className="k-t2">{roles}</span>
        <div className="k-s12 k-t3">
          {[departmentName, overdue > 0 && word('demo.late', { count: overdue })].filter(Boolean).join(' · ')}
        </div>
      </div>
      {here ? (
        <span className="k-t2">{word('demo.here')}</span>
      ) : (
        <Button small onClick={onEnter} aria-label={word('demo.as.name', { name })}>
          {word('demo.as')}
        </Button>
      )}
    </li>
  );
}

/** Everybody who was made up, each one press away. */
export function DemoCast() {
  const word = useWords<keyof typeof zh>();
  const found = useOperation(demoPeople, {});
  const seat = useSeat();
  if (found.isError) return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton />;
  const people = found.data.items;
  return (
    <Card title={word('demo.choose')}>
      <div className="k-stack">
        <p className="k-t2">{word('demo.choose.hint')}</p>
        {seat.error && <ProblemState error={seat.error} />}
        {groups.map((group) => (
          <section key={group} className="demo-cast" aria-label={word(`demo.group.${group}`)}>
            <h3>{word(`demo.group.${group}`)}</h3>
            <ul>
              {people
                .filter((person) => groupOf(person) === group)
                .map((person) => (
                  <Person key={person.id} person={person} onEnter={() => void seat.enter(person.id)} />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  );
}
