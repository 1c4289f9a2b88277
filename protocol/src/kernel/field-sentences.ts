/** How a field that rules may ask is called, and its values where it has few. */
export type FieldWords = string | { readonly label: string; readonly values: Readonly<Record<string, string>> };

interface Patterns {
  readonly is: string;
  readonly contains: string;
  readonly containsNot: string;
  readonly mentions: string;
  readonly mentionsNot: string;
  readonly denies: string;
  readonly empty: string;
  readonly filled: string;
}

const zh: Patterns = {
  is: '{field}是{value}',
  contains: '{field}含“{value}”',
  containsNot: '{field}不含“{value}”',
  mentions: '{field}提到“{value}”',
  mentionsNot: '{field}没有提到所列的词',
  denies: '{field}说了“{value}”',
  empty: '{field}未填',
  filled: '{field}已填',
};

const en: Patterns = {
  is: '{field} is {value}',
  contains: '{field} contains “{value}”',
  containsNot: '{field} does not contain “{value}”',
  mentions: '{field} mentions “{value}”',
  mentionsNot: '{field} mentions none of the words',
  denies: '{field} says “{value}”',
  empty: '{field} is empty',
  filled: '{field} is given',
};

function sentences(
  chapter: string,
  fields: Readonly<Record<string, FieldWords>>,
  patterns: Patterns,
): Record<string, string> {
  const made: Record<string, string> = {};
  for (const [name, words] of Object.entries(fields)) {
    const { label, values } = typeof words === 'string' ? { label: words, values: {} } : words;
    made[`${chapter}.fact.${name}`] = label;
    for (const [how, pattern] of Object.entries(patterns))
      made[`${chapter}.met.${name}.${how}`] = pattern.replace('{field}', label);
    for (const [value, called] of Object.entries(values)) {
      made[`${chapter}.fact.${name}.${value}`] = called;
      made[`${chapter}.met.${name}.is.${value}`] = patterns.is.replace('{field}', label).replace('{value}', called);
    }
  }
  return made;
}

/**
 * The Chinese sentences of fields that rules may ask: `<chapter>.fact.<name>` is what a field is called, and
 * `<chapter>.met.<name>.…` says of a record how it met a condition: 来源是展会咨询, 需求提到“采购”.
 */
export function fieldSentencesZh(chapter: string, fields: Readonly<Record<string, FieldWords>>) {
  return sentences(chapter, fields, zh);
}

/** The English ones. */
export function fieldSentencesEn(chapter: string, fields: Readonly<Record<string, FieldWords>>) {
  return sentences(chapter, fields, en);
}
