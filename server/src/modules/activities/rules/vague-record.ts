import type { Why } from '@dealtrail/protocol/kernel';
import { actWords, chineseFiller, emptyLetters, englishFiller, factWords, plainFacts } from './filler-words.ts';
import { unfilledIn } from './template-blank.ts';
import { why } from './why.ts';

/** A fact needs four letters of substance (报价单 and 三天 together), or two content words of English. */
const enough = 4;
/** What stands beyond is not read: a record of this length tells something before. */
const longestRead = 4_000;

const fillerPattern = new RegExp(chineseFiller.toSorted((one, other) => other.length - one.length).join('|'), 'g');

const fold = (text: string): string => text.slice(0, longestRead).normalize('NFKC').toLowerCase();

/** A text said twice tells no more than once: 已沟通已沟通 → 已沟通. */
function withoutEcho(letters: string): string {
  const unit = `${letters}${letters}`.indexOf(letters, 1);
  return unit > 0 && unit < letters.length ? letters.slice(0, unit) : letters;
}

function chineseWeight(folded: string): number {
  const letters = withoutEcho(folded.replace(/[^\p{Script=Han}]+/gu, ''));
  const rest = letters.replace(fillerPattern, '');
  return new Set([...rest].filter((letter) => !emptyLetters.has(letter))).size;
}

const isMash = (word: string): boolean =>
  /(.)\1{2}/.test(word) ||
  /^(?:[asdfghjkl]{3,}|[qwertyuiop]{7,}|[zxcvbnm]{3,})$/.test(word) ||
  (word.length > 5 && !/[aeiouy]/.test(word));

function englishWeight(folded: string): number {
  const words = folded.match(/[a-z][a-z'+.-]*[a-z]|[a-z]/g) ?? [];
  return 2 * new Set(words.filter((word) => !englishFiller.has(word) && !isMash(word))).size;
}

/** One number says something beside words (10万, 50 台); rows of figures alone do not. */
function numberWeight(folded: string): number {
  const numbers = folded.match(/\d+/g) ?? [];
  const telling = numbers.some(
    (number) => !/^(\d)\1+$/.test(number) && !'01234567890123456789'.includes(number.padStart(3, 'x')),
  );
  return telling || /\d\s*(?:万|亿|元|台|套|件|个|人|天|周|月|年|%|k)/.test(folded) ? 2 : 0;
}

function weightOf(text: string): number {
  const folded = fold(text);
  if (plainFacts.test(folded)) return enough;
  const words = chineseWeight(folded) + englishWeight(folded);
  if (words === 0) return 0;
  return words + numberWeight(folded) + (factWords.test(folded) ? 1 : 0);
}

/** True when a sentence tells no fact: 已沟通, 客户考虑中, 保持联系, 同上, 1111, however often it is said. */
export const isVague = (text: string | null | undefined): boolean => weightOf(text ?? '') < enough;

/** True when a next step names no act that can be done and checked: 再联系, 继续跟进, 等客户通知. */
export function isVagueStep(text: string | null | undefined): boolean {
  const folded = fold(text ?? '');
  return isVague(folded) && !actWords.test(folded);
}

export interface FollowUpToJudge {
  readonly content?: string | null;
  readonly feedback?: string | null;
  readonly nextStep?: string | null;
  /** yyyy-mm-dd. */
  readonly nextStepOn?: string | null;
  readonly outcome: 'reached' | 'busy' | 'no_answer' | 'wrong_number';
  /** True when the record ends with this follow-up (invalid, won): then no next step is asked for. */
  readonly ends?: boolean;
}

export type FollowUpGap = 'content' | 'feedback' | 'next_step' | 'next_step_date';

export type FollowUpVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly missing: readonly FollowUpGap[]; readonly why: readonly Why[] };

/**
 * Whether a follow-up says enough to be kept (R29): what was said, what the customer answered, what comes next and
 * when, with every blank of a template filled in. An attempt without contact (未接通) needs the day of the next try only; a wrong number not even that.
 */
export function judgeFollowUp(record: FollowUpToJudge): FollowUpVerdict {
  const gaps: [FollowUpGap, Why][] = [];
  const goesOn = record.ends !== true && record.outcome !== 'wrong_number';
  if (record.outcome === 'reached') {
    if (saysNothing(record.content)) gaps.push(['content', sayVague('content', record.content)]);
    if (saysNothing(record.feedback)) gaps.push(['feedback', sayVague('feedback', record.feedback)]);
    if (goesOn && (isVagueStep(record.nextStep) || unfilledIn(record.nextStep)))
      gaps.push(['next_step', sayVague('next_step', record.nextStep)]);
  }
  if (goesOn && !record.nextStepOn) {
    const key =
      record.outcome === 'reached' ? 'activities.why.next_step_date_missing' : 'activities.why.next_try_missing';
    gaps.push(['next_step_date', why(key)]);
  }
  if (gaps.length === 0) return { ok: true };
  return { ok: false, missing: gaps.map(([gap]) => gap), why: gaps.map(([, reason]) => reason) };
}

const saysNothing = (text: string | null | undefined): boolean => isVague(text) || unfilledIn(text) !== undefined;

function sayVague(gap: 'content' | 'feedback' | 'next_step', text: string | null | undefined): Why {
  const said = (text ?? '').trim();
  if (said === '') return why(`activities.why.${gap}_missing`);
  const blank = unfilledIn(said);
  if (blank !== undefined) return why('activities.why.template_unfilled', { said: blank });
  return why(`activities.why.${gap}_vague`, { said: said.length > 20 ? `${[...said].slice(0, 20).join('')}…` : said });
}
