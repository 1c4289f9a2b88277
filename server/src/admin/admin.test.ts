import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { session, signIn } from '@dealtrail/protocol/auth';
import { beforeAll, expect, test } from 'vitest';
import { prepareFactor } from '../kernel/auth/second-factor.ts';
import { readConfig } from '../kernel/config/config.ts';
import { testDatabase } from '../testing/test-database.ts';
import { company, testHouse } from '../testing/test-house.ts';
import { runAdmin } from './admin.ts';

let directory = '';
let serial = 0;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dealtrail-admin-'));
});

async function admin(argv: readonly string[], input = '') {
  const { owner } = await testDatabase();
  const house = await testHouse();
  const printed: string[] = [];
  const said: string[] = [];
  const console = {
    input: (async function* pieces() {
      yield input;
    })(),
    out: (text: string) => void printed.push(text),
    err: (text: string) => void said.push(text),
  };
  const config = { ...readConfig({ DEALTRAIL_DATA: house.services.config.dataDirectory }, directory), poolSize: 3 };
  const code = await runAdmin(config, argv, async () => ({ owner }), console);
  return { code, printed, said: said.join('\n'), result: JSON.parse(printed[0] ?? 'null') as Record<string, unknown> };
}

const password = 'a long way to the sea';

async function organization() {
  const email = `operator${(serial += 1)}.${process.pid}@example.test`;
  const made = await admin(
    ['create-organization', '--name', '星河智造', '--email', email, '--password-stdin'],
    `${password}\n`,
  );
  return { ...made, email, orgId: String(made.result?.organizationId) };
}

async function ask(key: string) {
  const { app, time } = await testHouse();
  // The command line lives in the present, this house on a day in March.
  time.set(new Date());
  return app.inject({ url: `/api/v1${session.path}`, headers: { authorization: `Bearer ${key}` } });
}

