import type { CampaignFigures } from '@dealtrail/protocol/insights';
import type { ReactNode } from 'react';
import { formatCount, formatPercent, Money, MoneySums } from '../../../kit/formats/index.ts';
import { StateTag } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { useCampaignWords } from '../../../modules/campaigns/index.ts';
import { DrillLink } from '../../../modules/insights/index.ts';

export type Counted = 'leads' | 'invalid' | 'qualified' | 'converted';

interface FigureProps {
  readonly figures: CampaignFigures;
  readonly of: Counted;
}

/** How many there are of something; opens them. What was signed is told of how many, as a rate from ten leads on. */
export function Figure({ figures, of }: FigureProps) {
  const word = useCampaignWords();
  const { language } = useKit();
  const count = figures[of];
  const share = figures.rate === null ? '' : `（${formatPercent(figures.rate / 100, language)}）`;
  const text = of === 'converted' ? `${count}/${figures.leads}${share}` : formatCount(count, language);
  if (count === 0) return <span className="k-t3">{text}</span>;
  const label = word('campaigns.open', { name: figures.campaign.name, what: word(`campaigns.column.${of}`), count });
  return (
    <DrillLink list="leads" drill={figures.drills[of]} label={label}>
      {text}
    </DrillLink>
  );
}

/** What the campaign cost, or is planned to cost and then says so. */
export function Cost({ figures: { cost, campaign } }: Pick<FigureProps, 'figures'>) {
  const word = useCampaignWords();
  if (cost === null) return <span className="k-t3">—</span>;
  return (
    <span className="k-row campaign-cost">
      {cost.kind === 'planned' && <StateTag>{word('campaigns.planned')}</StateTag>}
      <Money minor={cost.minor} currency={campaign.currency} />
    </span>
  );
}

/** What one of them cost. */
export function CostPer({ figures, minor }: Pick<FigureProps, 'figures'> & { readonly minor: number | null }) {
  if (minor === null) return <span className="k-t3">—</span>;
  return <Money minor={minor} currency={figures.campaign.currency} />;
}

const opened = ({ drill }: { readonly drill: string }, sum: ReactNode) => (
  <DrillLink list="leads" drill={drill}>
    {sum}
  </DrillLink>
);

/** What its leads were signed for; each sum opens its leads. */
export function Signed({ figures: { signed, campaign } }: Pick<FigureProps, 'figures'>) {
  if (signed.length === 0) return <span className="k-t3">—</span>;
  return (
    <MoneySums
      sums={signed.map((sum) => ({ ...sum, minor: sum.signedMinor }))}
      currency={campaign.currency}
      link={opened}
    />
  );
}
