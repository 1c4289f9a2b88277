import { z } from 'zod';
import { Currency, ItemsOf, operation, OutId, Text, Version } from '../kernel/index.ts';
import { Locale } from './people.ts';

/** An IANA time zone this machine knows, such as Asia/Shanghai. */
const Zone = z.string().max(64).refine(isZone, { error: 'zone_unknown' });

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '' && zone.includes('/');
  } catch {
    return false;
  }
}

/** Of whom the organisation asks a second step when they sign in with a password. */
export const SecondStepFor = z.enum(['nobody', 'administrators', 'everybody']);
export type SecondStepFor = z.infer<typeof SecondStepFor>;

export const Organization = z.object({
  id: OutId,
  name: z.string(),
  zone: z.string(),
  currency: z.string(),
  /** Language of mails to members who chose none. */
  locale: Locale,
  secondStepFor: SecondStepFor,
  version: z.number().int(),
});

export const getOrganization = operation({
  id: 'organization.get',
  method: 'GET',
  path: '/organization',
  result: Organization,
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'The own organisation.',
});

export const updateOrganization = operation({
  id: 'organization.update',
  method: 'PATCH',
  path: '/organization',
  body: z.strictObject({
    version: Version,
    name: Text(120).optional(),
    zone: Zone.optional(),
    currency: Currency.optional(),
    locale: Locale.optional(),
    secondStepFor: SecondStepFor.optional(),
  }),
  result: Organization,
  problems: [],
  permission: 'organization.manage',
  offline: 'online',
  summary:
    'Changes name, time zone, usual currency, language or who needs a second step; days already counted and amounts already kept stay as they are.',
});

export const NumberPattern = z.object({
  kind: z.string(),
  pattern: z.string(),
  /** The pattern that ships for this kind of object. */
  shipped: z.string(),
  /** The number the next object gets today, or a later one: numbers are handed out in blocks. */
  next: z.string(),
  /** Version of the organisation's own pattern; 0 while the shipped one holds. */
  version: z.number().int(),
});
export type NumberPattern = z.infer<typeof NumberPattern>;

export const listNumberPatterns = operation({
  id: 'organization.listNumberPatterns',
  method: 'GET',
  path: '/number-patterns',
  result: ItemsOf(NumberPattern),
  problems: [],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'How each kind of object is numbered, with the number that comes next (R5).',
});

export const saveNumberPattern = operation({
  id: 'organization.saveNumberPattern',
  method: 'PUT',
  path: '/number-patterns',
  body: z.strictObject({
    kind: z.string().regex(/^[a-z][a-z_]{0,39}$/),
    version: z.int().min(0),
    /** Letters, digits and `. _ / -`, dates as {yyyyMMdd} {yyyyMM} {yyyy} {yy…}, and one counter {nnn} of 3 to 9 digits. */
    pattern: z.string().trim().min(1).max(100),
  }),
  result: ItemsOf(NumberPattern),
  problems: ['number_kind_unknown', 'number_pattern_meets'],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'Changes how a kind of object is numbered from its next one on; numbers already given stay.',
});
