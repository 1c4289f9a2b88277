import type { FieldProblem } from '@dealtrail/protocol/kernel';
import { normalizeCreditCode } from '@dealtrail/protocol/quality';
import { isMasked } from '../../../kernel/access/rules/mask.ts';
import { normalizeEmail, normalizePhone } from '../../../kernel/search/rules/phone.ts';
import { duplicates, findPlace } from '../../customers/index.ts';
import { defaultRegions } from '../rules/default-regions.ts';
import { regionOf } from '../rules/region.ts';
import { resolveSource, type SourceMap } from '../rules/source.ts';
import { customerTypeOf } from './customer-type.ts';
import type { LeadFacts } from './lead-facts.ts';

/** The facts of a lead in the one form they are stored and compared in. */
export interface NormalLead {
  readonly facts: LeadFacts;
  /** Key of a listed source; null where the source waits in the tray or is missing. */
  readonly sourceKey: string | null;
  /** The text of the source as it came. */
  readonly sourceText: string | null;
  /** What it is compared by; those of numbers and addresses are kept as `points`. */
  readonly keys: readonly duplicates.IdentityKey[];
  readonly points: readonly { readonly kind: 'phone' | 'email'; readonly normalized: string }[];
}

/** Refusals of a lead, by the problem each is. */
export interface LeadFault extends FieldProblem {
  readonly code: 'phone_invalid' | 'email_invalid' | 'lead_nameless' | 'masked_value';
}

const sentences: Record<LeadFault['code'], string> = {
  phone_invalid: '电话号码不完整',
  email_invalid: '邮箱地址不完整',
  lead_nameless: '客户名称、联系人和外部编号至少填一项',
  masked_value: '这是打了星号的内容，请填完整内容',
};

const fault = (path: string, code: LeadFault['code']): LeadFault => ({ path, code, message: sentences[code] });

/** How people call a lead: company, else person, else the id another system gave it. */
export function titleOf(facts: Pick<LeadFacts, 'companyName' | 'contactName' | 'externalId'>): string | null {
  return facts.companyName ?? facts.contactName ?? facts.externalId;
}

/** What makes a lead impossible to keep; contact data that is none would never be found again. */
function faultsOf(facts: LeadFacts, read: Pick<LeadFacts, 'phone' | 'email'>): LeadFault[] {
  return [
    ...(titleOf(facts) === null ? [fault('companyName', 'lead_nameless')] : []),
    ...(facts.phone !== null && read.phone === null ? [fault('phone', 'phone_invalid')] : []),
    ...(facts.email !== null && read.email === null ? [fault('email', 'email_invalid')] : []),
    ...(['email', 'landline', 'wechat'] as const)
      .filter((name) => isMasked(facts[name] ?? ''))
      .map((name) => fault(name, 'masked_value')),
  ];
}

/** A lead as one party among others: its phone and landline are both numbers somebody answers. */
export function partyOfLead(facts: LeadFacts): duplicates.Party {
  const landline = facts.landline === null ? undefined : normalizePhone(facts.landline);
  return {
    companyName: facts.companyName,
    contactName: facts.contactName,
    creditCode: facts.creditCode,
    website: facts.website,
    wechat: facts.wechat,
    externalId: facts.externalId,
    phones: [facts.phone, landline].filter((phone) => phone !== null && phone !== undefined),
    typedLandlines: facts.landline !== null && landline === undefined ? [facts.landline] : [],
    emails: facts.email === null ? [] : [facts.email],
  };
}

/** Keys and contact points of facts in their normal form. */
export function identityOf(facts: LeadFacts): Pick<NormalLead, 'keys' | 'points'> {
  const keys = duplicates.keysOf(partyOfLead(facts));
  const points = keys.flatMap(({ kind, key }) =>
    kind === 'phone' || kind === 'email' ? [{ kind, normalized: key }] : [],
  );
  return { keys, points };
}

/**
 * Brings the facts of a lead into their one form: number in E.164, address in small letters, region from the place,
 * source by key. Tells what cannot be kept instead of guessing.
 */
export function normaliseLead(
  typed: LeadFacts,
  sources: SourceMap,
): { lead: NormalLead; faults: readonly LeadFault[] } {
  const phone = typed.phone === null ? null : (normalizePhone(typed.phone) ?? null);
  const email = typed.email === null ? null : (normalizeEmail(typed.email) ?? null);
  // A code that cannot be right is kept as it came: the form says what is odd, and it tells no two leads to be the same.
  const creditCode = typed.creditCode === null ? null : (normalizeCreditCode(typed.creditCode) ?? typed.creditCode);
  const place = regionOf(typed, defaultRegions, findPlace);
  const source = resolveSource(typed.source, sources);
  const facts: LeadFacts = {
    ...typed,
    phone: phone ?? typed.phone,
    email: email ?? typed.email,
    creditCode,
    region: place.region ?? null,
    province: place.province ?? null,
    city: place.city ?? null,
    customerType: customerTypeOf(typed.customerType),
    source: source.kind === 'listed' ? source.key : source.kind === 'needs_mapping' ? source.text : null,
  };
  return {
    faults: faultsOf(typed, { phone, email }),
    lead: {
      facts,
      sourceKey: source.kind === 'listed' ? source.key : null,
      sourceText: source.kind === 'empty' ? null : typed.source,
      ...identityOf(facts),
    },
  };
}