test('an organisation is made with an administrator who can sign in, and the set-up door closes', async () => {
  const house = await testHouse();
  const { code, printed, result, email } = await organization();
  expect([code, printed.length]).toEqual([0, 1]);
  expect(result).toEqual({ organizationId: expect.any(String), memberId: expect.any(String), name: '星河智造', email });
  const answer = await house.app.inject({
    method: signIn.method,
    url: `/api/v1${signIn.path}`,
    payload: { identifier: email, password },
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({
    organization: { name: '星河智造' },
    member: { roles: [{ key: 'administrator' }] },
  });
  const door = await house.app.inject({ url: '/api/v1/setup' });
  expect(door.json()).toEqual({ open: false });
});

test('a member is made with roles and a department whose path is completed', async () => {
  const { orgId } = await organization();
  const email = `rep${serial}.${process.pid}@example.test`;
  const argv = [
    'create-member',
    '--email',
    email,
    '--name',
    '陆明舟',
    '--role',
    'representative',
    '--role',
    'marketing',
    '--department',
    '华东/上海',
    '--organization',
    orgId,
    '--password-stdin',
  ];
  const { code, result } = await admin(argv, password);
  expect(code).toBe(0);
  expect(result).toMatchObject({
    email,
    roles: ['representative', 'marketing'],
    madeDepartments: ['华东', '上海'],
    departmentId: expect.any(String),
  });
  const second = await admin(argv.with(2, `x${email}`), password);
  expect(second.result).toMatchObject({ madeDepartments: [], departmentId: result.departmentId });
});

test('an API key is printed once and works', async () => {
  const { email } = await organization();
  const { code, result } = await admin(['create-api-key', '--email', email.toUpperCase(), '--name', 'script']);
  expect([code, result.name, result.email]).toEqual([0, 'script', email]);
  expect((await ask(String(result.key))).json()).toMatchObject({ member: { email } });
});

const notUnderstood: [string, string[], string, RegExp][] = [
  ['nothing', [], '', /Which command\?[^]*create-organization/],
  ['an unknown command', ['drop-database'], '', /no command "drop-database"/],
  ['an unknown option', ['verify-audit', '--force'], '', /--force/],
  ['something after the options', ['verify-audit', 'now'], '', /Usage: verify-audit/],
  ['a missing option', ['create-api-key', '--name', 'x'], '', /--email is missing/],
  ['an option without its value', ['create-api-key', '--email'], '', /Usage: create-api-key/],
  ['an address that is none', ['create-api-key', '--email', 'zhang', '--name', 'x'], '', /must be an address/],
  [
    'a password that is not read from the standard input',
    ['create-organization', '--name', 'A', '--email', 'a@b.test'],
    '',
    /--password-stdin is missing/,
  ],
  [
    'a password on the command line',
    ['create-organization', '--name', 'A', '--email', 'a@b.test', '--password', 'x'],
    '',
    /--password/,
  ],
  [
    'a short password',
    ['create-organization', '--name', 'A', '--email', 'a@b.test', '--password-stdin'],
    'short\n',
    /10 to 128/,
  ],
  [
    'an empty standard input',
    ['create-organization', '--name', 'A', '--email', 'a@b.test', '--password-stdin'],
    '',
    /10 to 128/,
  ],
  [
    'a role that is none',
    ['create-member', '--email', 'a@b.test', '--name', 'A', '--role', 'king', '--password-stdin'],
    password,
    /no role "king"/,
  ],
  ['a file that is not named', ['import-leads', '--email', 'a@b.test'], '', /FILE is missing/],
  ['two files', ['import-leads', 'a.csv', 'b.csv', '--email', 'a@b.test'], '', /"b.csv" is too much/],
];

test.each(notUnderstood)(
  '%s ends with code 2, words on the standard error and nothing printed',
  async (_, argv, input, words) => {
    const { code, printed, said } = await admin(argv, input);
    expect([code, printed]).toEqual([2, []]);
    expect(said).toMatch(words);
    expect(said).not.toContain('    at ');
  },
);

const refused: [string, (email: string) => string[], RegExp][] = [
  [
    'an address that has an account',
    (email) => ['create-organization', '--name', 'B', '--email', email, '--password-stdin'],
    /has an account already/,
  ],
  [
    'a key for nobody',
    () => ['create-api-key', '--email', 'nobody@example.test', '--name', 'x'],
    /no member with the address/,
  ],
  ['a file that is not there', (email) => ['import-leads', '/nowhere/leads.csv', '--email', email], /no file/],
  [
    'a mapping file that is not there',
    (email) => ['import-leads', '/nowhere/leads.csv', '--email', email, '--mapping', '@/nowhere.json'],
    /cannot be read/,
  ],
];

test.each(refused)('%s ends with code 1 and what to do', async (_, argv, words) => {
  const { email } = await organization();
  const { code, printed, said } = await admin(argv(email), password);
  expect([code, printed]).toEqual([1, []]);
  expect(said).toMatch(words);
});

async function file(name: string, text: string): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, text);
  return path;
}

test('leads are imported by the same engine as from the browser, tried first and then for good', async () => {
  const { email } = await organization();
  const path = await file(
    'leads.csv',
    '公司,联系人,手机,来源\n苏州屿澄精密制造有限公司,陆明舟,13895672046,展会\n,,,\n无锡澄禾新材有限公司,王可,13895672047,展会\n,,x,展会\n',
  );
  const mapping = JSON.stringify({ 公司: 'companyName', 联系人: 'contactName', 手机: 'phone', 来源: 'source' });
  const trial = await admin(['import-leads', path, '--email', email, '--mapping', mapping, '--dry-run']);
  expect(trial).toMatchObject({ code: 0, result: { state: 'done', dryRun: true, rows: 3, created: 2, rejected: 1 } });
  const real = await admin([
    'import-leads',
    path,
    '--email',
    email,
    '--mapping',
    `@${await file('mapping.json', mapping)}`,
  ]);
  expect(real).toMatchObject({
    code: 0,
    result: { state: 'done', dryRun: false, rows: 3, created: 2, merged: 0, duplicates: 0, rejected: 1 },
  });
  const again = await admin(['import-leads', path, '--email', email, '--mapping', mapping]);
  expect(again.result).toMatchObject({ state: 'done', created: 0, rejected: 1 });
});

