const HIDDEN = '*';

// REQUIREMENTS.md R41: a phone shows with its middle 4 digits hidden. A mainland mobile has 11 digits, so 7 stay; no
// other number may show more, however long it is.
const LEAST_HIDDEN = 4;
const MOST_SHOWN = 7;
const TAIL_SHOWN = 4;

// Shorter numbers are extensions and fragments: nothing of them is shown.
const SHORTEST_NUMBER = 5;
// A piece with so many digits is a number of its own; shorter ones side by side are one number typed with spaces.
const WHOLE_NUMBER = 7;
// No phone field is longer; beyond it nothing is worth showing.
const LONGEST_TEXT = 200;

/** A mainland mobile as it is kept: most numbers are, and lists show many. */
const KEPT_MOBILE = /^(?:\+86)?(1[3-9]\d)\d{4}(\d{4})$/;

const CHINESE_DIGITS = /[〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{5,}/g;
const WORD_OR_NUMBER =
  /(?<word>[[\p{L}\p{N}_.@\-]--\p{Script=Han}]*[\p{L}--\p{Script=Han}][[\p{L}\p{N}_.@\-]--\p{Script=Han}]*)|[\(+]*\d[\d\s\(\).*+\-]*/gv;
// The country code of China tells nothing and would be an eighth digit; without a sign it counts before a mobile only.
const COUNTRY_CODE = /\(?(?:\+|(?<!\d)00)86\)?[\s-]*|(?<!\d)86[\s-]*(?=1[3-9](?:[\s-]*\d){9}(?!\d))/g;

function shownOf(length: number): { head: number; tail: number } {
  const shown = length < SHORTEST_NUMBER ? 0 : Math.min(MOST_SHOWN, length - LEAST_HIDDEN);
  const tail = Math.min(TAIL_SHOWN, Math.ceil(shown / 2));
  return { head: shown - tail, tail };
}

function digitsIn(text: string): number {
  return text.match(/\d/g)?.length ?? 0;
}

function hideDigits(number: string): string {
  const length = digitsIn(number);
  const { head, tail } = shownOf(length);
  let seen = 0;
  return number.replace(/\d/g, (digit) => {
    seen += 1;
    return seen <= head || seen > length - tail ? digit : HIDDEN;
  });
}

/** Splits "138 9567 2046 13912345678" where one number ends and the next begins; an area code stays with its number. */
function numbersIn(run: string): string[] {
  const numbers: string[] = [];
  let open = '';
  for (const piece of run.split(/(?<=\s)(?=\S)/)) {
    const whole = digitsIn(piece) >= WHOLE_NUMBER;
    if (whole && open && !/^[+(0]/.test(open)) {
      numbers.push(open);
      open = '';
    }
    open += piece;
    if (whole) {
      numbers.push(open);
      open = '';
    }
  }
  return open ? [...numbers, open] : numbers;
}

function hideMiddle(word: string): string {
  const characters = Array.from(word);
  if (characters.length < SHORTEST_NUMBER) return word.replace(/\d/g, HIDDEN);
  const shown = Math.min(4, characters.length - LEAST_HIDDEN);
  const tail = Math.floor(shown / 2);
  const end = characters.length - tail;
  return characters.map((character, i) => (i < shown - tail || i >= end ? character : HIDDEN)).join('');
}

/**
 * A phone number as those see it who may not: 13895672046 → 138****2046. Of each number at most 7 digits are shown and at
 * least 4 hidden, +86 is left out, and an account name such as a WeChat id keeps two characters at each end. Chinese
 * words and separators stay.
 */
export function maskPhone(text: string): string {
  const mobile = KEPT_MOBILE.exec(text);
  if (mobile) return `${mobile[1]}${HIDDEN.repeat(LEAST_HIDDEN)}${mobile[2]}`;
  if (text.length > LONGEST_TEXT) return HIDDEN.repeat(LEAST_HIDDEN);
  return text
    .normalize('NFKC')
    .replace(/[\p{Nd}--[0-9]]/gv, HIDDEN)
    .replace(CHINESE_DIGITS, (digits) => HIDDEN.repeat(digits.length))
    .replace(WORD_OR_NUMBER, (found, word: string | undefined) =>
      word ? hideMiddle(word) : numbersIn(found.replace(COUNTRY_CODE, '')).map(hideDigits).join(''),
    );
}

function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const name = address.slice(0, at);
  // Three stars whatever the length, so that the length tells nothing.
  return `${name.slice(0, Math.min(2, Math.floor(name.length / 3)))}***${address.slice(at)}`;
}

/**
 * An e-mail address as those see it who may not: zhangwei@example.com → zh***@example.com. At most the first two
 * characters, and never more than a third, of the name are shown; text that is no address is hidden whole.
 */
export function maskEmail(text: string): string {
  if (text.length > LONGEST_TEXT + 120) return HIDDEN.repeat(LEAST_HIDDEN);
  const normal = text.normalize('NFKC');
  return normal.replace(/[^\s,;、<>"']+/g, (part) => (part.includes('@') ? maskAddress(part) : '***'));
}

/** Whether a text came out of a mask: such a text is never stored over the value it stands for. */
export function isMasked(text: string): boolean {
  return text.includes(HIDDEN.repeat(3));
}
