import type { DayKind } from '@dealtrail/protocol/calendar';
import {
  type ClockPolicyView,
  type EscalateTo,
  type Escalation,
  type EscalationTerm,
  limitWord,
  type PolicyTerms,
  type ReasonKind,
  type TimeUnit,
} from '@dealtrail/protocol/clocks';
import { useWords } from '../../../kernel/i18n/index.ts';
import { joined } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import type { zh } from '../messages/zh.ts';
import { limitsOf } from '../rules/typed-terms.ts';

type Key =
  | keyof typeof zh
  | `dayKind.${DayKind}`
  | ReturnType<typeof limitWord>
  | `clocks.${string}.${'name' | 'why'}`
  | `${ReasonKind}Reason.${string}`;

/** The sentences of the settings of time. */
export const useTimeWords = useWords<Key>;

/** What a policy is called in the present language. */
export function usePolicyTitle(): (policy: Pick<ClockPolicyView, 'key'>) => string {
  const word = useTimeWords();
  return ({ key }) => word(`clocks.${key}.name`);
}

/** The product's own word for a shipped reason. */
export function useReasonWord(kind: ReasonKind): (key: string) => string {
  const word = useTimeWords();
  return (key) => word(`${kind}Reason.${key}`);
}

/** The rule of a policy as it holds here: 分配后 24 小时内首次联系上客户. */
export function usePolicyRule(): (policy: Pick<ClockPolicyView, 'key' | 'terms'>) => string {
  const word = useTimeWords();
  const { limitOf } = useTermsWords();
  return ({ key, terms }) => {
    const limit = limitOf(terms);
    return word(`clocks.${key}.why`, { limitZh: limit, limitEn: limit });
  };
}

/** Sentences about terms: how long, and who hears next. */
export function useTermsWords() {
  const word = useTimeWords();
  const { language } = useKit();
  const amountOf = (unit: TimeUnit | 'fixed_moment', amount: number): string =>
    word(limitWord({ unit, amount }), { amount });
  const variantOf = (variant: string): string =>
    variant === 'high' || variant === 'medium' || variant === 'low' ? word(`time.variant.${variant}`) : variant;
  const limitOf = (terms: PolicyTerms): string =>
    joined(
      limitsOf(terms).map(([variant, { unit, amount }]) =>
        variant === '' ? amountOf(unit, amount) : `${variantOf(variant)} ${amountOf(unit, amount)}`,
      ),
      'names',
      language,
    );
  const termOf = ({ from, unit, amount }: EscalationTerm): { from: string; amount: string } => ({
    from: word(`time.from.${from}`),
    amount: amount === 0 ? word('time.amount.none') : amountOf(unit, amount),
  });
  const escalationOf = ({ to, after, variants = [] }: Escalation, nameOf: (to: EscalateTo) => string): string => {
    const terms = after.earliestOf.map(termOf);
    const [first] = terms;
    const only = variants.map(variantOf).join('/');
    const who = `${nameOf(to)}${only && word('time.policy.escalation.only', { variants: only })}`;
    if (terms.length === 1 && first) return word('time.policy.escalation.says', { ...first, to: who });
    const all = joined(
      terms.map(({ from, amount }) => (language === 'zh-CN' ? `${from}${amount}` : `${amount} ${from}`)),
      'names',
      language,
    );
    return `${who}${language === 'zh-CN' ? '：' : ': '}${word('time.policy.escalation.earliest', { terms: all })}`;
  };
  const postponeOf = ({ postpone: { times, unit, amount } }: PolicyTerms): string =>
    times === 0
      ? word('time.policy.postponed.never')
      : word('time.policy.postponed', { times, limit: amountOf(unit, amount) });
  return { limitOf, escalationOf, postponeOf, variantOf };
}
