import pino from 'pino';
import { house } from '../../server/src/house.ts';
import type { Credential } from '../../server/src/kernel/access/index.ts';
import { insertApiKey } from '../../server/src/kernel/auth/operations/api-keys.ts';
import { readConfig } from '../../server/src/kernel/config/config.ts';
import { type Database, type Logins, migrate, type Statement } from '../../server/src/kernel/db/index.ts';
import { openHouse } from '../../server/src/kernel/house/open-house.ts';
import type { Services } from '../../server/src/kernel/house/services.ts';
import { Reader } from '../../server/src/kernel/http/reader.ts';
import { installJobs } from '../../server/src/kernel/jobs/index.ts';
import { listQuery } from '../../server/src/kernel/lists/index.ts';
import { systemTime } from '../../server/src/kernel/time/time.ts';
import { leadList } from '../../server/src/modules/leads/index.ts';
import { insertDepartment, insertMember, insertOrganization } from '../../server/src/modules/organization/index.ts';
import type { Place } from './fill.ts';

const PEOPLE = 20;

/** Who asks, where, and with which key. */
interface Prepared {
  readonly place: Place;
  readonly key: string;
  readonly credential: Credential;
}

async function makeOrganization({ database, time }: Services): Promise<Prepared> {
  const orgId = time.newId();
  return database.write({ orgId, actorId: null, operation: 'bench', requestId: 'bench' }, async (tx) => {
    await insertOrganization(tx, { name: 'Bench', zone: 'Asia/Shanghai', currency: 'CNY', locale: 'zh' });
    const departmentIds = [time.newId(), time.newId()];
    for (const id of departmentIds) await insertDepartment(tx, { id, name: id, parentId: null, supervisorId: null });
    const members: { memberId: string; userId: string }[] = [];
    for (let i = 0; i < PEOPLE; i += 1) {
      const facts = { name: `P${i}`, email: `p${i}@bench.test`, passwordHash: 'none', roleKeys: ['administrator'] };
      members.push(await insertMember(tx, { ...facts, departmentId: departmentIds[i % 2] ?? null }));
    }
    const [first] = members;
    if (!first) throw new Error('the bench needs people');
    const { key } = await insertApiKey(tx, { orgId, ...first }, 'bench', time);
    const place = { orgId, memberIds: members.map(({ memberId }) => memberId), departmentIds };
    return { place, key, credential: { via: 'key', orgId, ...first, proof: time.newId() } };
  });
}

/** A database that notes the statements of a flight and answers the guard itself, since nobody is signed in. */
function recording(database: Database, epoch: string, seen: Statement[]): Database {
  const read = async (orgId: string, [, ...asked]: readonly Statement[]) => {
    seen.push(...asked);
    return [{ rows: [{ epoch }] }, ...(await database.read(orgId, asked))];
  };
  return new Proxy(database, {
    get: (target, property) => (property === 'read' ? read : Reflect.get(target, property, target)),
  });
}

/** Makes schema and organisation, and notes the statements the product will run for each case. */
export async function prepareBench(
  logins: Logins,
  directory: string,
  cases: readonly { name: string; filter: string; sort: string }[],
): Promise<{ place: Place; apiKey: string; statements: Record<string, Statement[]> }> {
  await migrate(logins, installJobs);
  const time = systemTime();
  const config = readConfig({ DEALTRAIL_DATA: directory, PORT: '0' }, directory);
  const open = await openHouse({ config, logins, time, modules: house, log: pino({ level: 'silent' }) });
  const { services } = open;
  const { place, key, credential } = await makeOrganization(services);
  const actor = await services.registry.actors.load(services.database, credential, time.now());
  if (!actor) throw new Error('the bench has nobody to ask');
  const guard = services.registry.actors.guard(credential, time.now());
  const statements: Record<string, Statement[]> = {};
  for (const { name, filter, sort } of cases) {
    const seen: Statement[] = [];
    const read = new Reader(recording(services.database, actor.epoch, seen), actor, guard);
    await listQuery({ actor, read, time, services }, leadList, { filter, sort, limit: 50 });
    // The yardstick keeps its plans from the first request on, as the product does after a few.
    statements[name] = seen.map((statement, i) => ({
      ...statement,
      name: `limit_${Object.keys(statements).length}_${i}`,
    }));
  }
  await open.close();
  return { place, apiKey: key, statements };
}
