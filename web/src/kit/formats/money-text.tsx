import { useKit } from '../provider/kit-context.ts';
import { type Amount, formatExactMoney, formatMoney } from './money.ts';

/** An amount as people say it (¥186.0 万), with every digit on hover; a dash where nobody gave one. */
export function Money({
  minor,
  currency,
  className,
}: { readonly minor: number | null } & Omit<Amount, 'minor'> & { readonly className?: string }) {
  const { language } = useKit();
  if (minor === null) return <span className="k-t3">—</span>;
  const amount = { minor, currency };
  return (
    <span className={`k-money ${className ?? ''}`} title={formatExactMoney(amount, language)}>
      {formatMoney(amount, language)}
    </span>
  );
}
