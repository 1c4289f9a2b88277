/** Why a password is refused; `password_frequent` and the others are reasons with a sentence. */
export type PasswordFault = 'password_short' | 'password_frequent' | 'password_pattern' | 'password_personal';

/** What is known about the person: a password made of it is guessed first. */
export interface PasswordOwner {
  readonly name?: string;
  readonly email?: string;
}

/** Length is the protection (ASVS 6.2); the protocol asks for the same. */
const SHORTEST = 10;
/** What must be left of a password once the person's own words are taken out. */
const LEAST_OF_ITS_OWN = 6;
/** So many different characters at least: fewer is a key held down. */
const LEAST_DIFFERENT = 5;

/** Words that lists of leaked passwords begin with, in China and elsewhere; alone or joined they protect nothing. */
const FREQUENT =
  /password|passw0rd|p@ssw0rd|p@ssword|qwertyuiop|qwerty|asdfghjkl|zxcvbnm|1qaz2wsx|3edc4rfv|qazwsxedc|1q2w3e4r5t|q1w2e3r4|iloveyou|woaini|5201314|1314520|admin|administrator|welcome|letmein|monkey|dragon|sunshine|princess|football|baseball|superman|changeme|default|guest|login|test|abc123|aa123456|a123456|qq123456|woaiwojia|wodemima|mima|dealtrail|shangji|huawei|wangyut2|xiaoming|zhangwei/g;

const RUNS = ['01234567890', '9876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Takes out every piece of four or more characters that lies in a run of the keyboard or the alphabet. */
function withoutRuns(text: string): string {
  let left = '';
  for (let from = 0; from < text.length; ) {
    let length = 0;
    for (const run of RUNS)
      while (from + length < text.length && run.includes(text.slice(from, from + length + 1))) length += 1;
    if (length < 4) left += text[from];
    from += length < 4 ? 1 : length;
  }
  return left;
}

function without(text: string, words: readonly string[]): string {
  return words.filter((word) => word.length >= 2).reduce((left, word) => left.replaceAll(word, ''), text);
}

/** Why this person may not take this password; undefined: they may. */
export function judgePassword(password: string, owner: PasswordOwner): PasswordFault | undefined {
  const plain = password.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  if (Array.from(password).length < SHORTEST) return 'password_short';
  const email = owner.email?.toLowerCase() ?? '';
  const own = [email, email.split('@')[0] ?? '', ...(owner.name ?? '').toLowerCase().split(/\s+/)];
  if (Array.from(without(plain, own)).length < Math.min(LEAST_OF_ITS_OWN, Array.from(plain).length))
    return 'password_personal';
  if (new Set(plain).size < LEAST_DIFFERENT || /^(.{1,4})\1+.{0,3}$/u.test(plain)) return 'password_pattern';
  const rest = plain.replace(FREQUENT, '');
  // "password2026!" and "qwerty123456" are on every list: what is left beside the frequent words is too little.
  if (Array.from(withoutRuns(rest).replace(/(.)\1{2,}/gu, '$1')).length < LEAST_OF_ITS_OWN)
    return rest === plain ? 'password_pattern' : 'password_frequent';
  return undefined;
}
