import { sql } from 'kysely';
import { removeFactor } from '../kernel/auth/second-factor.ts';
import { endSessions } from '../kernel/auth/sessions.ts';
import { logAccountAct } from '../kernel/auth/sign-in-log.ts';
import type { Trace } from '../kernel/auth/trace.ts';
import { insertApiKey } from '../kernel/auth/operations/api-keys.ts';
import { closeSetUpDoor, openSetUpDoor } from '../kernel/auth/set-up-door.ts';
import type { Origin, Tx } from '../kernel/db/index.ts';
import { insertDepartment, insertMember, insertOrganization } from '../modules/organization/index.ts';
import { type Command, CommandRefused, offered, UsageRefused } from './command.ts';
import { accountOf, organizationFrom } from './find-account.ts';
import { emailFrom, nameFrom, passwordFrom, rolesFrom } from './read-facts.ts';

function originOf(orgId: string, operation: string): Origin {
  return { orgId, actorId: null, operation: `admin.${operation}`, requestId: 'admin' };
}

/** Makes an organisation with its first administrator and closes the set-up door, where it still stands open. */
export const createOrganization: Command = {
  usage: 'create-organization --name NAME --email ADDRESS [--person NAME] --password-stdin',
  options: {
    name: { type: 'string' },
    email: { type: 'string' },
    person: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
  async run({ services, given, console }) {
    const { accounts, database, time } = services;
    const [name, email] = [nameFrom(given), emailFrom(given)];
    const person =
      offered(given, 'person') === undefined
        ? email.slice(0, email.indexOf('@')).slice(0, 80)
        : nameFrom(given, 'person');
    const passwordHash = await accounts.hashPassword(await passwordFrom(given, console), { name: person, email });
    const orgId = time.newId();
    const doorIsOpen = (await openSetUpDoor(database)) !== undefined;
    const { memberId } = await database.write(originOf(orgId, 'createOrganization'), async (tx) => {
      if (doorIsOpen) await closeSetUpDoor(tx, undefined);
      await insertOrganization(tx, { name, zone: 'Asia/Shanghai', currency: 'CNY', locale: 'zh' });
      return insertMember(tx, { name: person, email, passwordHash, departmentId: null, roleKeys: ['administrator'] });
    });
    return { result: { organizationId: orgId, memberId, name, email } };
  },
};

interface Place {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

function idAt(known: readonly Place[], name: string, parentId: string | null): string | undefined {
  return known.find((place) => place.name === name && place.parentId === parentId)?.id;
}

/** The department at a path such as 华东/上海; what is missing of it is made. */
async function departmentAt(tx: Tx, path: string): Promise<{ id: string | null; made: string[] }> {
  const names = path.split('/').map((name) => name.trim());
  if (names.some((name) => name === '' || name.length > 80))
    throw new UsageRefused('--department must be a path such as 华东/上海.');
  const known = await tx.many(
    sql<Place>`select id, name, parent_id from seen.departments where org_id = ${tx.orgId}::uuid`,
  );
  const made: string[] = [];
  let above: string | null = null;
  for (const name of names) {
    const id = idAt(known, name, above);
    const next: string = id ?? tx.time.newId();
    if (id === undefined) {
      await insertDepartment(tx, { id: next, name, parentId: above, supervisorId: null });
      made.push(name);
    }
    above = next;
  }
  return { id: above, made };
}

/** Makes a member with an account of their own. */
export const createMember: Command = {
  usage:
    'create-member --email ADDRESS --name NAME --role ROLE… [--department PATH] [--organization ID] --password-stdin',
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string', multiple: true },
    department: { type: 'string' },
    organization: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
  async run({ services, given, console }) {
    const [name, email, roleKeys] = [nameFrom(given), emailFrom(given), rolesFrom(given)];
    const orgId = await organizationFrom(services, offered(given, 'organization'));
    const password = await passwordFrom(given, console);
    const passwordHash = await services.accounts.hashPassword(password, { name, email });
    const path = offered(given, 'department');
    const result = await services.database.write(originOf(orgId, 'createMember'), async (tx) => {
      const department = path === undefined ? undefined : await departmentAt(tx, path);
      const { memberId } = await insertMember(tx, {
        name,
        email,
        passwordHash,
        departmentId: department?.id ?? null,
        roleKeys,
      });
      return {
        organizationId: orgId,
        memberId,
        name,
        email,
        roles: roleKeys,
        departmentId: department?.id ?? null,
        madeDepartments: department?.made ?? [],
      };
    });
    return { result };
  },
};

/** What the log tells of an act at the server's own machine. */
const HERE: Trace = { peer: '127.0.0.1', device: null };

/**
 * Takes the second step of a member away and ends their sessions: for the administrator who lost telephone and recovery
 * codes and whom nobody else can let in. Where the organisation asks for one, the next sign-in sets up another.
 */
export const endSecondStep: Command = {
  usage: 'end-second-step --email ADDRESS',
  options: { email: { type: 'string' } },
  async run({ services, given }) {
    const email = emailFrom(given);
    const { orgId, memberId, userId } = await accountOf(services, email);
    const sessions = await services.database.write(originOf(orgId, 'endSecondStep'), async (tx) => {
      if (!(await removeFactor(tx, memberId)))
        throw new CommandRefused(`The member with the address ${email} has no second step.`);
      await services.registry.people.rightsMoved(tx, [memberId]);
      await logAccountAct(tx, memberId, 'second_factor_reset', HERE);
      return endSessions(tx, userId);
    });
    return { result: { memberId, email, endedSessions: sessions } };
  },
};

/** Makes an API key for a member; it is printed this once and kept as a hash only. */
export const createApiKey: Command = {
  usage: 'create-api-key --email ADDRESS --name NAME',
  options: { email: { type: 'string' }, name: { type: 'string' } },
  async run({ services, given }) {
    const [name, email] = [nameFrom(given), emailFrom(given)];
    const account = await accountOf(services, email);
    const made = await services.database.write(originOf(account.orgId, 'createApiKey'), (tx) =>
      insertApiKey(tx, account, name, services.time),
    );
    return { result: { id: made.id, name: made.name, email, key: made.key } };
  },
};
