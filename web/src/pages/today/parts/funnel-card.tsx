import { useSession } from '../../../kernel/session/index.ts';
import { BarList, Card, CardFoot } from '../../../kit/card/index.ts';
import { formatScaled, Money } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { DrillLink } from '../../../modules/insights/index.ts';
import type { Day } from './day-list.tsx';
import { useTodayWords } from './words.ts';

/** Open opportunities by stage with their amounts; each stage opens its own. */
export function FunnelCard({ title, funnel }: { readonly title: string; readonly funnel: Day['funnel'] }) {
  const word = useTodayWords();
  const { language } = useKit();
  const { currency } = useSession().organization;
  const sum = (value: (stage: Day['funnel'][number]) => number) =>
    funnel.reduce((total, stage) => total + value(stage), 0);
  const count = sum((stage) => stage.count);
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
            value: stage.amountMinor,
            count: stage.count,
            figure: formatScaled({ minor: stage.amountMinor, currency }, language),
          };
        })}
      />
      <CardFoot>
        <span className="k-row">
          <span className="k-grow k-t2">
            {word('today.funnel.total')}{' '}
            <Money className="today-sum" minor={sum((stage) => stage.amountMinor)} currency={currency} />
          </span>
          <span className="k-t2">
            <span className="k-why" title={word('today.funnel.weighted.says')}>
              {word('today.funnel.weighted')}
            </span>{' '}
            <Money className="today-sum" minor={sum((stage) => stage.weightedMinor)} currency={currency} />
          </span>
        </span>
      </CardFoot>
    </Card>
  );
}
