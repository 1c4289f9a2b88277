import type { ConversionGroup } from '@dealtrail/protocol/insights';
import { DrillLink } from './drill-link.tsx';
import { useInsightWords } from './words.ts';

/** The median days to the signing with the quarters around it; opens the leads that were signed. */
export function Cycle({ group, name }: { readonly group: ConversionGroup; readonly name: string }) {
  const word = useInsightWords();
  const { medianCycleDays, quartileDays, converted, drillConverted } = group;
  if (medianCycleDays === null) return <span className="k-t3">—</span>;
  return (
    <DrillLink list="leads" drill={drillConverted} label={word('insights.open.converted', { name, count: converted })}>
      {word('insights.days', { days: medianCycleDays })}
      {quartileDays && (
        <span className="k-t3 k-s12">
          {' '}
          {word('insights.quartiles', { lower: quartileDays[0], upper: quartileDays[1] })}
        </span>
      )}
    </DrillLink>
  );
}
