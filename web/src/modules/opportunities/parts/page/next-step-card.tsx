import type { Opportunity } from '@dealtrail/protocol/opportunities';
import { useSay } from '../../../../kernel/i18n/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { Card } from '../../../../kit/card/index.ts';
import { ClockChip } from '../../../../kit/clock/index.ts';
import type { Do } from '../../actions/doing.ts';
import { promisedNext } from '../../rules/task-places.ts';
import { useOpportunityWords } from '../words.ts';

/** What was promised to the customer next, and until when; or that nothing was. */
export function NextStepCard({ opportunity, onDo }: { readonly opportunity: Opportunity; readonly onDo: Do }) {
  const word = useOpportunityWords();
  const say = useSay();
  const next = promisedNext(opportunity);
  const record = () => onDo({ kind: 'followUp', id: opportunity.id });
  const clock = opportunity.clocks.find((each) => each.policyKey === 'next_step' && each.stoppedAt === null);
  if (!next)
    return (
      <Card title={word('opportunities.nextStep')}>
        <p>{word('opportunities.nextStep.none')}</p>
        {opportunity.abilities.followUp && opportunity.state === 'open' && (
          <p className="k-s13 k-t2">
            {word('opportunities.nextStep.none.hint')}{' '}
            <Button kind="link" small onClick={record}>
              {word('opportunities.followUp')}
            </Button>
          </p>
        )}
      </Card>
    );
  const due = clock ?? (next.dueAt ? { state: 'running' as const, dueAt: next.dueAt } : undefined);
  return (
    <Card title={word('opportunities.nextStep')}>
      <div className="k-row k-wrap">
        {due && <ClockChip clock={due} />}
        <b>{say(next.title)}</b>
      </div>
      {next.ownerName && (
        <p className="k-s13 k-t2">{word('opportunities.nextStep.promised', { who: next.ownerName })}</p>
      )}
    </Card>
  );
}
