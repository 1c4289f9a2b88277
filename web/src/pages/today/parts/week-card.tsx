import { Card } from '../../../kit/card/index.ts';
import { DrillLink } from '../../../modules/insights/index.ts';
import type { Day } from './day-list.tsx';
import { useTodayWords } from './words.ts';

/** What was done since Monday. */
export function WeekCard({ day, title }: { readonly day: Day; readonly title: string }) {
  const word = useTodayWords();
  const { reached, visits, newLeads, attempts } = day.week;
  return (
    <Card title={title} note={word('today.week.note')}>
      <dl className="today-figures">
        <div>
          <dt>{word('today.week.reached')}</dt>
          <dd>{reached}</dd>
        </div>
        <div>
          <dt>{word('today.week.visits')}</dt>
          <dd>{visits}</dd>
        </div>
        <div>
          <dt>{word('today.week.newLeads')}</dt>
          <dd>
            <DrillLink list="leads" drill={day.drills.newLeads} label={word('today.open.leads', { count: newLeads })}>
              {String(newLeads)}
            </DrillLink>
          </dd>
        </div>
      </dl>
      {attempts > 0 && <p className="k-s12 k-t3">{word('today.week.attempts', { count: attempts })}</p>}
    </Card>
  );
}

/** What nobody moves: stalled deals, and for who may assign them leads without an owner. */
export function WatchCard({ day, mayAssign }: { readonly day: Day; readonly mayAssign: boolean }) {
  const word = useTodayWords();
  const { stalled, unassigned, drills } = day;
  if (stalled === 0 && (!mayAssign || unassigned === 0)) return null;
  return (
    <Card title={word('today.watch')}>
      <dl className="today-figures">
        {stalled > 0 && (
          <div>
            <dt>
              <span className="k-why" title={word('today.watch.stalled.says')}>
                {word('today.watch.stalled')}
              </span>
            </dt>
            <dd>
              <DrillLink
                list="opportunities"
                drill={drills.stalled}
                label={word('today.open.deals', { name: word('today.watch.stalled'), count: stalled })}
              >
                {String(stalled)}
              </DrillLink>
            </dd>
          </div>
        )}
        {mayAssign && unassigned > 0 && (
          <div>
            <dt>
              <span className="k-why" title={word('today.watch.unassigned.says')}>
                {word('today.watch.unassigned')}
              </span>
            </dt>
            <dd>
              <DrillLink list="leads" drill={drills.unassigned} label={word('today.open.leads', { count: unassigned })}>
                {String(unassigned)}
              </DrillLink>
            </dd>
          </div>
        )}
      </dl>
    </Card>
  );
}
