import { defineRuleBook } from '../../../kernel/rule-books/index.ts';
import type { RowSource } from '../../../kernel/house/row-source.ts';
import { z } from 'zod';
import { CompletenessSays, defaultCompletenessRules, judgeCompleteness } from '../rules/completeness.ts';
import { defaultIntentRules } from '../rules/default-intent.ts';
import { defaultProfileRules, defaultProfileSettings } from '../rules/default-profile.ts';
import { IntentSays } from '../rules/intent.ts';
import { PrioritySays, priorityOf, ProfileSettings } from '../rules/priority.ts';
import { leadSubjectFields } from '../rules/subject.ts';
import { sourceMapOf, sourcesQuery } from '../store/source-store.ts';
import { pastLeads } from './past-leads.ts';

/** The organisation's sources by name; a campaign is told in words. */
async function options(rows: RowSource) {
  const [known] = await rows.many(sourcesQuery(rows.orgId));
  const { types } = sourceMapOf(known ?? { own: null, mapped: null });
  return { source: types.map(({ key, name }) => ({ value: key, label: name.zh })) };
}

const ofLeads = {
  chapter: 'leads',
  fields: leadSubjectFields,
  read: 'leads.manageRules',
  save: 'leads.manageRules',
  options,
} as const;

const noSettings = z.strictObject({});

/** What makes an intent (R6): the first rule that fits a lead's source and the words of its need. */
export const intentBook = defineRuleBook<IntentSays, Record<string, never>>({
  ...ofLeads,
  key: 'leads.intent',
  outcome: IntentSays,
  settings: noSettings,
  shipped: { rules: defaultIntentRules, settings: {} },
  mustSpeak: true,
  verdict: ([spoken]) => spoken?.rule.says.level ?? 'low',
  past: pastLeads('intent'),
});

/** The ideal customer (R9): each question is answered by the first of its rules that fits, and the points are added. */
export const priorityBook = defineRuleBook<PrioritySays, ProfileSettings>({
  ...ofLeads,
  key: 'leads.priority',
  outcome: PrioritySays,
  settings: ProfileSettings,
  shipped: { rules: defaultProfileRules, settings: defaultProfileSettings },
  groupOf: ({ question }) => question,
  mustSpeak: false,
  verdict: (spoken, { settings }) =>
    priorityOf(
      spoken.map(({ rule }) => rule.says),
      settings,
    ),
  past: pastLeads('priority'),
});

/** What a lead must have (R8), by its source and what else is known of it. */
export const completenessBook = defineRuleBook<CompletenessSays, Record<string, never>>({
  ...ofLeads,
  key: 'leads.completeness',
  outcome: CompletenessSays,
  settings: noSettings,
  shipped: { rules: defaultCompletenessRules, settings: {} },
  mustSpeak: true,
  verdict: ([spoken], _, row) =>
    judgeCompleteness(row['lead'] as Parameters<typeof judgeCompleteness>[0], spoken?.rule.says.demands).complete
      ? 'complete'
      : 'incomplete',
  past: pastLeads('completeness'),
});
