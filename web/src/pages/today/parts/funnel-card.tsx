import { useSession } from '../../../kernel/session/index.ts';
import { BarList, Card, CardFoot } from '../../../kit/card/index.ts';
import { addedUp, formatScaled, MoneySums } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { DrillLink } from '../../../modules/insights/index.ts';
import type { Day } from './day-list.tsx';
import { useTodayWords } from './words.ts';

/** Open opportunities by stage with their amounts; each stage opens its own. */
export function FunnelCard({ title, funnel }: { readonly title: string; readonly funnel: Day['funnel'] }) {
  const word = useTodayWords();
  const { language } = useKit();
  const { currency } = useSession().organization;
  const sum = (value: (sum: Day['funnel'][number]['sums'][number]) => number) =>
    addedUp(
      funnel.map(({ sums }) => sums.map((one) => ({ currency: one.currency, minor: value(one) }))),
      currency,
    );
  const count = funnel.reduce((total, stage) => total + stage.count, 0);
  // A bar of several currencies has no length; their deals have a number.
  const oneCurrency = funnel.every(({ sums }) => sums.every((one) => one.currency === currency));
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
            value: oneCurrency ? (stage.sums[0]?.amountMinor ?? 0) : stage.count,
            count: stage.count,
            figure: oneCurrency ? (
              formatScaled({ minor: stage.sums[0]?.amountMinor ?? 0, currency }, language)
            ) : (
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
        <span className="k-row">
          <span className="k-grow k-t2">
            {word('today.funnel.total')}{' '}
            <MoneySums className="today-sum" sums={sum(({ amountMinor }) => amountMinor)} currency={currency} />
          </span>
          <span className="k-t2">
            <span className="k-why" title={word('today.funnel.weighted.says')}>
              {word('today.funnel.weighted')}
            </span>{' '}
            <MoneySums className="today-sum" sums={sum(({ weightedMinor }) => weightedMinor)} currency={currency} />
          </span>
        </span>
      </CardFoot>
    </Card>
  );
}
