import { signIn } from '@dealtrail/protocol/auth';
import { getImport, importErrors, type ImportView } from '@dealtrail/protocol/imports';
import {
  acceptInvitation,
  listDepartments,
  listMembers,
  memberTemplate,
  peekMembers,
  renewInvitationLinks,
  startMembers,
  updateMember,
} from '@dealtrail/protocol/organization';
import { expect, test } from 'vitest';
import { form } from '../../../kernel/http/testing/form.ts';
import { type Caller, company, testHouse } from '../../../testing/test-house.ts';

const people = { admin: { role: 'administrator', name: '林向晚' } } as const;
const header = '姓名,邮箱,手机号,工号,部门,角色,是否主管,线索上限';
const password = '一个足够长的密码 2026';

async function load(caller: Caller, rows: readonly string[], more: Record<string, string> = {}): Promise<ImportView> {
  const house = await testHouse();
  const sent = await caller.inject({
    method: 'POST',
    url: `/api/v1${startMembers.path}`,
    ...form({ file: [header, ...rows].join('\n'), name: '成员.csv', fields: more }),
  });
  expect(sent.status).toBe(202);
  await house.drain(caller.orgId);
  return (await caller.call(getImport, { params: { id: (sent.body as { id: string }).id } })).body;
}

const counts = ({ rows, created, merged, duplicates, rejected }: ImportView) => [
  rows,
  created,
  merged,
  duplicates,
  rejected,
];

let serial = 0;
/** An address of its own: accounts are one for the whole installation. */
const mail = (name: string) => `${name}.${process.pid}.${(serial += 1)}@import.test`;

async function membersOf(admin: Caller) {
  return (await admin.call(listMembers, { query: { limit: 200 } })).body.items;
}

test('members come with their departments, roles and supervisor; a repeat changes nothing', async () => {
  const { admin } = await company(people);
  const rows = [
    `张晓雯,${mail('zhang')},13800000001,A1,华东大区/上海一部,主管,是,100`,
    `李建国,${mail('li')},138 0000 0002,a2,华东大区／上海一部,"销售代表、财务",否,`,
    `王芳,${mail('wang')},,,华东大区,,,`,
  ];
  expect(counts(await load(admin, rows, { dryRun: 'true' }))).toEqual([3, 3, 0, 0, 0]);
  expect(await membersOf(admin)).toHaveLength(1);
  expect(counts(await load(admin, rows))).toEqual([3, 3, 0, 0, 0]);
  expect((await membersOf(admin)).filter(({ joined }) => !joined)).toMatchObject([
    { name: '李建国', mobile: '+8613800000002', staffNumber: 'A2', roleKeys: ['finance', 'representative'] },
    { name: '王芳', departmentName: '华东大区', roleKeys: ['representative'], leadCapacity: null },
    { name: '张晓雯', departmentName: '上海一部', roleKeys: ['supervisor'], leadCapacity: 100 },
  ]);
  const { body } = await admin.call(listDepartments, {});
  expect(
    body.items.map(({ name, supervisorName, memberCountBelow }) => [name, supervisorName, memberCountBelow]),
  ).toEqual([
    ['华东大区', null, 3],
    ['上海一部', '张晓雯', 2],
  ]);
  expect(counts(await load(admin, rows))).toEqual([3, 0, 0, 3, 0]);
});

test('who is there learns what was blank, and nothing else of them changes', async () => {
  const { admin } = await company(people);
  const address = mail('zhang');
  await load(admin, [`张晓雯,${address},,,华东大区,主管,,`]);
  const again = await load(admin, [`张小文,${address},13800000001,A1,华南大区,财务,,100`]);
  expect(counts(again)).toEqual([1, 0, 1, 0, 0]);
  const [zhang] = (await membersOf(admin)).filter(({ email }) => email === address);
  expect(zhang).toMatchObject({
    name: '张晓雯',
    departmentName: '华东大区',
    roleKeys: ['supervisor'],
    mobile: '+8613800000001',
  });
});

