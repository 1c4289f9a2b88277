import { normalizeEmail, normalizePhone } from '../../search/rules/phone.ts';

/** What people may type to say who they are. */
export interface Identifier {
  readonly way: 'email' | 'mobile' | 'staff_number';
  /** As it is kept: small letters, E.164, capitals. */
  readonly name: string;
}

const LONGEST_STAFF_NUMBER = 40;
const MAINLAND_MOBILE = /^\+861[3-9]\d{9}$/;

/** A mobile number in E.164, however it was written: +86, 0086, spaces, full width; undefined for what is none. */
export function mobileOf(text: string): string | undefined {
  const number = normalizePhone(text);
  if (number === undefined) return undefined;
  // A number of another country is meant only when its country is said; otherwise it may be a staff number.
  return MAINLAND_MOBILE.test(number) || /^(?:\+|00)/.test(text.normalize('NFKC').trim()) ? number : undefined;
}

/** A staff number in capitals and half width; undefined for what is none or would be read as a mobile number. */
export function staffNumberOf(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim().toUpperCase();
  if (plain.length > LONGEST_STAFF_NUMBER || !/^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u.test(plain)) return undefined;
  return mobileOf(plain) === undefined ? plain : undefined;
}

/** Reads what was typed at the door as an e-mail address, a mobile number or a staff number. */
export function readIdentifier(text: string): Identifier | undefined {
  if (/[@＠]/.test(text)) {
    const email = normalizeEmail(text);
    return email === undefined ? undefined : { way: 'email', name: email };
  }
  const mobile = mobileOf(text);
  if (mobile !== undefined) return { way: 'mobile', name: mobile };
  const staffNumber = staffNumberOf(text);
  return staffNumber === undefined ? undefined : { way: 'staff_number', name: staffNumber };
}
