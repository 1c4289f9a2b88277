import type { Actor } from '../access/index.ts';
import type { Services } from '../house/services.ts';

/**
 * A member as they may act at this moment, for work done in their name without a request of theirs. Undefined once they
 * have left.
 */
export async function actorOfMember(services: Services, orgId: string, memberId: string): Promise<Actor | undefined> {
  const { rows } = await services.database.writes.query(
    'select user_id from auth.memberships where org_id = $1 and member_id = $2',
    [orgId, memberId],
  );
  const userId = (rows[0] as { user_id: string } | undefined)?.user_id;
  if (userId === undefined) return undefined;
  const credential = { via: 'key', orgId, memberId, userId, proof: '' } as const;
  return services.registry.actors.load(services.database, credential, services.time.now());
}
