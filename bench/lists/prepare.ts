import type { ListQuery } from '@dealtrail/protocol/kernel';
import pino from 'pino';
import { house } from '../../server/src/house.ts';
import { insertApiKey } from '../../server/src/kernel/auth/module.ts';
import { readConfig } from '../../server/src/kernel/config/config.ts';
import { type Logins, migrate, type Statement } from '../../server/src/kernel/db/index.ts';
import { openHouse } from '../../server/src/kernel/house/open-house.ts';
import { Reader } from '../../server/src/kernel/http/reader.ts';
import { installJobs } from '../../server/src/kernel/jobs/index.ts';
import { listQuery } from '../../server/src/kernel/lists/index.ts';
import { systemTime } from '../../server/src/kernel/time/time.ts';
import { leadList } from '../../server/src/modules/leads/index.ts';
import { insertDepartment, insertMember, insertOrganization } from '../../server/src/modules/organization/index.ts';
import type { Place } from './fill.ts';

const PEOPLE = 20;

/** Makes schema and organisation, and notes the statements the product will run for each case. */
export async function prepareBench(logins: Logins, directory: string, cases: readonly { name: string; filter: string; sort: string }[]) {
  await migrate(logins, installJobs);
  const time = systemTime();
  const config = readConfig({ DEALTRAIL_DATA: directory, PORT: '0' }, directory);
  const open = await openHouse({ config, logins, time, modules: house, log: pino({ level: 'silent' }) });
  const { database, registry } = open.services;
  const orgId = time.newId();
  const made = await database.write({ orgId, actorId: null, operation: 'bench', requestId: 'bench' }, async (tx) => {
    await insertOrganization(tx, { name: 'Bench', zone: 'Asia/Shanghai', currency: 'CNY' });
    const departmentIds = [time.newId(), time.newId()];
    for (const id of departmentIds) await insertDepartment(tx, { id, name: id, parentId: null, supervisorId: null });
    const members: { memberId: string; userId: string }[] = [];
    for (let i = 0; i < PEOPLE; i += 1) {
      const departmentId = departmentIds[i % 2] ?? null;
      members.push(await insertMember(tx, { name: `P${i}`, email: `p${i}@bench.test`, passwordHash: 'none', departmentId, roleKeys: ['administrator'] }));
    }
    const first = members[0] as { memberId: string; userId: string };
    const { key } = await insertApiKey(tx, { orgId, ...first }, 'bench', time);
    const place: Place = { orgId, memberIds: members.map(({ memberId }) => memberId), departmentIds };
    return { place, key, ...first };
  });
  const credential = { via: 'key' as const, orgId, memberId: made.memberId, userId: made.userId, proof: time.newId() };
  const actor = await registry.actors.load(database, credential);
  if (!actor) throw new Error('the bench has nobody to ask');
  const statements: Record<string, Statement[]> = {};
  for (const { name, filter, sort } of cases) {
    const seen: Statement[] = [];
    const recording = new Proxy(database, {
      get: (target, property) =>
        property === 'read'
          ? (org: string, asked: readonly Statement[]) => {
              seen.push(...asked.slice(1));
              return target.read(org, asked.slice(1)).then((results) => [{ rows: [{ epoch: actor.epoch }] }, ...results]);
            }
          : Reflect.get(target, property, target),
    });
    const guard = registry.actors.guard(credential, time.now());
    const query: ListQuery = { filter, sort, limit: 50 };
    await listQuery({ actor, read: new Reader(recording, actor, guard), time, services: open.services }, leadList, query);
    statements[name] = seen;
  }
  await open.close();
  return { place: made.place, apiKey: made.key, statements };
}
