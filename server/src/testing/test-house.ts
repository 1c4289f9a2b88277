import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Operation, Passed, Problem } from '@dealtrail/protocol/kernel';
import type { RoleKey } from '@dealtrail/protocol/organization';
import type { InjectOptions } from 'fastify';
import pino from 'pino';
import { house } from '../house.ts';
import { insertApiKey } from '../kernel/auth/operations/api-keys.ts';
import { openSetUpDoor } from '../kernel/auth/set-up-door.ts';
import { readConfig } from '../kernel/config/config.ts';
import { loginsFrom } from '../kernel/db/index.ts';
import type { Module } from '../kernel/house/module.ts';
import { type OpenHouse, openHouse } from '../kernel/house/open-house.ts';
import { drain } from '../kernel/jobs/index.ts';
import { type FrozenTime, frozenTime } from '../kernel/time/time.ts';
import { insertDepartment, insertMember, insertOrganization } from '../modules/organization/index.ts';
import { leaveTestDatabase, testDatabase } from './test-database.ts';

/** Every test begins on this Wednesday morning in Shanghai. */
export const TEST_START = '2026-03-18T02:12:00.000Z';

/** The whole house of one test file, on its own database and with its own standing clock. */
export interface TestHouse extends OpenHouse {
  readonly time: FrozenTime;
  /** Does at once what jobs would do by now: sweeps, events and reactions until nothing is left, of one organisation or all. */
  readonly drain: (orgId?: string) => Promise<void>;
}

/** An answer as a caller sees it. */
export interface Response<Body> {
  readonly status: number;
  readonly body: Body;
  readonly problem: Problem;
  readonly headers: Record<string, unknown>;
}

/** A member who calls verbs as a script would. */
export interface Caller {
  readonly memberId: string;
  readonly userId: string;
  readonly orgId: string;
  readonly key: string;
  call<O extends Operation>(
    operation: O,
    input: Omit<Passed<O>, never>,
    options?: { idempotencyKey?: string; locale?: string },
  ): Promise<Response<Answer<O>>>;
  inject(options: InjectOptions): Promise<Response<unknown>>;
}

let opened: Promise<TestHouse> | undefined;
const guests: Module[] = [];

/** Lets a chapter that only a test knows into this file's house; to be called before its first use. */
export function alsoOpen(...modules: Module[]): void {
  if (opened) throw new Error('the house stands already');
  guests.push(...modules);
}

async function open(): Promise<TestHouse> {
  const { owner } = await testDatabase();
  const time = frozenTime(TEST_START, process.pid);
  const directory = await mkdtemp(join(tmpdir(), 'dealtrail-files-'));
  const config = { ...readConfig({ DEALTRAIL_DATA: directory, PORT: '0' }, directory), poolSize: 6 };
  const made = await openHouse({
    config,
    logins: loginsFrom(owner),
    time,
    modules: [...house, ...guests],
    log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
  });
  await openSetUpDoor(made.services.database);
  return { ...made, time, drain: (orgId) => drain(made.services, orgId) };
}

/** The house of this test file; opened at first use, closed after its last test. */
export async function testHouse(): Promise<TestHouse> {
  opened ??= open();
  return opened;
}

/** Closes the house of this test file; files share the code of a worker, no house and no database. */
export async function closeTestHouse(): Promise<void> {
  const standing = await opened;
  opened = undefined;
  guests.length = 0;
  await standing?.close();
  leaveTestDatabase();
}

function pathOf(operation: Operation, input: { params?: unknown; query?: unknown }): string {
  const params = (input.params ?? {}) as Record<string, string>;
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = Object.entries((input.query ?? {}) as Record<string, unknown>).filter(
    ([, value]) => value !== undefined,
  );
  const text = new URLSearchParams(query.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return `/api/v1${path}${text ? `?${text}` : ''}`;
}

function callerOf(
  standing: TestHouse,
  member: { memberId: string; userId: string; orgId: string; key: string },
): Caller {
  const send = async (options: InjectOptions): Promise<Response<never>> => {
    const answer = await standing.app.inject({
      ...options,
      headers: { authorization: `Bearer ${member.key}`, ...options.headers },
    });
    const body = (answer.headers['content-type'] ?? '').includes('json') ? answer.json() : answer.payload;
    return { status: answer.statusCode, body: body as never, problem: body as never, headers: answer.headers };
  };
  return {
    ...member,
    inject: send,
    call: (operation, input, options) => {
      const sent = input as { params?: unknown; query?: unknown; body?: object };
      return send({
        method: operation.method,
        url: pathOf(operation, sent),
        headers: {
          ...(options?.idempotencyKey ? { 'idempotency-key': options.idempotencyKey } : {}),
          ...(options?.locale ? { 'accept-language': options.locale } : {}),
        },
        ...(sent.body === undefined ? {} : { payload: sent.body }),
      });
    },
  };
}

/** A person to place into a test organisation. */
export interface Person {
  readonly role: RoleKey;
  readonly department?: string;
  readonly supervises?: string;
  readonly name?: string;
}

/** A test organisation: its people by the name the test gave them. */
export type Company<Names extends string> = Record<Names, Caller> & {
  readonly orgId: string;
  readonly department: (path: string) => string;
};

let serial = 0;

/**
 * Makes an organisation of its own for one test. Departments may be written `North/One`: One below North. No password
 * is ever hashed, callers use API keys.
 */
export async function company<Names extends string>(people: Record<Names, Person>): Promise<Company<Names>> {
  const standing = await testHouse();
  const { database, time } = standing.services;
  const orgId = time.newId();
  const departments = new Map<string, string>();
  const origin = { orgId, actorId: null, operation: 'testing.company', requestId: 'test' };
  const members = await database.write(origin, async (tx) => {
    serial += 1;
    await insertOrganization(tx, { name: `Company ${serial}`, zone: 'Asia/Shanghai', currency: 'CNY', locale: 'zh' });
    const place = async (path: string): Promise<string> => {
      const known = departments.get(path);
      if (known) return known;
      const above = path.includes('/') ? await place(path.slice(0, path.lastIndexOf('/'))) : null;
      const id = time.newId();
      await insertDepartment(tx, {
        id,
        name: path.slice(path.lastIndexOf('/') + 1),
        parentId: above,
        supervisorId: null,
      });
      departments.set(path, id);
      return id;
    };
    const made: [string, { memberId: string; userId: string; orgId: string; key: string }][] = [];
    for (const [name, person] of Object.entries(people) as [Names, Person][]) {
      const departmentId = person.department ? await place(person.department) : null;
      const ids = await insertMember(tx, {
        name: person.name ?? name,
        email: `${name}.${process.pid}.${serial}@example.test`.toLowerCase(),
        passwordHash: 'none',
        departmentId,
        roleKeys: [person.role],
      });
      if (person.supervises) {
        const supervised = await place(person.supervises);
        await tx.run({
          text: 'update app.departments set supervisor_id = $3 where org_id = $1 and id = $2',
          values: [orgId, supervised, ids.memberId],
        });
      }
      const { key } = await insertApiKey(tx, { orgId, ...ids }, 'test', time);
      made.push([name, { ...ids, orgId, key }]);
    }
    return made;
  });
  const callers = Object.fromEntries(members.map(([name, member]) => [name, callerOf(standing, member)])) as Record<
    Names,
    Caller
  >;
  return { ...callers, orgId, department: (path) => departments.get(path) ?? '' };
}
