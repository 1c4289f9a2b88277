import { compareWords, wordLikeness, wordsOf } from './words.ts';

/** Words every address has, and directions: they tell no two apart. */
const light = new Set(
  'st street ave av avenue rd road blv blvd boulevard dr drive ln lane pl place ct court cres crescent cct circuit way hwy highway pkwy sq square terrace tce parade close n s e w ne nw se sw north south east west no apt unit suite floor near between at the of and room box po'.split(
    ' ',
  ),
);

/** What two addresses say: how alike they are, or that they are two places. */
export interface AddressVerdict {
  readonly likeness: number;
  readonly differ: boolean;
}

const ordinals = (word: string): string => word.replace(/^(\d+)(?:st|nd|rd|th)$/, '$1');

/** An address in the one form it is kept in; 省, 市, 区, 路 and 号 stay, marks go. */
export const foldAddress = (address: string): string => wordsOf(address).map(ordinals).join(' ').slice(0, 200);

const numbersOf = (words: readonly string[]): string[] => words.filter((word) => /\d/.test(word));

const namesOf = (words: readonly string[]): string[] => words.filter((word) => !/\d/.test(word) && !light.has(word));

/** House numbers that have nothing in common speak against one place, one missing does not. */
function numbers(one: readonly string[], other: readonly string[]): number | undefined {
  if (one.length === 0 || other.length === 0) return undefined;
  if (one.some((number) => other.includes(number))) return 1;
  return wordLikeness([...one].sort().join(''), [...other].sort().join('')) >= 0.6 ? 0.5 : 0;
}

/** Street names less alike are two streets. */
const LEAST_STREET = 0.5;

/** Compares two addresses in their kept form. */
export function compareAddresses(one: string, other: string): AddressVerdict {
  if (one === '' || other === '') return { likeness: 0, differ: false };
  if (one === other) return { likeness: 1, differ: false };
  if (/[\u3400-\u9fff]/.test(one + other)) {
    const found = wordLikeness(one.replaceAll(' ', ''), other.replaceAll(' ', ''));
    const sameNumbers = (one.match(/\d+/g) ?? []).join('-') === (other.match(/\d+/g) ?? []).join('-');
    return found >= 0.7 && sameNumbers ? { likeness: found, differ: false } : { likeness: 0, differ: true };
  }
  const [mine, theirs] = [one.split(' '), other.split(' ')];
  const street = compareWords(namesOf(mine), namesOf(theirs), {
    weight: (word) => Math.max(2, word.length),
    lacking: 0.5,
  });
  const house = numbers(numbersOf(mine), numbersOf(theirs));
  if (namesOf(mine).length + namesOf(theirs).length === 0 && house === 1) return { likeness: 0.8, differ: false };
  if (street.likeness < LEAST_STREET) return { likeness: 0, differ: true };
  if (house === 0) return { likeness: 0, differ: true };
  return { likeness: street.likeness * (house === undefined ? 0.7 : 0.5 + house / 2), differ: false };
}

/** Key by which an address is found that is written a little otherwise: its first number and the start of its street. */
export function addressSpot(folded: string): string | undefined {
  const words = folded.split(' ');
  const [number] = numbersOf(words);
  const [name] = namesOf(words);
  return number === undefined || name === undefined ? undefined : `${number} ${name.slice(0, 4)}`;
}
