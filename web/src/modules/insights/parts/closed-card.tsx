import type { funnel } from '@dealtrail/protocol/insights';
import type { Answer } from '@dealtrail/protocol/kernel';
import { BarList, Card, CardFoot } from '../../../kit/card/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { shareText } from '../rules/figures.ts';
import { useDefinition } from './definition.tsx';
import { DrillLink } from './drill-link.tsx';
import { TakeTable } from './take-table.tsx';
import { useInsightWords } from './words.ts';

type Funnel = Answer<typeof funnel>;

const ends = ['won', 'awaitingSigning', 'lost', 'invalid'] as const;

/** How the deals closed in the period ended; invalid ones and unsigned wins stay out of the win rate. */
export function ClosedCard({ closed }: { readonly closed: Funnel['closed'] }) {
  const word = useInsightWords();
  const { language } = useKit();
  const { define, line } = useDefinition();
  const { won, lost, winRate, drills } = closed;
  const none = ends.every((end) => closed[end] === 0);
  const share = shareText({ part: won, whole: won + lost, rate: winRate }, language);
  return (
    <Card
      title={none ? word('insights.closed.none') : word('insights.closed.winRate', { share })}
      note={!none && <TakeTable table="closed" name={word('insights.closed')} />}
    >
      {!none && (
        <>
          <BarList
            rows={ends.map((end) => ({
              key: end,
              label: word(`insights.closed.${end}`),
              value: closed[end],
              figure: (
                <DrillLink
                  list="opportunities"
                  drill={drills[end]}
                  label={word('insights.open.deals', { name: word(`insights.closed.${end}`), count: closed[end] })}
                >
                  {String(closed[end])}
                </DrillLink>
              ),
            }))}
          />
          <CardFoot>{define('winRate', word('insights.closed'), word('insights.define.winRate'))}</CardFoot>
          {line}
        </>
      )}
    </Card>
  );
}

/** Why deals were lost, the most frequent reason first. */
export function ReasonsCard({ reasons }: { readonly reasons: Funnel['lostReasons'] }) {
  const word = useInsightWords();
  const nameOf = (reason: string | null) => reason ?? word('insights.reasons.none');
  const [first] = reasons;
  if (!first) return null;
  const title = reasons.length > 1 && first.reason !== null && first.count > (reasons[1]?.count ?? 0);
  return (
    <Card
      title={title ? word('insights.reasons.top', { reason: nameOf(first.reason) }) : word('insights.reasons')}
      note={<TakeTable table="lostReasons" name={word('insights.reasons')} />}
    >
      <BarList
        rows={reasons.slice(0, 10).map(({ reason, count, drill }) => ({
          key: drill,
          label: nameOf(reason),
          value: count,
          figure: (
            <DrillLink
              list="opportunities"
              drill={drill}
              label={word('insights.open.deals', { name: nameOf(reason), count })}
            >
              {String(count)}
            </DrillLink>
          ),
        }))}
      />
    </Card>
  );
}

/** Why leads of the period turned out invalid, the most frequent reason first. */
export function InvalidCard({ reasons }: { readonly reasons: Funnel['invalidReasons'] }) {
  const word = useInsightWords();
  const nameOf = (reason: string | null) =>
    reason === null ? word('insights.reasons.none') : word(`invalidReason.${reason as 'unreachable'}`);
  const [first, second] = reasons;
  if (!first) return null;
  const named = second !== undefined && first.reason !== null && first.count > second.count;
  return (
    <Card
      title={named ? word('insights.invalid.top', { reason: nameOf(first.reason) }) : word('insights.invalid')}
      note={<TakeTable table="invalidReasons" name={word('insights.invalid')} />}
    >
      <BarList
        rows={reasons.slice(0, 10).map(({ reason, count, drill }) => ({
          key: drill,
          label: nameOf(reason),
          value: count,
          figure: (
            <DrillLink list="leads" drill={drill} label={word('insights.open.leads', { name: nameOf(reason), count })}>
              {String(count)}
            </DrillLink>
          ),
        }))}
      />
    </Card>
  );
}
