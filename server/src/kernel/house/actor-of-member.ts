import type { Actor } from '../access/index.ts';
import type { Services } from './services.ts';

/** A member as they act outside a request, with the rights they have now; undefined when nobody acts under that name. */
export async function actorOfMember(
  { database, registry, time }: Services,
  orgId: string,
  memberId: string,
): Promise<Actor | undefined> {
  const { rows } = await database.writes.query(
    'select user_id from auth.memberships where org_id = $1 and member_id = $2',
    [orgId, memberId],
  );
  const userId = (rows[0] as { user_id: string } | undefined)?.user_id;
  if (userId === undefined) return undefined;
  return registry.actors.load(database, { via: 'key', orgId, memberId, userId, proof: '' }, time.now());
}
