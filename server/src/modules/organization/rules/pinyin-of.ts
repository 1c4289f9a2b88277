import { pinyin } from 'pinyin-pro';

// Longer names are no names of people; the rest would only make the index larger.
const LONGEST = 60;

/**
 * Full pinyin and initials of a name in small letters, `zhouyuan zya`: what a member is put in order and found by. 曾 at
 * the beginning reads zeng, as surnames do. Other letters stay as they are.
 */
export function pinyinOf(name: string): string {
  const read = Array.from(name.normalize('NFKC').toLowerCase()).slice(0, LONGEST).join('');
  const options = { toneType: 'none', type: 'array', surname: 'head', v: true } as const;
  const full = pinyin(read, options).join('').replaceAll(/\s+/g, '');
  const first = pinyin(read, { ...options, pattern: 'first' })
    .join('')
    .replaceAll(/\s+/g, '');
  return full === first ? full : `${full} ${first}`;
}
