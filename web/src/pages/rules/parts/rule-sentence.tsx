import type { Book, Rule, RuleField } from '@dealtrail/protocol/rules';
import { useWords } from '../../../kernel/i18n/index.ts';
import { chipsOf, chipWords, type FilterField } from '../../../kit/filter/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { useOutcomeWords } from './outcome-words.ts';
import { useRuleWords } from './words.ts';

const kinds: Readonly<Record<RuleField['kind'], FilterField['kind']>> = {
  text: 'text',
  number: 'number',
  date: 'day',
  instant: 'day',
  enum: 'choice',
  boolean: 'flag',
  id: 'choice',
  money: 'money',
};

/** What the conditions of a book may ask, with the names of its chapter. */
export function useRuleFields({ chapter, fields }: Pick<Book, 'chapter' | 'fields'>): readonly FilterField[] {
  const word = useWords();
  const { language } = useKit();
  return fields.map(({ name, kind, ops, options }) => {
    // Values of the organisation are named in its own words; those of the product in the reader's.
    const called = (value: string, label: string) => {
      const key = `${chapter}.fact.${name}.${value}`;
      const said = word(key);
      return language === 'zh-CN' || said === key ? label : said;
    };
    return {
      key: name,
      label: word(`${chapter}.fact.${name}`),
      kind: options ? 'choice' : kinds[kind],
      ops: ops as NonNullable<FilterField['ops']>,
      ...(options ? { options: options.map(({ value, label }) => ({ value, label: called(value, label) })) } : {}),
      ...(kind === 'money' ? { currency: 'CNY' } : {}),
    };
  });
}

/** How many values of a list a sentence names. */
const VALUES_NAMED = 4;

/** A rule in one sentence: 当 来源是 展会咨询，并且 需求提到 采购、预算 → 高意向-采购决策. */
export function RuleSentence({ book, rule }: { readonly book: Book; readonly rule: Rule }) {
  const word = useRuleWords();
  const { words, language, zone } = useKit();
  const fields = useRuleFields(book);
  const outcome = useOutcomeWords(book);
  const chips = chipsOf(rule.when).map((chip) =>
    chipWords(chip, { fields, words, language, zone, named: VALUES_NAMED }),
  );
  return (
    <p className="rule-sentence">
      <span className="k-t3">{word(chips.length > 0 ? 'rules.when' : 'rules.otherwise')}</span>{' '}
      {chips.map(({ head, tail }, at) => (
        <span key={`${head}${tail}`}>
          {at > 0 && <span className="k-t3">{word('rules.and')} </span>}
          {head} <b>{tail}</b>
        </span>
      ))}{' '}
      <span aria-hidden="true" className="k-t3">
        →
      </span>{' '}
      <b className="rule-outcome">{outcome(rule.says)}</b>
    </p>
  );
}
