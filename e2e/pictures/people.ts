import { type Colleague, enter, PASSWORD } from '../company/colleague.ts';
import type { HouseInTime } from './house-in-time.ts';

/** An imaginary supplier of assembly and inspection lines, and who works there. */
const invited = {
  zhou: { name: '周予安', role: 'representative', department: '华东二组' },
  xu: { name: '许知夏', role: 'representative', department: '华东二组' },
  lu: { name: '陆明舟', role: 'representative', department: '华东二组' },
  lin: { name: '林向晚', role: 'supervisor', department: '华东二组' },
  he: { name: '贺知远', role: 'sales_manager', department: '销售部' },
  fang: { name: '方敏', role: 'marketing', department: '市场部' },
} as const;

export type People = Readonly<Record<keyof typeof invited, Colleague>>;

/** Sets the supplier up through the set-up link; everybody joins by invitation. */
export async function settleIn({ address, setUpToken }: HouseInTime): Promise<People> {
  const email = 'admin@chengchuan.example';
  const founded = await fetch(`${address}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token: setUpToken,
      organizationName: '澄川智能装备',
      name: '苏予',
      email,
      password: PASSWORD,
    }),
  });
  if (!founded.ok) throw new Error(`set-up answered ${founded.status}: ${await founded.text()}`);
  const { call } = await enter(address, '/session', { identifier: email, password: PASSWORD });
  const departments = new Map<string, { id: string; version: number }>();
  const make = async (name: string, above?: string) => {
    const parentId = above ? departments.get(above)?.id : null;
    departments.set(name, await call('POST', '/departments', { name, parentId }));
  };
  await make('销售部');
  await make('华东二组', '销售部');
  await make('市场部');
  const joined: [string, Colleague][] = [];
  for (const [key, { name, role, department }] of Object.entries(invited)) {
    const departmentId = departments.get(department)?.id;
    const own = `${key}@chengchuan.example`;
    const { link } = await call<{ link: string }>('POST', '/invitations', {
      name,
      email: own,
      departmentId,
      roleKeys: [role],
    });
    const token = new URL(link).hash.slice(1);
    joined.push([key, await enter(address, '/invitations/accept', { token, name, email: own, password: PASSWORD })]);
  }
  const people = Object.fromEntries(joined) as unknown as People;
  const team = departments.get('华东二组');
  await call('PATCH', `/departments/${team?.id}`, { version: team?.version, supervisorId: people.lin.memberId });
  return people;
}

/** Everybody signs in again, as people do in the morning: no session outlasts a jump of days. */
export async function signInAgain({ address }: Pick<HouseInTime, 'address'>, people: People): Promise<People> {
  const entered = Object.entries(people).map(async ([key, { email: identifier, password }]) => {
    return [key, await enter(address, '/session', { identifier, password })] as const;
  });
  return Object.fromEntries(await Promise.all(entered)) as unknown as People;
}
