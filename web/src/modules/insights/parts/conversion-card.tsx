import type { leadConversion } from '@dealtrail/protocol/insights';
import type { Answer } from '@dealtrail/protocol/kernel';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { useKit, usePhone } from '../../../kit/provider/index.ts';
import { Empty } from '../../../kit/states/index.ts';
import { shareText } from '../rules/figures.ts';
import { conversionFinding } from '../rules/findings.ts';
import { ConversionRows } from './conversion-rows.tsx';
import { ConversionTable } from './conversion-table.tsx';
import { type ConversionBy, useGroupName } from './groups.ts';
import { TakeTable } from './take-table.tsx';
import { useInsightWords } from './words.ts';

type Conversion = Answer<typeof leadConversion>;

/** Groups shown before the rest is asked for. */
const SHOWN = 12;

function useFinding(conversion: Conversion, by: ConversionBy): string {
  const word = useInsightWords();
  const { language } = useKit();
  const nameOf = useGroupName(by);
  const finding = conversionFinding(conversion.groups, conversion.total);
  switch (finding.key) {
    case 'none':
      return word('insights.finding.none');
    case 'few':
      return word('insights.finding.few', { leads: finding.leads, converted: finding.converted });
    case 'best': {
      const { group, rate, average } = finding;
      const share = shareText({ part: group.converted, whole: group.leads, rate }, language);
      return word('insights.finding.best', { name: nameOf(group), share, average });
    }
    default: {
      const share = shareText({ part: finding.converted, whole: finding.leads, rate: finding.rate }, language);
      return word(finding.key === 'only' ? 'insights.finding.only' : `insights.finding.even.${by}`, { share });
    }
  }
}

interface ConversionCardProps {
  readonly conversion: Conversion;
  readonly by: ConversionBy;
  /** The choice of what to look by. */
  readonly choice: ReactNode;
}

/** Conversion of each group against the average, its title the finding; every number opens its leads. */
export function ConversionCard({ conversion, by, choice }: ConversionCardProps) {
  const word = useInsightWords();
  const phone = usePhone();
  const [all, setAll] = useState(false);
  const { groups, total } = conversion;
  const shown = all ? groups : groups.slice(0, SHOWN);
  const most = Math.max(10, ...groups.map(({ rate }) => rate ?? 0), total.rate ?? 0);
  const Rows = phone ? ConversionRows : ConversionTable;
  return (
    <Card
      title={useFinding(conversion, by)}
      note={
        <span className="insight-acts">
          {choice}
          <TakeTable table="conversion" name={word('insights.conversion')} by={by} />
        </span>
      }
    >
      {groups.length === 0 ? (
        <Empty icon="insight" title={word('insights.finding.none')} hint={word('insights.none.hint')} />
      ) : (
        <Rows groups={shown} total={total} by={by} most={most} />
      )}
      {shown.length < groups.length && (
        <Button kind="link" small onClick={() => setAll(true)}>
          {word('insights.more', { count: groups.length - shown.length })}
        </Button>
      )}
    </Card>
  );
}
