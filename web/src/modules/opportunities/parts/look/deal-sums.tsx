import type { ReactNode } from 'react';
import { Link } from '../../../../kernel/routing/index.ts';
import { useSession } from '../../../../kernel/session/index.ts';
import { MoneySums } from '../../../../kit/formats/index.ts';

interface Sum {
  readonly currency: string;
  readonly minor: number;
  /** Opens the opportunities the sum was made of. */
  readonly drill: string;
}

/** What opens the opportunities a figure counts, as a list that nothing else narrows. */
export function OpenDeals({ drill, children }: { readonly drill: string; readonly children: ReactNode }) {
  return (
    <Link className="deal-sum" to="/opportunities" search={{ show: 'list', view: 'all', filter: drill }}>
      {children}
    </Link>
  );
}

const opened = ({ drill }: Sum, figure: ReactNode) => <OpenDeals drill={drill}>{figure}</OpenDeals>;

/** Sums of opportunities, one a currency and never added; each opens its own. */
export function DealSums({ sums }: { readonly sums: readonly Sum[] }) {
  const { currency } = useSession().organization;
  return <MoneySums sums={sums} currency={currency} link={opened} />;
}
