import { duplicates } from '../../customers/index.ts';
import type { LeadRow } from '../store/lead-store.ts';
import type { Match } from '../store/match-query.ts';
import { blanksFilledBy, factsOf, type LeadFacts } from './lead-facts.ts';
import { identityOf, type NormalLead } from './normalise-lead.ts';

/** A lead to be made, whose blanks later rows of the same batch may fill. */
export interface Draft {
  normal: NormalLead;
}

/** What a row turns out to be: a new lead, or one that is known already and learns something or nothing. */
export type RowFate =
  | { readonly fate: 'create'; readonly draft: Draft }
  | { readonly fate: 'merged' | 'duplicate'; readonly leadId: string | null };

/** Facts that leads already kept learn from the rows, by lead. */
export type Additions = Map<string, Partial<LeadFacts>>;

type Key = duplicates.IdentityKey;

/**
 * Keys by which a row of a file is the lead it names, the surest first: registration before person before company's
 * name. Never a likeness, never a switchboard: those are told to people, who decide.
 */
const surest: readonly Key['kind'][] = ['external_id', 'credit_code', 'phone', 'email', 'wechat', 'person', 'company'];

/** Keys that name a person, who may have gone to another company since. */
const ofPersons: readonly Key['kind'][] = ['phone', 'email', 'wechat', 'person'];

/** The keys by which a file recognises a lead, the surest first. */
export function identifying(keys: readonly Key[]): Key[] {
  const sure = keys.filter(({ kind, key }) => surest.includes(kind) && (kind !== 'phone' || duplicates.isMobile(key)));
  return sure.toSorted((a, b) => surest.indexOf(a.kind) - surest.indexOf(b.kind));
}

const textOf = ({ kind, key }: { readonly kind: string; readonly key: string }): string => `${kind} ${key}`;

/** A lead met before: one that is kept, with the company it is kept under, or one of this batch. */
type Known = { readonly draft: Draft } | { readonly leadId: string; readonly companyName: string | null };

const companyOf = (known: Known): string | null =>
  'draft' in known ? known.draft.normal.facts.companyName : known.companyName;

/** The leads met so far, by key: those kept before, and those of this and earlier batches. */
export class MetLeads {
  readonly #byKey = new Map<string, Known[]>();

  /** Notes the leads that match, the oldest first. */
  noteMatches(matches: readonly Match[]): void {
    for (const { kind, key, leadId, companyName } of matches) this.#put(textOf({ kind, key }), { leadId, companyName });
  }

  note(keys: readonly Key[], known: Known): void {
    for (const key of keys) this.#put(textOf(key), known);
  }

  /** The lead these keys name; a person's number or address names none of another company. */
  find(keys: readonly Key[], companyName: string | null): Known | undefined {
    for (const key of keys) {
      const known = this.#byKey
        .get(textOf(key))
        ?.find((met) => !ofPersons.includes(key.kind) || !duplicates.companiesConflict(companyName, companyOf(met)));
      if (known) return known;
    }
    return undefined;
  }

  #put(text: string, known: Known): void {
    const met = this.#byKey.get(text);
    const same = (other: Known) =>
      'draft' in other
        ? 'draft' in known && other.draft === known.draft
        : 'leadId' in known && other.leadId === known.leadId;
    if (!met) this.#byKey.set(text, [known]);
    else if (!met.some(same)) met.push(known);
  }
}

/** The kept lead whose blanks may learn; undefined where the importer may not change it or it is closed. */
export type MayLearn = (leadId: string) => LeadRow | undefined;

/**
 * Tells of each row in order whether it is new, fills blanks of a known lead, or says nothing new. Without `mayLearn`
 * known leads are left as they are, those of an earlier row too.
 */
export function mergeRows(
  rows: readonly NormalLead[],
  met: MetLeads,
  mayLearn: MayLearn | undefined,
): { fates: RowFate[]; additions: Additions } {
  const additions: Additions = new Map();
  const fates = rows.map((normal): RowFate => {
    const keys = identifying(normal.keys);
    const known = met.find(keys, normal.facts.companyName);
    if (known === undefined) {
      const draft = { normal };
      met.note(keys, { draft });
      return { fate: 'create', draft };
    }
    met.note(keys, known);
    if (!mayLearn) return { fate: 'duplicate', leadId: 'leadId' in known ? known.leadId : null };
    return 'draft' in known ? fillDraft(known.draft, normal) : fillLead(known.leadId, normal, additions, mayLearn);
  });
  return { fates, additions };
}

function fillDraft(draft: Draft, { facts }: NormalLead): RowFate {
  const { normal } = draft;
  const filled = blanksFilledBy(normal.facts, facts);
  if (Object.keys(filled).length === 0) return { fate: 'duplicate', leadId: null };
  const known = { ...normal.facts, ...filled };
  draft.normal = { ...normal, facts: known, ...identityOf(known) };
  return { fate: 'merged', leadId: null };
}

function fillLead(leadId: string, { facts }: NormalLead, additions: Additions, mayLearn: MayLearn): RowFate {
  const lead = mayLearn(leadId);
  if (!lead) return { fate: 'duplicate', leadId };
  const learned = additions.get(leadId) ?? {};
  const filled = blanksFilledBy({ ...factsOf(lead), ...learned }, facts);
  if (Object.keys(filled).length === 0) return { fate: 'duplicate', leadId };
  additions.set(leadId, { ...learned, ...filled });
  return { fate: 'merged', leadId };
}
