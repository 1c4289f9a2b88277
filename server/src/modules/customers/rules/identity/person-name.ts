import { compareWords, soundOf, wordLikeness, wordsOf } from './words.ts';

/** Titles and particles: they say little of who somebody is. */
const light = new Set(
  'mr mrs ms miss dr prof sir shaikh sheikh sheik haji hajji mullah maulavi qari sayyid sayed al el bin ben ibn abu abd von van der den de da di la le du dos y jr sr'.split(
    ' ',
  ),
);

const titles = /(?:先生|女士|小姐|老师|总经理|经理|主任|董事长|总监|总|工|老板)$/;

/** What two names of people say: how alike they are, or that they are two people's. */
export interface PersonVerdict {
  readonly likeness: number;
  readonly differ: boolean;
}

const undecided: PersonVerdict = { likeness: 0, differ: false };
const apart: PersonVerdict = { likeness: 0, differ: true };

const isChinese = (name: string): boolean => /^[\u3400-\u9fff·]+$/.test(name);

/** A name of a person in the one form it is kept in: its words with one blank between them. */
export const foldPersonName = (name: string): string => wordsOf(name).join(' ');

/** 王总 and 王建国 do not speak against each other; two full names are equal or two people's. */
function chinese(one: string, other: string): PersonVerdict {
  if (one === other) return { likeness: titles.test(one) ? 0.5 : 1, differ: false };
  const bare = [one, other].map((name) => name.replace(titles, '')) as [string, string];
  const called = bare.some((name, i) => name !== [one, other][i]);
  if (called && (bare[0].startsWith(bare[1]) || bare[1].startsWith(bare[0]))) {
    return bare[0] === bare[1] ? { likeness: bare[0].length > 1 ? 0.9 : 0.5, differ: false } : undecided;
  }
  return apart;
}

/** People leave out a second or third name: it counts a fifth against the names. */
const weighing = { weight: (word: string) => (light.has(word) ? 1 : Math.max(2, word.length)), lacking: 0.2 };

/** One word is a surname or a first name, which many share. */
const ONE_WORD = 0.5;
/** Names run together or cut otherwise: FridrichBuchenberg. */
const RUN_TOGETHER = 0.88;

/** Compares two names of people in their kept form, in any order of their words, with initials and slips. */
export function comparePersons(one: string, other: string): PersonVerdict {
  if (one === '' || other === '') return undecided;
  if (isChinese(one) && isChinese(other)) return chinese(one, other);
  const [mine, theirs] = [one.split(' '), other.split(' ')];
  const found = compareWords(mine, theirs, weighing);
  const joined = wordLikeness(mine.join(''), theirs.join(''));
  if (joined >= RUN_TOGETHER && mine.length !== theirs.length) return { likeness: joined, differ: false };
  if (found.apart || found.met === 0) return apart;
  const least = Math.min(mine.length, theirs.length);
  if (found.met > 1 || Math.max(mine.length, theirs.length) === 1) return { likeness: found.likeness, differ: false };
  return { likeness: least === 1 ? found.likeness * ONE_WORD : found.likeness, differ: false };
}

/** Keys by which a person is found whose name has a slip or lacks a word: how the telling words sound, and all of them. */
export function personSounds(folded: string): string[] {
  const telling = folded.split(' ').filter((word) => !light.has(word));
  const sounds = [...telling.slice(0, 4), telling.join('')].map(soundOf);
  return [...new Set(sounds)].filter((sound) => sound !== '');
}
