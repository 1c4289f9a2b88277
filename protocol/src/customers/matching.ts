import { z } from 'zod';
import { ById, Id, ItemsOf, operation, OutId, OutInstant, Version, Why } from '../kernel/index.ts';

/** What two records are compared by. */
export const MatchField = z.enum([
  'name',
  'registration',
  'mobile',
  'email',
  'wechat',
  'landline',
  'domain',
  'person',
  'address',
  'place',
  'born',
]);
export type MatchField = z.infer<typeof MatchField>;

/** Points a field adds where both sides say the same, and takes (0 or less) where they say something else. */
export const MatchWeight = z.strictObject({
  agree: z.number().int().min(0).max(40),
  differ: z.number().int().min(-40).max(0),
});

/** How much each field says, and from how many points on two records are likely, or possibly, one. */
export const MatchWeights = z.strictObject({
  fields: z.record(MatchField, MatchWeight),
  likely: z.number().int().min(1).max(99),
  possible: z.number().int().min(1).max(99),
});
export type MatchWeights = z.infer<typeof MatchWeights>;

/** Pairs by how sure they are. */
export const PairCounts = z.object({ same: z.number().int(), likely: z.number().int(), possible: z.number().int() });
export type PairCounts = z.infer<typeof PairCounts>;

const PairedRecord = z.object({
  id: OutId,
  number: z.string(),
  title: z.string(),
  ownerName: z.string().nullable(),
  departmentName: z.string().nullable(),
  createdAt: OutInstant,
});
export type PairedRecord = z.infer<typeof PairedRecord>;

const PairGrade = z.enum(['same', 'likely', 'possible']);

/** Two records a trial would pair, or would pair no longer, with the reasons. */
const TrialPair = z.object({
  recordKind: z.enum(['lead', 'customer']).nullable(),
  /** Null: under these weights they are not paired any more. */
  grade: PairGrade.nullable(),
  /** Null: under the weights that hold now they are not paired. */
  before: PairGrade.nullable(),
  points: z.number(),
  reasons: z.array(Why),
  records: z.array(PairedRecord),
});

/** A trial of weights over the records there are; it holds for nobody until somebody says so. */
export const MatchTrial = z.object({
  id: OutId,
  weights: MatchWeights,
  state: z.enum(['running', 'done', 'dropped']),
  checked: z.number().int(),
  total: z.number().int(),
  found: PairCounts,
  before: PairCounts,
  madeByName: z.string().nullable(),
  madeAt: OutInstant,
  endedAt: OutInstant.nullable(),
  heldByName: z.string().nullable(),
  heldAt: OutInstant.nullable(),
  version: z.number().int(),
});
export type MatchTrial = z.infer<typeof MatchTrial>;

export const getMatching = operation({
  id: 'customers.getMatching',
  method: 'GET',
  path: '/matching',
  result: z.object({
    weights: MatchWeights,
    shipped: MatchWeights,
    /** The newest trial that neither holds nor was dropped. */
    trial: MatchTrial.nullable(),
    /** Versions that held, the one in force first; none where the shipped weights still hold. */
    versions: z.array(MatchTrial),
  }),
  problems: [],
  permission: 'leads.manageRules',
  offline: 'online',
  summary: 'How much each field says when duplicates are looked for, who changed it when, and the trial under way.',
});

export const tryMatching = operation({
  id: 'customers.tryMatching',
  method: 'POST',
  path: '/matching/trials',
  body: MatchWeights,
  result: MatchTrial,
  status: 201,
  problems: ['match_thresholds'],
  permission: 'leads.manageRules',
  offline: 'online',
  summary: 'Begins a trial of weights over all leads and customers, in the background; an older trial is dropped.',
});

export const getMatchTrial = operation({
  id: 'customers.getMatchTrial',
  method: 'GET',
  path: '/matching/trials/:id',
  params: ById,
  result: MatchTrial.extend({ sample: z.array(TrialPair) }),
  problems: [],
  permission: 'leads.manageRules',
  offline: 'online',
  summary: 'How a trial went: pairs by grade against those of today, and up to 60 of them with their reasons.',
});

export const holdMatching = operation({
  id: 'customers.holdMatching',
  method: 'POST',
  path: '/matching/trials/:id/hold',
  params: ById,
  body: z.strictObject({ version: Version }),
  result: MatchTrial,
  problems: ['match_trial_unfinished', 'match_trial_over'],
  permission: 'leads.manageRules',
  offline: 'online',
  summary: 'Puts the weights of a finished trial in force; the list of pairs is looked for anew.',
});

/** Two records of a kind that may be one, waiting for somebody to decide. */
export const DuplicatePair = z.object({
  recordKind: z.enum(['lead', 'customer']),
  grade: PairGrade,
  points: z.number(),
  reasons: z.array(Why),
  foundAt: OutInstant,
  records: z.array(PairedRecord),
  abilities: z.object({ merge: z.boolean() }),
});
export type DuplicatePair = z.infer<typeof DuplicatePair>;

export const listDuplicatePairs = operation({
  id: 'customers.listDuplicatePairs',
  method: 'GET',
  path: '/duplicate-pairs',
  query: z.strictObject({ kind: z.enum(['lead', 'customer']).optional() }),
  result: ItemsOf(DuplicatePair).extend({
    /** Pairs in sight that wait, counted up to 1 000. */
    waiting: z.number().int(),
    /** When all records were last compared; null before the first time. */
    searchedAt: OutInstant.nullable(),
  }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Pairs of records the member may see that may be one, the surest first, at most 50; found each night.',
});

export const decideDuplicatePair = operation({
  id: 'customers.decideDuplicatePair',
  method: 'POST',
  path: '/duplicate-pairs/decision',
  body: z.strictObject({
    records: z.array(Id).length(2),
    /** `apart`: two companies, never asked again. `later`: asked again in 14 days. `open`: undecided after all. */
    decision: z.enum(['apart', 'later', 'open']),
  }),
  result: z.object({ decision: z.enum(['apart', 'later', 'open']) }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Says that two records are not one, or that it is decided later; for those who may change both.',
});
