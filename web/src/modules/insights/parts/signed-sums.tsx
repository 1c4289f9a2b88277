import type { ConversionGroup } from '@dealtrail/protocol/insights';
import type { ReactNode } from 'react';
import { MoneySums } from '../../../kit/formats/index.ts';
import { useSession } from '../../../kernel/session/index.ts';
import { DrillLink } from './drill-link.tsx';

const opened = ({ drill }: { readonly drill: string }, figure: ReactNode) => (
  <DrillLink list="leads" drill={drill}>
    {figure}
  </DrillLink>
);

/** What the leads of a group were signed for, one sum a currency; each opens its leads. */
export function SignedSums({ group }: { readonly group: ConversionGroup }) {
  const { currency } = useSession().organization;
  return (
    <MoneySums
      sums={group.signed.map((sum) => ({ ...sum, minor: sum.signedMinor }))}
      currency={currency}
      link={opened}
    />
  );
}
