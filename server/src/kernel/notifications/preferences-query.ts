import { sql } from 'kysely';
import type { Query } from '../db/index.ts';
import { type QuietHours, usualQuietHours } from './rules/quiet-hours.ts';
import type { Switches } from './rules/wanted.ts';

interface PreferencesRow {
  readonly memberId: string;
  readonly switches: Switches;
  readonly quiet: boolean;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly version: number;
}

/** What a member wants to hear of, and when not. */
export interface Preferences {
  readonly switches: Switches;
  readonly quiet: QuietHours;
  /** 0 where nothing was chosen yet. */
  readonly version: number;
}

const shipped: Preferences = { switches: {}, quiet: usualQuietHours, version: 0 };

/** Query for the preferences of these members; who chose nothing has no row. */
export function preferencesQuery(orgId: string, memberIds: readonly string[]): Query<PreferencesRow> {
  return sql<PreferencesRow>`
    select member_id, switches, quiet, quiet_from, quiet_to, version from seen.notification_preferences
    where org_id = ${orgId}::uuid and member_id = any(${memberIds}::uuid[])`;
}

/** Preferences by member, what ships for the others. */
export function preferencesOf(rows: readonly PreferencesRow[]): (memberId: string) => Preferences {
  const found = new Map(
    rows.map(({ memberId, switches, quiet, quietFrom, quietTo, version }): [string, Preferences] => [
      memberId,
      { switches, quiet: { on: quiet, from: quietFrom, to: quietTo }, version },
    ]),
  );
  return (memberId) => found.get(memberId) ?? shipped;
}
