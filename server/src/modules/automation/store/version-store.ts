import type { AutomationRule, AutomationVersion } from '@dealtrail/protocol/automation';
import { sql } from 'kysely';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { ruleVersionsTable } from '../../../kernel/rule-books/tables.ts';
import type { AutomationRow } from './automation-store.ts';

/** Versions that are shown; older ones are kept all the same. */
const MOST = 50;

const bookOf = (automationId: string): string => `automation.${automationId}`;

/** Keeps an automation as it is from now on, for good: the log names its version. */
export async function keepVersion(tx: Tx, row: AutomationRow): Promise<void> {
  const { id, name, active, kind, trigger, conditions, actions, perHour, version } = row;
  await tx.insert(ruleVersionsTable, [
    {
      id: tx.time.newId(),
      book: bookOf(id),
      version,
      rules: [{ id, name, active, when: conditions, says: { kind, trigger, actions } }],
      settings: { perHour },
      note: null,
      savedBy: tx.origin.actorId,
      savedAt: tx.time.now(),
    },
  ]);
}

type VersionLine = Pick<RowOf<'rule_versions'>, 'version' | 'rules' | 'settings' | 'savedAt'> & {
  readonly savedByName: string | null;
};

/** Query for what an automation was, the newest first. */
export function versionsQuery(orgId: string, automationId: string) {
  return sql<VersionLine>`
    select v.version, v.rules, v.settings, v.saved_at, m.name as saved_by_name from seen.rule_versions v
    left join seen.members m on m.org_id = ${orgId}::uuid and m.id = v.saved_by
    where v.org_id = ${orgId}::uuid and v.book = ${bookOf(automationId)} order by v.version desc limit ${MOST}::int`;
}

/** A version as administrators see it. */
export function presentVersion({ version, rules, settings, savedAt, savedByName }: VersionLine): AutomationVersion[] {
  const [kept] = rules;
  if (!kept) return [];
  const said = kept.says as Pick<AutomationRule, 'kind' | 'trigger' | 'actions'>;
  const rule = { name: kept.name, conditions: kept.when, ...said, perHour: Number(settings['perHour']) };
  return [{ version, rule, savedAt: savedAt.toISOString(), savedByName }];
}
