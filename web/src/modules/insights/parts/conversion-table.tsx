import type { ConversionGroup } from '@dealtrail/protocol/insights';
import { formatCount } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Cycle } from './cycle.tsx';
import { useDefinition } from './definition.tsx';
import { DrillLink } from './drill-link.tsx';
import { type GroupsProps, useGroupName, useShares } from './groups.ts';
import { RateBar } from './rate-bar.tsx';
import { SignedSums } from './signed-sums.tsx';
import { useInsightWords } from './words.ts';

function Cells({
  group,
  total,
  name,
  most,
}: {
  group: ConversionGroup;
  total: ConversionGroup;
  name: string;
  most: number;
}) {
  const word = useInsightWords();
  const { language } = useKit();
  const { share, validShare } = useShares();
  const { leads, converted, rate, signed } = group;
  return (
    <>
      <td className="k-number">
        <DrillLink list="leads" drill={group.drill} label={word('insights.open.leads', { name, count: leads })}>
          {formatCount(leads, language)}
        </DrillLink>
      </td>
      <td>
        <span className="insight-rate">
          <RateBar rate={rate} most={most} average={group === total ? null : total.rate} />
          <DrillLink
            list="leads"
            drill={group.drillConverted}
            label={word('insights.open.converted', { name, count: converted })}
          >
            {share(group)}
          </DrillLink>
        </span>
      </td>
      <td className="k-number k-t2">{validShare(group)}</td>
      <td className="k-number k-t2">
        <Cycle group={group} name={name} />
      </td>
      <td className="k-number">{signed.length > 0 ? <SignedSums group={group} /> : '—'}</td>
    </>
  );
}

/** Conversion by group as a table, the total last. */
export function ConversionTable({ groups, total, by, most }: GroupsProps) {
  const word = useInsightWords();
  const nameOf = useGroupName(by);
  const { define, line } = useDefinition();
  const head = (key: 'leads' | 'rate' | 'valid' | 'cycle' | 'signed') =>
    define(key, word(`insights.column.${key}`), word(`insights.define.${key}`));
  return (
    <>
      {line}
      <table className="insight-table">
        <thead>
          <tr>
            <th scope="col">{word(`insights.column.group.${by}`)}</th>
            <th scope="col" className="k-number">
              {head('leads')}
            </th>
            <th scope="col">{head('rate')}</th>
            <th scope="col" className="k-number">
              {head('valid')}
            </th>
            <th scope="col" className="k-number">
              {head('cycle')}
            </th>
            <th scope="col" className="k-number">
              {head('signed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.key ?? ''}>
              <th scope="row">{nameOf(group)}</th>
              <Cells group={group} total={total} name={nameOf(group)} most={most} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{word('insights.group.total')}</th>
            <Cells group={total} total={total} name={word('insights.group.total')} most={most} />
          </tr>
        </tfoot>
      </table>
    </>
  );
}
