import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

const LONGEST_PHONE = 40;
const LONGEST_EMAIL = 254;
const EXTENSION = /\s*(?:转|轉|ext\.?|x|#|(?<=\d{7})-)\s*\d{1,5}$/i;
// New number segments reach people before they reach the library's tables; every mainland mobile looks like this.
const MAINLAND_MOBILE = /^(?:(?:\+|00)?86)?(1[3-9]\d{9})$/;

/**
 * A phone number in E.164 (+8613895672046): mainland China unless it names another country; full width, spaces, dashes,
 * 0086 and an extension do not matter. Undefined for text that is not one whole, possible number.
 */
export function normalizePhone(text: string): string | undefined {
  if (text.length > LONGEST_PHONE) return undefined;
  const plain = text.normalize('NFKC').trim().replace(EXTENSION, '');
  const mobile = MAINLAND_MOBILE.exec(plain.replace(/[\s()./‐-―-]/g, ''));
  if (mobile) return `+86${mobile[1]}`;
  const parsed = parsePhoneNumberFromString(plain, { defaultCountry: 'CN', extract: false });
  return parsed?.isValid() ? parsed.number : undefined;
}

/** An e-mail address in small letters with its domain in ASCII; undefined for text that is not one address. */
export function normalizeEmail(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (plain.length > LONGEST_EMAIL) return undefined;
  const [name, domain, more] = plain.split('@');
  if (!name || !domain || more !== undefined) return undefined;
  if (name.length > 64 || !/^[^\s<>()[\]\\,;:"]+$/.test(name) || /^\.|\.$|\.\./.test(name)) return undefined;
  const host = URL.parse(`http://${domain}`)?.hostname ?? '';
  const labels = host.split('.');
  const proper = labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  return labels.length > 1 && proper && /^[a-z]/.test(labels.at(-1) ?? '') ? `${name}@${host}` : undefined;
}

/** A search text that is a phone number: its last four digits, or the whole number in E.164. */
export type PhoneQuery =
  | { readonly kind: 'last4'; readonly digits: string }
  | { readonly kind: 'whole'; readonly phone: string };

/**
 * Whether somebody searches by phone (REQUIREMENTS.md, "Privacy where rules meet"): four digits find what one owns or
 * may call, a whole number what exists; anything between finds nothing.
 */
export function phoneQuery(text: string): PhoneQuery | undefined {
  const plain = text.normalize('NFKC').trim();
  if (!/^[+\d][\d\s()./‐-―-]*$/.test(plain)) return undefined;
  const digits = plain.replace(/\D/g, '');
  if (digits.length === 4) return { kind: 'last4', digits };
  const phone = normalizePhone(plain);
  return phone ? { kind: 'whole', phone } : undefined;
}
