import type { Answer, Passed } from '@dealtrail/protocol/kernel';
import { tryRecycleRule } from '@dealtrail/protocol/leads';
import { useState } from 'react';
import { useAct } from '../../../../kernel/client/index.ts';
import { Link } from '../../../../kernel/routing/index.ts';
import { ProblemNotice } from '../../../../kernel/states/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { joined, Moment } from '../../../../kit/formats/index.ts';
import { useTypedValues } from '../../../../kit/form/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { useLeadWords } from '../words.ts';

type Trial = Answer<typeof tryRecycleRule>;
type Terms = Passed<typeof tryRecycleRule>['body'];

function Said({ trial }: { readonly trial: Trial }) {
  const word = useLeadWords();
  const { language } = useKit();
  const { soon, owners, samples } = trial;
  if (trial.now + soon === 0) return <p className="k-t2">{word('pools.trial.none')}</p>;
  const people = owners.map(({ name, leads }) => word('pools.trial.owner', { name, count: leads }));
  return (
    <div className="k-stack" role="status">
      <p>
        <b>{word('pools.trial.now', { count: trial.now })}</b>
        {soon > 0 && <span className="k-t2"> · {word('pools.trial.soon', { count: soon })}</span>}
      </p>
      {people.length > 0 && <p className="k-s13 k-t2">{joined(people, 'names', language)}</p>}
      <ul className="lead-trial-lines">
        {samples.map(({ id, title, ownerName, takesAt }) => (
          <li key={id}>
            <Link to={`/leads/${id}`}>{title}</Link>
            <span className="k-s12 k-t2">
              {ownerName} · <Moment at={takesAt} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Tries the rule that is being written on the leads there are; nothing is saved. */
export function RecycleTrial() {
  const word = useLeadWords();
  const typed = useTypedValues() as unknown as Partial<Terms>;
  const act = useAct(tryRecycleRule);
  const [said, setSaid] = useState<Trial>();
  const { measure = 'no_contact', days, intents = [], priorities = [], states = [] } = typed;
  const run = () =>
    void act
      .run({ body: { measure, days: days ?? 1, intents, priorities, states, active: false, poolId: null } })
      .then(setSaid)
      .catch(() => setSaid(undefined));
  return (
    <div className="k-stack pool-trial">
      <div className="k-row k-wrap">
        <Button busy={act.busy} disabled={!days} onClick={run}>
          {word('pools.trial')}
        </Button>
        <span className="k-s13 k-t3">{word('pools.trial.hint')}</span>
      </div>
      <ProblemNotice error={act.error} />
      {said && <Said trial={said} />}
    </div>
  );
}
