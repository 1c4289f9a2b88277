import type { DealSums } from '@dealtrail/protocol/opportunities';
import type { ReactNode } from 'react';
import { addedUp, MoneySums } from '../../../kit/formats/index.ts';
import { useSession } from '../../../kernel/session/index.ts';
import { DrillLink } from './drill-link.tsx';

const opened = ({ drill }: { readonly drill: string }, figure: ReactNode) => (
  <DrillLink list="opportunities" drill={drill}>
    {figure}
  </DrillLink>
);

/** What the opportunities of a stage come to, one sum a currency; each opens its own. */
export function StageAmounts({ sums }: { readonly sums: DealSums }) {
  const { currency } = useSession().organization;
  return <MoneySums sums={sums.map((one) => ({ ...one, minor: one.amountMinor }))} currency={currency} link={opened} />;
}

/** What all stages come to, as they stand or weighted, never across currencies. */
export function AllAmounts({
  stages,
  of,
  className,
}: {
  readonly stages: readonly { readonly sums: DealSums }[];
  readonly of: 'amountMinor' | 'weightedMinor';
  readonly className?: string;
}) {
  const { currency } = useSession().organization;
  const lists = stages.map(({ sums }) => sums.map((one) => ({ currency: one.currency, minor: one[of] })));
  return <MoneySums sums={addedUp(lists, currency)} currency={currency} {...(className ? { className } : {})} />;
}

/**
 * How long the bar of each stage is: its amount, or, where a stage holds another currency, how many opportunities it
 * holds, since amounts of two currencies have no common length.
 */
export function useStageLength(
  stages: readonly { readonly sums: DealSums }[],
): (stage: { readonly sums: DealSums; readonly count: number }) => number {
  const { currency } = useSession().organization;
  const one = stages.every(({ sums }) => sums.every((sum) => sum.currency === currency));
  return ({ sums, count }) => (one ? (sums[0]?.amountMinor ?? 0) : count);
}
