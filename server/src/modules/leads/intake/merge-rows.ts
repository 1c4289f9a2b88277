import type { LeadRow } from '../store/lead-store.ts';
import type { Match } from '../store/match-query.ts';
import { blanksFilledBy, factsOf, type LeadFacts } from './lead-facts.ts';
import { identityOf, type LeadKey, type MatchKind, type NormalLead } from './normalise-lead.ts';

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

/** The surest key first: an outer id tells more than a company's name. */
const surest: readonly MatchKind[] = ['external_id', 'phone', 'email', 'company'];
const bySurety = (keys: readonly LeadKey[]): LeadKey[] =>
  keys.toSorted((a, b) => surest.indexOf(a.kind) - surest.indexOf(b.kind));
const textOf = ({ kind, key }: LeadKey): string => `${kind} ${key}`;

type Known = { readonly draft: Draft } | { readonly leadId: string };

/** The leads met so far, by key: those kept before, and those of this and earlier batches. */
export class MetLeads {
  readonly #byKey = new Map<string, Known>();

  /** Notes the leads that match; the oldest of two with one key stands. */
  noteMatches(matches: readonly Match[]): void {
    for (const { matchKind, key, recordId, recordKind } of matches) {
      const text = textOf({ kind: matchKind, key });
      if (recordKind === 'lead' && !this.#byKey.has(text)) this.#byKey.set(text, { leadId: recordId });
    }
  }

  note(keys: readonly LeadKey[], known: Known): void {
    for (const key of keys) if (!this.#byKey.has(textOf(key))) this.#byKey.set(textOf(key), known);
  }

  find(keys: readonly LeadKey[]): Known | undefined {
    for (const key of bySurety(keys)) {
      const known = this.#byKey.get(textOf(key));
      if (known) return known;
    }
    return undefined;
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
    const known = met.find(normal.keys);
    if (known === undefined) {
      const draft = { normal };
      met.note(normal.keys, { draft });
      return { fate: 'create', draft };
    }
    met.note(normal.keys, known);
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