test('rows that cannot be taken say why in the error file, and every row is accounted for', async () => {
  const { admin } = await company(people);
  const twice = mail('li');
  const rows = [
    `张晓雯,${mail('zhang')},13800000001,A1,,主管,,`,
    `李建国,${twice},,,,,,`,
    `李建国,${twice},,,,,,`,
    `无名,坏地址,,,,,,`,
    `赵六,${mail('zhao')},13800000001,,,,,`,
    `钱七,${mail('qian')},,a1,,,,`,
    `孙八,${mail('sun')},,,,皇帝,,`,
    `周九,${mail('zhou')},,,,系统管理员,,`,
  ];
  const told = await load(admin, rows);
  expect(counts(told)).toEqual([8, 2, 0, 1, 5]);
  const file = await admin.inject({ method: 'GET', url: `/api/v1${importErrors.path.replace(':id', told.id)}` });
  expect(
    String(file.body)
      .split('\r\n')
      .slice(1, 6)
      .map((line) => line.split(',').at(-1)),
  ).toEqual(['邮箱“坏地址”不完整', '手机号已属于张晓雯', '工号已属于张晓雯', '没有角色“皇帝”', '没有角色“系统管理员”']);
});

test('a trial accounts for the rows as the import does, across its batches too', async () => {
  const { admin } = await company(people);
  const address = mail('first');
  const rows = Array.from({ length: 205 }, (_, i) => `成员${i},${i === 204 ? address : mail('m')},,,华东,,,`);
  rows[0] = `成员0,${address},,,华东,,,`;
  expect(counts(await load(admin, rows, { dryRun: 'true' }))).toEqual([205, 204, 0, 1, 0]);
});

test('three hundred members join by links that are made when asked for, and the earlier link of each ends', async () => {
  const { admin } = await company(people);
  const rows = Array.from({ length: 300 }, (_, i) => `成员${i},${mail('m')},,N${i},大区${i % 10}/部${i % 30},,,`);
  expect(counts(await load(admin, rows))).toEqual([300, 300, 0, 0, 0]);
  const first = (await admin.call(renewInvitationLinks, { body: {} })).body.items;
  const [again] = (await admin.call(renewInvitationLinks, { body: { ids: [first[0]?.id ?? ''] } })).body.items;
  expect(first).toHaveLength(300);
  const { app } = await testHouse();
  const accept = (link: string | undefined, email: string) =>
    app.inject({
      method: 'POST',
      url: `/api/v1${acceptInvitation.path}`,
      payload: { token: link?.split('#')[1] ?? '', name: '成员甲', email, password },
    });
  const email = again?.email ?? '';
  const early = await app.inject({
    method: 'POST',
    url: `/api/v1${signIn.path}`,
    payload: { identifier: email, password },
  });
  expect(early.statusCode).toBe(401);
  expect((await accept(first[0]?.link, email)).statusCode).toBe(410);
  expect((await accept(again?.link, email)).statusCode).toBe(201);
  const [member] = (await admin.call(listMembers, { query: { q: email } })).body.items;
  expect(member).toMatchObject({ name: '成员甲', joined: true, roleKeys: ['representative'] });
  expect((await accept(again?.link, email)).statusCode).toBe(410);
});

test('who was made inactive before joining stays outside', async () => {
  const { admin } = await company(people);
  await load(admin, [`张晓雯,${mail('zhang')},,,,,,`]);
  const [zhang] = (await membersOf(admin)).filter(({ joined }) => !joined);
  await admin.call(updateMember, { params: { id: zhang?.id ?? '' }, body: { version: 1, active: false } });
  expect((await admin.call(renewInvitationLinks, { body: {} })).body.items).toEqual([]);
});

test('the template is read as it was written', async () => {
  const { admin } = await company(people);
  const template = await (await testHouse()).app.inject({
    method: 'GET',
    url: `/api/v1${memberTemplate.path}`,
    headers: { authorization: `Bearer ${admin.key}` },
  });
  expect(template.headers['content-disposition']).toContain('.xlsx');
  const peeked = await admin.inject({
    method: 'POST',
    url: `/api/v1${peekMembers.path}`,
    ...form({ file: template.rawPayload, name: '模板.xlsx', fields: {} }),
  });
  expect(Object.values((peeked.body as { suggested: Record<string, string> }).suggested)).toHaveLength(8);
});
