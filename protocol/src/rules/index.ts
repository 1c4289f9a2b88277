import { z } from 'zod';
import { Filter, ItemsOf, operation, OptionalText, OutId, OutInstant, Text } from '../kernel/index.ts';

/** Name of a book, such as leads.intent. */
const BookKey = z.string().min(1).max(60);

/** Name of a rule within its book: a short word for shipped ones, otherwise an id. */
const RuleId = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,59}$/);

/** What a rule says when it fits; its book tells what may stand in it. */
const Outcome = z.record(z.string(), z.unknown());
export type Outcome = z.infer<typeof Outcome>;

/** One rule: when it fits, and what it says then. */
export const Rule = z.strictObject({
  id: RuleId,
  name: Text(80),
  /** A rule that is switched off is kept and not asked. */
  active: z.boolean(),
  when: Filter,
  /** What the book's rules say: its chapter describes it. */
  says: Outcome,
});
export type Rule = z.infer<typeof Rule>;

/** What a book holds beside its rules, such as the points that make a level. */
const Settings = z.record(z.string(), z.unknown());

const Draft = {
  book: BookKey,
  rules: z.array(Rule).min(1).max(100),
  /** Absent: as they are. */
  settings: Settings.optional(),
} as const;

/** A field the rules of a book may ask. Its name and its values are sentences `<chapter>.fact.<name>` and `….<value>`. */
export const RuleField = z.object({
  name: z.string(),
  kind: z.enum(['text', 'number', 'date', 'instant', 'enum', 'boolean', 'id', 'money']),
  ops: z.array(z.string()),
  /** Values to choose from, where the organisation has its own; otherwise those of the kind. */
  options: z.array(z.object({ value: z.string(), label: z.string() })).nullable(),
});
export type RuleField = z.infer<typeof RuleField>;

const Saved = z.object({
  savedById: OutId.nullable(),
  savedByName: z.string().nullable(),
  savedAt: OutInstant.nullable(),
});

export const BookLine = Saved.extend({
  key: z.string(),
  chapter: z.string(),
  /** 0: the rules the product brings. */
  version: z.number().int(),
  rules: z.number().int(),
  active: z.number().int(),
  abilities: z.object({ save: z.boolean() }),
});
export type BookLine = z.infer<typeof BookLine>;

/** A book as it holds: its rules in their order. */
export const Book = Saved.extend({
  key: z.string(),
  chapter: z.string(),
  version: z.number().int(),
  note: z.string().nullable(),
  items: z.array(Rule),
  settings: Settings,
  fields: z.array(RuleField),
  /** True where rules can be tried on what came in before. */
  tries: z.boolean(),
  abilities: z.object({ save: z.boolean() }),
});
export type Book = z.infer<typeof Book>;

/** What became of one rule between two versions; places count from 1. */
export const RuleChange = z.discriminatedUnion('what', [
  z.object({ what: z.literal('added'), rule: Rule, place: z.number().int() }),
  z.object({ what: z.literal('removed'), rule: Rule, place: z.number().int() }),
  z.object({ what: z.literal('moved'), rule: Rule, from: z.number().int(), to: z.number().int() }),
  z.object({
    what: z.literal('changed'),
    parts: z.array(z.enum(['name', 'active', 'when', 'says'])),
    from: Rule,
    to: Rule,
  }),
  z.object({ what: z.literal('settings'), from: Settings, to: Settings }),
]);
export type RuleChange = z.infer<typeof RuleChange>;

export const BookVersion = Saved.extend({
  version: z.number().int(),
  note: z.string().nullable(),
  rules: z.number().int(),
  /** Against the version before it. */
  changes: z.array(RuleChange),
});
export type BookVersion = z.infer<typeof BookVersion>;

