import type { ConversionGroup } from '@dealtrail/protocol/insights';
import { Facts } from '../../../kit/mark/index.ts';
import { Cycle } from './cycle.tsx';
import { useDefinition } from './definition.tsx';
import { DrillLink } from './drill-link.tsx';
import { type GroupsProps, useGroupName, useShares } from './groups.ts';
import { RateBar } from './rate-bar.tsx';
import { SignedSums } from './signed-sums.tsx';
import { useInsightWords } from './words.ts';

interface RowProps {
  readonly group: ConversionGroup;
  readonly name: string;
  readonly total: ConversionGroup;
  readonly most: number;
}

function Row({ group, name, total, most }: RowProps) {
  const word = useInsightWords();
  const { share, validShare } = useShares();
  const { leads, converted, rate, medianCycleDays, signed } = group;
  return (
    <li>
      <div className="k-row">
        <b className="k-grow">{name}</b>
        <DrillLink
          list="leads"
          drill={group.drillConverted}
          label={word('insights.open.converted', { name, count: converted })}
        >
          {share(group)}
        </DrillLink>
      </div>
      <RateBar rate={rate} most={most} average={group === total ? null : total.rate} />
      <div className="k-s12 k-t3">
        <Facts>
          <DrillLink list="leads" drill={group.drill} label={word('insights.open.leads', { name, count: leads })}>
            {`${word('insights.column.leads')} ${leads}`}
          </DrillLink>
          <span>{`${word('insights.column.valid')} ${validShare(group)}`}</span>
          {medianCycleDays !== null && (
            <span>
              {word('insights.column.cycle')} <Cycle group={group} name={name} />
            </span>
          )}
          {signed.length > 0 && <SignedSums group={group} />}
        </Facts>
      </div>
    </li>
  );
}

/** Conversion by group for a hand: one block a group, the total last. */
export function ConversionRows({ groups, total, by, most }: GroupsProps) {
  const word = useInsightWords();
  const nameOf = useGroupName(by);
  const { define, line } = useDefinition();
  return (
    <>
      <p className="k-row k-wrap k-s12 k-t3">
        {(['rate', 'valid', 'cycle'] as const).map((key) => (
          <span key={key}>{define(key, word(`insights.column.${key}`), word(`insights.define.${key}`))}</span>
        ))}
      </p>
      {line}
      <ul className="insight-rows">
        {groups.map((group) => (
          <Row key={group.key ?? ''} group={group} name={nameOf(group)} total={total} most={most} />
        ))}
        <Row group={total} name={word('insights.group.total')} total={total} most={most} />
      </ul>
    </>
  );
}
