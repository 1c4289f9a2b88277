import type { funnel } from '@dealtrail/protocol/insights';
import type { Answer } from '@dealtrail/protocol/kernel';
import { BarList, Card, CardFoot } from '../../../kit/card/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { useDefinition } from './definition.tsx';
import { DrillLink } from './drill-link.tsx';
import { AllAmounts, StageAmounts, useStageLength } from './stage-amounts.tsx';
import { TakeTable } from './take-table.tsx';
import { useInsightWords } from './words.ts';

type Stages = Answer<typeof funnel>['open'];

/** Open opportunities by stage with their amounts, and what they weigh together. */
export function PipelineCard({ stages }: { readonly stages: Stages }) {
  const word = useInsightWords();
  const { language } = useKit();
  const length = useStageLength(stages);
  const { define, line } = useDefinition();
  const count = stages.reduce((sum, stage) => sum + stage.count, 0);
  return (
    <Card
      title={word('insights.pipeline')}
      note={
        <span className="insight-acts">
          {word('insights.pipeline.note', { count })}
          <TakeTable table="pipeline" name={word('insights.pipeline')} />
        </span>
      }
    >
      {count === 0 ? (
        <p className="k-t3">{word('insights.pipeline.none')}</p>
      ) : (
        <>
          <BarList
            rows={stages.map((stage) => {
              const name = language === 'zh-CN' ? stage.name.zh : stage.name.en;
              return {
                key: stage.stageKey,
                label: name,
                value: length(stage),
                count: (
                  <DrillLink
                    list="opportunities"
                    drill={stage.drill}
                    label={word('insights.open.deals', { name, count: stage.count })}
                  >
                    {String(stage.count)}
                  </DrillLink>
                ),
                figure: <StageAmounts sums={stage.sums} />,
              };
            })}
          />
          <CardFoot>
            {word('insights.pipeline.total')} <AllAmounts stages={stages} of="amountMinor" />
            {'　'}
            {define('weighted', word('insights.pipeline.weighted'), word('insights.define.weighted'))}{' '}
            <AllAmounts stages={stages} of="weightedMinor" />
          </CardFoot>
          {line}
        </>
      )}
    </Card>
  );
}
