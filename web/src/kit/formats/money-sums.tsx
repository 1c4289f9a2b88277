import type { ReactNode } from 'react';
import { useKit } from '../provider/kit-context.ts';
import type { Amount } from './money.ts';
import { Money } from './money-text.tsx';

interface MoneySumsProps<Sum extends Amount> {
  /** One a currency, in the order they are read. */
  readonly sums: readonly Sum[];
  /** Shown as nothing where there is no sum. */
  readonly currency: string;
  readonly className?: string;
  /** Puts each amount into what opens its records. */
  readonly link?: (sum: Sum, figure: ReactNode) => ReactNode;
}

/** Sums of several currencies, never added to one: the first as an amount, the others beside it. */
export function MoneySums<Sum extends Amount>({ sums, currency, className, link }: MoneySumsProps<Sum>) {
  const { words } = useKit();
  const [first, ...others] = sums;
  if (!first) return <Money minor={0} currency={currency} {...(className ? { className } : {})} />;
  const figure = (sum: Sum, quiet?: string) => {
    const money = <Money minor={sum.minor} currency={sum.currency} {...(quiet ? { className: quiet } : {})} />;
    return link ? link(sum, money) : money;
  };
  return (
    <span className="k-money-sums">
      {figure(first, className)}
      {others.length > 0 && (
        <span className="k-money-others k-t3 k-s12">
          {' '}
          {words.besides}{' '}
          {others.map((sum, i) => (
            <span key={sum.currency}>
              {i > 0 && ' · '}
              {figure(sum)}
            </span>
          ))}
        </span>
      )}
    </span>
  );
}
