import type { PaceGroup, pace } from '@dealtrail/protocol/insights';
import type { Answer } from '@dealtrail/protocol/kernel';
import { Card, CardFoot } from '../../../kit/card/index.ts';
import { formatCount } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { shareText } from '../rules/figures.ts';
import { paceFinding } from '../rules/findings.ts';
import { useDefinition } from './definition.tsx';
import { DrillLink } from './drill-link.tsx';
import { RateBar } from './rate-bar.tsx';
import { TakeTable } from './take-table.tsx';
import { type PaceKey, useInsightWords } from './words.ts';

type Pace = Answer<typeof pace>;

interface PaceCardProps {
  readonly pace: Pace;
  readonly of: 'touch' | 'gap';
}

function Line({
  group,
  of,
  most,
}: {
  readonly group: PaceGroup;
  readonly of: PaceCardProps['of'];
  readonly most: number;
}) {
  const word = useInsightWords();
  const { language } = useKit();
  const { leads, converted, rate } = group;
  const name = word(`insights.${of}.${group.key as PaceKey}`);
  return (
    <li>
      <span>{name}</span>
      <DrillLink list="leads" drill={group.drill} label={word('insights.open.leads', { name, count: leads })}>
        {formatCount(leads, language)}
      </DrillLink>
      <RateBar rate={rate} most={most} young={group.key === 'none'} />
      <DrillLink
        list="leads"
        drill={group.drillConverted}
        label={word('insights.open.converted', { name, count: converted })}
      >
        {shareText({ part: converted, whole: leads, rate }, language)}
      </DrillLink>
    </li>
  );
}

/** How soon leads were touched first, or how far apart their contacts lay, against what was signed; the title is the finding. */
export function PaceCard({ pace: found, of }: PaceCardProps) {
  const word = useInsightWords();
  const { language } = useKit();
  const { define, line } = useDefinition();
  const groups = of === 'touch' ? found.firstTouch : found.intervals;
  const best = paceFinding(groups, found);
  const middle =
    of === 'touch'
      ? found.medianTouchMinutes !== null && Math.round(found.medianTouchMinutes / 6) / 10
      : found.medianGapHours !== null && Math.round(found.medianGapHours / 2.4) / 10;
  const title = best
    ? word('insights.pace.best', {
        name: word(`insights.${of}.${best.key as PaceKey}`),
        share: shareText({ part: best.converted, whole: best.leads, rate: best.rate }, language),
        average: found.rate ?? 0,
      })
    : middle === false
      ? word(`insights.${of}`)
      : word(`insights.${of}.median`, { length: middle });
  const most = Math.max(10, ...groups.map(({ rate }) => rate ?? 0));
  const table = of === 'touch' ? 'firstTouch' : 'intervals';
  return (
    <Card title={title} note={<TakeTable table={table} name={word(`insights.${of}`)} />}>
      <ul className="insight-paces">
        {groups.map((group) => (
          <Line key={group.key} group={group} of={of} most={most} />
        ))}
      </ul>
      <CardFoot>{define(of, word(`insights.${of}`), word(`insights.define.${of}`))}</CardFoot>
      {line}
    </Card>
  );
}