/** How a rule did in the last twelve months. */
export const RuleCount = z.object({
  ruleId: z.string(),
  hits: z.number().int(),
  /** How many of these a person decided otherwise. */
  overridden: z.number().int(),
  /** So many that the rule should be looked at: at least 10, and 30 of 100. */
  doubtful: z.boolean(),
  /** Filter text that opens the hits, and those decided otherwise, in the list of the book. */
  hitFilter: z.string(),
  overriddenFilter: z.string(),
});
export type RuleCount = z.infer<typeof RuleCount>;

/** Something a trial looked at. */
const Tried = z.object({ id: OutId, number: z.string(), title: z.string() });

/** What draft rules would do with what came in during the last twelve months. */
export const RuleTrial = z.object({
  checked: z.number().int(),
  /** Day from which on they came in. */
  sinceOn: z.string(),
  /** More had come in than a trial looks at; the latest were looked at. */
  capped: z.boolean(),
  hits: z.array(z.object({ ruleId: z.string(), count: z.number().int() })),
  /** How many would be judged otherwise than they are, and those of them that a person decided, which stay. */
  changing: z.number().int(),
  kept: z.number().int(),
  /** By rule and verdict, most first. Null: rules that speak together. */
  changes: z.array(
    z.object({
      ruleId: z.string().nullable(),
      from: z.string(),
      to: z.string(),
      count: z.number().int(),
      examples: z.array(Tried),
    }),
  ),
});
export type RuleTrial = z.infer<typeof RuleTrial>;

const ofBook = z.strictObject({ book: BookKey });

export const listBooks = operation({
  id: 'rules.list',
  method: 'GET',
  path: '/rule-books',
  result: ItemsOf(BookLine),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'The books of rules the member may read.',
});

export const getBook = operation({
  id: 'rules.get',
  method: 'GET',
  path: '/rule-books/rules',
  query: ofBook,
  result: Book,
  problems: ['book_unknown'],
  permission: 'member',
  offline: 'online',
  summary: 'A book of rules as it holds now, and what its rules may ask.',
});

export const saveBook = operation({
  id: 'rules.save',
  method: 'PUT',
  path: '/rule-books/rules',
  body: z.strictObject({ ...Draft, baseVersion: z.int().min(0), note: OptionalText(500) }),
  result: Book,
  problems: ['book_unknown'],
  permission: 'member',
  offline: 'online',
  summary: 'Keeps the rules of a book as a new version that holds from now on; 409 when somebody else saved meanwhile.',
});

export const listVersions = operation({
  id: 'rules.listVersions',
  method: 'GET',
  path: '/rule-books/versions',
  query: ofBook,
  result: ItemsOf(BookVersion),
  problems: ['book_unknown'],
  permission: 'member',
  offline: 'online',
  summary: 'The latest 50 versions of a book, newest first, each with what became of every rule.',
});

export const restoreVersion = operation({
  id: 'rules.restore',
  method: 'POST',
  path: '/rule-books/versions/restore',
  body: z.strictObject({ book: BookKey, version: z.int().min(0), baseVersion: z.int().min(0) }),
  result: Book,
  problems: ['book_unknown', 'rule_version_unknown'],
  permission: 'member',
  offline: 'online',
  summary: 'Puts an earlier version of a book in force again, as a new version; 0 is what the product brings.',
});

export const countBook = operation({
  id: 'rules.count',
  method: 'GET',
  path: '/rule-books/counts',
  query: ofBook,
  result: ItemsOf(RuleCount),
  problems: ['book_unknown'],
  permission: 'member',
  offline: 'online',
  summary: 'How often each rule decided in the last twelve months, and how often a person decided otherwise.',
});

export const tryBook = operation({
  id: 'rules.try',
  method: 'POST',
  path: '/rule-books/try',
  body: z.strictObject(Draft),
  result: RuleTrial,
  problems: ['book_unknown', 'book_without_trial'],
  permission: 'member',
  offline: 'online',
  summary: 'Says what rules that are only written down would do with the last twelve months; saves nothing.',
});

export const rulesProblems = { book_unknown: 422, rule_version_unknown: 422, book_without_trial: 422 } as const;
