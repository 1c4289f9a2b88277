import { sql } from 'kysely';
import { type ListContext, listCondition } from '../../../kernel/lists/index.ts';
import { leadList } from '../../leads/index.ts';

/** Leads of one pace together: minutes to the first touch, mean hours between contacts, and how many were signed. */
export interface PaceRow {
  readonly touchMinutes: number | null;
  readonly gapHours: number | null;
  readonly leads: number;
  readonly converted: number;
}

/** Query for the leads a drill opens, by how soon they were touched and how far apart their contacts lay. */
export function paceQuery(asking: Pick<ListContext, 'actor' | 'time'>, drill: string) {
  return sql<PaceRow>`
    select l.touch_minutes, l.contact_gap_hours as gap_hours, count(*)::int as leads, count(l.converted_on)::int as converted
    from ${sql.raw(leadList.source)} where ${listCondition(asking, leadList, { filter: drill })}
    group by l.touch_minutes, l.contact_gap_hours`;
}
