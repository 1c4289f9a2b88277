import type { funnel } from '@dealtrail/protocol/insights';
import type { Answer } from '@dealtrail/protocol/kernel';
import { BarList, Card, CardFoot } from '../../../kit/card/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { shareText } from '../rules/figures.ts';
import { widestLoss } from '../rules/findings.ts';
import { useDefinition } from './definition.tsx';
import { DrillLink } from './drill-link.tsx';
import { TakeTable } from './take-table.tsx';
import { useInsightWords } from './words.ts';

type Funnel = Answer<typeof funnel>;
type StepKey = 'taken_in' | 'contacted' | 'qualified' | 'converted';

/** How far the leads of the period came, step by step; the title names where most are lost. */
export function FunnelCard({ steps }: { readonly steps: Funnel['steps'] }) {
  const word = useInsightWords();
  const { language } = useKit();
  const { define, line } = useDefinition();
  const nameOf = (key: string) => word(`insights.step.${key as StepKey}`);
  const first = steps[0]?.count ?? 0;
  const loss = widestLoss(steps);
  const title = loss
    ? word('insights.funnel.loss', {
        from: nameOf(loss.from.key),
        to: nameOf(loss.to.key),
        count: loss.from.count,
        lost: loss.lost,
      })
    : word('insights.funnel');
  return (
    <Card title={title} note={<TakeTable table="steps" name={word('insights.funnel')} />}>
      <BarList
        rows={steps.map(({ key, count, shareOfFirst, drill, list }) => ({
          key,
          label: nameOf(key),
          value: count,
          figure: (
            <DrillLink list={list} drill={drill} label={word('insights.open.leads', { name: nameOf(key), count })}>
              {shareText({ part: count, whole: first, rate: shareOfFirst }, language)}
            </DrillLink>
          ),
        }))}
      />
      <CardFoot>{define('funnel', word('insights.funnel'), word('insights.define.funnel'))}</CardFoot>
      {line}
    </Card>
  );
}
