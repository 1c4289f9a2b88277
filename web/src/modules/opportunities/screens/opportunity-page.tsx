import type { Opportunity } from '@dealtrail/protocol/opportunities';
import { useState } from 'react';
import { useAddressParam } from '../../../kernel/routing/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Sheet } from '../../../kit/dialog/index.tsx';
import { Day, Moment, Money } from '../../../kit/formats/index.ts';
import { RecordPage } from '../../../kit/record/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { RecordFiles, RecordTasks, RecordTimeline, useFollowUpKey } from '../../activities/index.ts';
import { RecordHistory, SharesCard } from '../../records/index.ts';
import { useDoing } from '../actions/opportunity-acts.tsx';
import { MainActs } from '../parts/main-acts.tsx';
import { ForecastCard } from '../parts/page/forecast-card.tsx';
import { NextStepCard } from '../parts/page/next-step-card.tsx';
import { Marks, Trail } from '../parts/page/opportunity-head.tsx';
import { StageCard } from '../parts/page/stage-card.tsx';
import { StageHistory } from '../parts/page/stage-history.tsx';
import { CompetitorCard, FactsCard, NeedCard } from '../parts/page/text-cards.tsx';
import { StageTasks } from '../parts/stage-tasks.tsx';
import { type OpportunityWord, useOpportunityWords, useStageName } from '../parts/words.ts';
import { useOpportunity } from '../queries.ts';
import { tasksByPlace } from '../rules/task-places.ts';
import '../parts/opportunity.css';

function TasksCard({ opportunity }: { readonly opportunity: Opportunity }) {
  const word = useOpportunityWords();
  const stageName = useStageName(opportunity.process.stages);
  const [adding, setAdding] = useState(false);
  const { stage } = tasksByPlace(opportunity);
  const counts = { done: stage.filter((task) => task.doneAt).length, all: stage.length };
  const count = word('opportunities.tasks.stage', { stage: stageName(opportunity.stageKey), ...counts });
  const { update, followUp } = opportunity.abilities;
  const add = (update || followUp) && opportunity.state === 'open' && (
    <Button kind="link" small icon="plus" onClick={() => setAdding(true)}>
      {word('opportunities.tasks.add')}
    </Button>
  );
  return (
    <Card
      title={
        <>
          {word('opportunities.tasks')} <span className="k-s12 k-t3">{stage.length > 0 && count}</span>
        </>
      }
      note={add}
    >
      <StageTasks opportunity={opportunity} />
      <Sheet open={adding} title={word('opportunities.tasks.add')} onClose={() => setAdding(false)}>
        <RecordTasks recordId={opportunity.id} mayAdd />
      </Sheet>
    </Card>
  );
}

/** Signed: what was agreed and when; before that what is expected. */
function figuresOf(opportunity: Opportunity, word: OpportunityWord) {
  const { amountMinor, signedMinor, signedOn, currency, expectedCloseOn } = opportunity;
  const signed = signedMinor !== null && signedOn !== null;
  return [
    {
      label: word(signed ? 'opportunities.close.amountMinor' : 'opportunities.field.amountMinor'),
      value: <Money minor={signed ? signedMinor : amountMinor} currency={currency} />,
    },
    {
      label: word(signed ? 'opportunities.close.signedOn' : 'opportunities.field.expectedCloseOn'),
      value: <Day day={signed ? signedOn : expectedCloseOn} />,
    },
  ];
}

function Loaded({ opportunity }: { readonly opportunity: Opportunity }) {
  const word = useOpportunityWords();
  const { onDo, place } = useDoing();
  const { id, name, abilities } = opportunity;
  const both = { opportunity, onDo };
  const open = opportunity.state === 'open';
  useFollowUpKey(abilities.followUp ? () => onDo({ kind: 'followUp', id, keyed: true }) : undefined);
  return (
    <>
      <RecordPage
        title={name}
        trail={<Trail opportunity={opportunity} />}
        marks={<Marks opportunity={opportunity} />}
        figures={figuresOf(opportunity, word)}
        actions={<MainActs {...both} />}
        top={<StageCard {...both} />}
        main={
          <>
            <div className="opportunity-columns">
              <div>
                {open && <NextStepCard {...both} />}
                {open && <ForecastCard opportunity={opportunity} />}
                <CompetitorCard {...both} />
                <FactsCard opportunity={opportunity} />
              </div>
              <div>
                <NeedCard {...both} />
                <RecordHistory recordId={id} title={word('opportunities.timeline')}>
                  <RecordTimeline recordId={id} />
                </RecordHistory>
              </div>
              <div>
                <TasksCard opportunity={opportunity} />
                <Card title={word('opportunities.files')}>
                  <RecordFiles recordId={id} mayAdd={abilities.update || abilities.followUp} />
                </Card>
                <SharesCard recordId={id} />
                <StageHistory opportunity={opportunity} />
              </div>
            </div>
            <p className="k-s12 k-t3">
              {word('opportunities.moved')} <Moment at={opportunity.lastMovementAt} />
            </p>
          </>
        }
      />
      {place}
    </>
  );
}

/** One opportunity as a one-page sales project: where it stands, what is missing, what comes next, what happened. */
export function OpportunityPage() {
  const found = useOpportunity(useAddressParam('id'));
  if (found.data) return <Loaded opportunity={found.data} />;
  if (found.isError) return <ProblemState page error={found.error} onRetry={() => void found.refetch()} />;
  return <Skeleton shape="cards" count={6} />;
}
