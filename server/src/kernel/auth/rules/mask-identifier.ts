import { maskEmail, maskPhone } from '../../access/index.ts';
import type { Identifier } from './identifier.ts';

/** The name somebody signed in with, as the log keeps it; what names nobody is not kept: it may be a mistyped password. */
export function maskIdentifier(identifier: Identifier | undefined): string | null {
  if (!identifier) return null;
  const { way, name } = identifier;
  if (way === 'email') return maskEmail(name);
  if (way === 'mobile') return maskPhone(name);
  return name.length < 3 ? '*'.repeat(name.length) : `${name.slice(0, 1)}***${name.slice(-1)}`;
}
