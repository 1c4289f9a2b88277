import { BarList, Card, CardFoot } from '../../../kit/card/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { AllAmounts, DrillLink, StageAmounts, useStageLength } from '../../../modules/insights/index.ts';
import type { Day } from './day-list.tsx';
import { useTodayWords } from './words.ts';

/** Open opportunities by stage with their amounts; each stage opens its own. */
export function FunnelCard({ title, funnel }: { readonly title: string; readonly funnel: Day['funnel'] }) {
  const word = useTodayWords();
  const { language } = useKit();
  const length = useStageLength(funnel);
  const count = funnel.reduce((total, stage) => total + stage.count, 0);
  if (count === 0)
    return (
      <Card title={title}>
        <p className="k-s13 k-t3">{word('today.funnel.none')}</p>
      </Card>
    );
  return (
    <Card title={title} note={word('today.funnel.note', { count })}>
      <BarList
        rows={funnel.map((stage) => {
          const name = language === 'zh-CN' ? stage.name.zh : stage.name.en;
          return {
            key: stage.stageKey,
            label: (
              <DrillLink
                list="opportunities"
                drill={stage.drill}
                label={word('today.open.deals', { name, count: stage.count })}
              >
                {name}
              </DrillLink>
            ),
            value: length(stage),
            count: stage.count,
            figure: <StageAmounts sums={stage.sums} />,
          };
        })}
      />
      <CardFoot>
        <span className="k-row">
          <span className="k-grow k-t2">
            {word('today.funnel.total')} <AllAmounts className="today-sum" stages={funnel} of="amountMinor" />
          </span>
          <span className="k-t2">
            <span className="k-why" title={word('today.funnel.weighted.says')}>
              {word('today.funnel.weighted')}
            </span>{' '}
            <AllAmounts className="today-sum" stages={funnel} of="weightedMinor" />
          </span>
        </span>
      </CardFoot>
    </Card>
  );
}