test('a file or mapping that cannot be used is refused with its reasons', async () => {
  const { email } = await organization();
  const empty = await admin(['import-leads', await file('empty.csv', ''), '--email', email]);
  expect(empty).toMatchObject({ code: 1, printed: [] });
  expect(empty.said).toContain('The file holds no rows.');
  const wrong = await admin([
    'import-leads',
    await file('wrong.csv', 'a,b\n1,2\n'),
    '--email',
    email,
    '--mapping',
    '{"a":"ownerId"}',
  ]);
  expect(wrong.said).toContain('mapping.a: There is no such field');
});

test('who may not import is refused before the file is read', async () => {
  const { orgId } = await organization();
  const email = `seller${serial}.${process.pid}@example.test`;
  await admin(
    [
      'create-member',
      '--email',
      email,
      '--name',
      'S',
      '--role',
      'representative',
      '--organization',
      orgId,
      '--password-stdin',
    ],
    password,
  );
  const { code, said } = await admin(['import-leads', await file('any.csv', 'a\n1\n'), '--email', email]);
  expect(code).toBe(1);
  expect(said).toContain('leads.import');
});

test('with several organisations the one that is meant must be named', async () => {
  await organization();
  await organization();
  const argv = ['create-member', '--email', 'm@example.test', '--name', 'M', '--role', 'finance', '--password-stdin'];
  const { code, said } = await admin(argv, password);
  expect(code).toBe(2);
  expect(said).toContain('--organization');
  expect((await admin([...argv, '--organization', '019d0000-0000-7000-8000-000000000001'], password)).code).toBe(1);
});

test('an administrator who lost telephone and recovery codes is let in by the operator, once', async () => {
  const { email, orgId, result } = await organization();
  const { services, app } = await testHouse();
  const enter = () =>
    app.inject({ method: signIn.method, url: `/api/v1${signIn.path}`, payload: { identifier: email, password } });
  await services.database.write({ orgId, actorId: null, operation: 'testing', requestId: 'test' }, async (tx) => {
    await prepareFactor(tx, String(result.memberId), services.accounts.factorKey);
    await tx.run({
      text: 'update app.second_factors set since = created_at where org_id = $1 and member_id = $2',
      values: [orgId, result.memberId],
    });
  });
  expect((await enter()).json()).toMatchObject({ code: 'second_factor_needed' });
  const ended = await admin(['end-second-step', '--email', email]);
  expect(ended).toMatchObject({ code: 0, result: { memberId: result.memberId, email, endedSessions: 0 } });
  expect((await enter()).statusCode).toBe(200);
  const again = await admin(['end-second-step', '--email', email]);
  expect(again).toMatchObject({ code: 1, printed: [] });
  expect(again.said).toContain('has no second step');
});

test('search is reindexed and the history verified in every organisation', async () => {
  const { services } = await testHouse();
  const { orgId } = await company({ admin: { role: 'administrator' } });
  const reindexed = await admin(['reindex-search']);
  expect(reindexed).toMatchObject({ code: 0, result: { records: expect.any(Number) } });
  const sound = await admin(['verify-audit']);
  expect(sound).toMatchObject({ code: 0, result: { sound: true } });
  await services.database.write({ orgId, actorId: null, operation: 'testing', requestId: 'test' }, async (tx) => {
    await tx.run({
      text: `insert into app.audit_seals (org_id, seq, audit_id, audit_at, digest, hash) values ($1, 1, $2, $3, 'x', 'x')`,
      values: [orgId, tx.time.newId(), tx.time.now()],
    });
  });
  const broken = await admin(['verify-audit']);
  expect(broken.code).toBe(1);
  expect(broken.result).toMatchObject({ sound: false });
  expect(broken.said).toContain(orgId);
});
