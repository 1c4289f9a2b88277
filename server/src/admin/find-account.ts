import type { Actor } from '../kernel/access/index.ts';
import type { Services } from '../kernel/house/services.ts';
import { CommandRefused, UsageRefused } from './command.ts';

/** A member as the operator names them. */
export interface Account {
  readonly orgId: string;
  readonly memberId: string;
  readonly userId: string;
}

/** The member with an e-mail address. */
export async function accountOf({ database }: Services, email: string): Promise<Account> {
  const { rows } = await database.writes.query(
    `select m.org_id as "orgId", m.member_id as "memberId", m.user_id as "userId" from auth."user" u
     join auth.memberships m on m.user_id = u."id" where u."email" = $1 order by m.created_at limit 1`,
    [email],
  );
  const account = rows[0] as Account | undefined;
  if (!account) throw new CommandRefused(`There is no member with the address ${email}.`);
  return account;
}

/** The member with an e-mail address and what they may do now. */
export async function actorOf(services: Services, email: string): Promise<Actor> {
  const account = await accountOf(services, email);
  const actor = await services.registry.actors.load(
    services.database,
    { via: 'key', proof: '', ...account },
    services.time.now(),
  );
  if (!actor) throw new CommandRefused(`The member with the address ${email} is no longer active.`);
  return actor;
}

/** Every organisation of the installation. */
export async function organizationIds({ database, time }: Services): Promise<string[]> {
  const ids: string[] = [];
  await database.forEachOrganization('sweep.organizations', time.now(), async (orgId) => void ids.push(orgId));
  return ids.toSorted();
}

/** The organisation that is meant: the given one, or the only one. */
export async function organizationFrom(services: Services, asked: string | undefined): Promise<string> {
  const ids = await organizationIds(services);
  const [only, second] = ids;
  if (asked !== undefined) {
    if (!ids.includes(asked)) throw new CommandRefused(`There is no organisation ${asked}.`);
    return asked;
  }
  if (only === undefined) throw new CommandRefused('There is no organisation yet. Make one with create-organization.');
  if (second !== undefined)
    throw new UsageRefused(`There are several organisations. Add --organization, one of: ${ids.join(', ')}.`);
  return only;
}
