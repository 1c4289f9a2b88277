import type { funnel } from '@dealtrail/protocol/insights';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useSession } from '../../../kernel/session/index.ts';
import { BarList, Card, CardFoot } from '../../../kit/card/index.ts';
import { addedUp, MoneySums } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { useDefinition } from './definition.tsx';
import { DrillLink } from './drill-link.tsx';
import { useInsightWords } from './words.ts';

type Stages = Answer<typeof funnel>['open'];

/** Open opportunities by stage with their amounts, and what they weigh together. */
export function PipelineCard({ stages }: { readonly stages: Stages }) {
  const word = useInsightWords();
  const { language } = useKit();
  const { currency } = useSession().organization;
  const { define, line } = useDefinition();
  const count = stages.reduce((sum, stage) => sum + stage.count, 0);
  const sum = (value: (sum: Stages[number]['sums'][number]) => number) =>
    addedUp(
      stages.map(({ sums }) => sums.map((one) => ({ currency: one.currency, minor: value(one) }))),
      currency,
    );
  // A bar of several currencies has no length; their deals have a number.
  const oneCurrency = stages.every(({ sums }) => sums.every((one) => one.currency === currency));
  return (
    <Card title={word('insights.pipeline')} note={word('insights.pipeline.note', { count })}>
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
                value: oneCurrency ? (stage.sums[0]?.amountMinor ?? 0) : stage.count,
                count: (
                  <DrillLink
                    list="opportunities"
                    drill={stage.drill}
                    label={word('insights.open.deals', { name, count: stage.count })}
                  >
                    {String(stage.count)}
                  </DrillLink>
                ),
                figure: (
                  <MoneySums
                    sums={stage.sums.map((one) => ({ ...one, minor: one.amountMinor }))}
                    currency={currency}
                    link={({ drill }, figure) => (
                      <DrillLink list="opportunities" drill={drill}>
                        {figure}
                      </DrillLink>
                    )}
                  />
                ),
              };
            })}
          />
          <CardFoot>
            {word('insights.pipeline.total')}{' '}
            <MoneySums sums={sum(({ amountMinor }) => amountMinor)} currency={currency} />
            {'　'}
            {define('weighted', word('insights.pipeline.weighted'), word('insights.define.weighted'))}{' '}
            <MoneySums sums={sum(({ weightedMinor }) => weightedMinor)} currency={currency} />
          </CardFoot>
          {line}
        </>
      )}
    </Card>
  );
}
