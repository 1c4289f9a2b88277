import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations } from '../browser/check-page.ts';
import { choose, field } from '../browser/hands.ts';
import { openBrowser, type Person, seat } from '../browser/open-browser.ts';
import { startFresh } from '../product/one-for-all.ts';
import type { ProductProcess } from '../product/product-process.ts';

const PASSWORD = '春江潮水连海平 2026';
/** Three weeks are lived through in some seconds; two cores may be busy with other work. */
const DEMO_MS = 110_000;

let product: ProductProcess;
let end: () => Promise<void>;
let browser: Browser;
let su: Person;
let lin: Person;
let setUpLink = '';
let invitation = '';

beforeAll(async () => {
  [{ product, end }, browser] = await Promise.all([startFresh(), openBrowser()]);
  [su, lin] = await Promise.all([seat(browser, product.address), seat(browser, product.address)]);
});

afterAll(async () => {
  await browser.close();
  await end();
});

test('a fresh product prints a one-time link, and its sign-in page says where to find it', async () => {
  setUpLink = /Set up\s+(http\S+)/.exec(product.printed)?.[1] ?? '';
  expect(setUpLink).toContain(`${product.address}/setup#`);
  await su.page.goto('/');
  await su.page.getByRole('heading', { level: 1, name: '登录商迹' }).waitFor();
  await su.page.getByText('系统还没有初始化。请打开启动时打印的初始化链接。').waitFor();
});

test('苏予 opens the link, makes the organisation and asks for three weeks of a demo to look around in', async () => {
  const { page } = su;
  await page.goto(setUpLink);
  await page.getByRole('heading', { level: 1, name: '建立您的企业' }).waitFor();
  await field(page, '企业名称').fill('澄云智能装备');
  await field(page, '您的姓名').fill('苏予');
  await field(page, '邮箱').fill('suyu@chengyun.example');
  await page.getByRole('radio', { name: '用一年的销售数据体验' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('radio', { name: '先看三周的样子' }).click();
  await field(page, '密码').fill('short');
  await page.getByRole('button', { name: '建立企业并登录' }).click();
  await page.getByText('太短或太小').waitFor();
  await field(page, '密码').fill(PASSWORD);
  await page.getByRole('button', { name: '建立企业并登录' }).click();
  await page.getByRole('heading', { level: 1, name: '演示企业' }).waitFor();
  await page.getByRole('button', { name: '苏予 的菜单' }).waitFor();
  await page.getByText('正在把这段时间重新过一遍').waitFor();
  await page.getByRole('heading', { name: '以谁的身份看？' }).waitFor({ timeout: DEMO_MS });
});

test('she looks through a seller, whose day is full, and through the sales manager, whose numbers are their lists', async () => {
  const { page } = su;
  await page.getByRole('button', { name: '以此身份体验：周予川' }).click();
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
  await page.getByText('身份：周予川 · 销售代表').waitFor();
  expect(await page.getByText('今天没有要做的事').count()).toBe(0);
  await page.getByRole('link', { name: '换个身份' }).click();
  await page.getByRole('button', { name: '以此身份体验：程砚秋' }).click();
  await page.getByText('身份：程砚秋 · 销售经理').waitFor();
  await page.goto('/insights');
  await page.getByRole('heading', { level: 1, name: '分析' }).waitFor();
  const steps = await page.evaluate(async () => {
    const read = async (path: string) => (await fetch(`/api/v1${path}`)).json();
    const { steps: told } = (await read('/insights/funnel')) as { steps: { count: number; drill: string }[] };
    return Promise.all(
      told.map(async ({ count, drill }) => {
        const list = await read(`/leads?limit=0&total=exact&filter=${encodeURIComponent(drill)}`);
        return [count, (list as { total: { count: number } }).total.count];
      }),
    );
  });
  expect(steps[0]?.[0]).toBeGreaterThan(50);
  for (const [number, listed] of steps) expect(number).toBe(listed);
  await page.getByRole('button', { name: '回到我的企业' }).click();
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
  await page.getByText('演示企业已经准备好').waitFor();
});

test('the demo goes in one act when its name is typed, and her own organisation stays', async () => {
  const { page } = su;
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('link', { name: '演示企业' }).click();
  await page.getByRole('button', { name: '移除演示企业' }).click();
  const dialog = page.getByRole('dialog', { name: '移除演示企业' });
  await dialog.getByText('生成之后没有人往里面加过东西。').waitFor();
  await field(dialog, '演示企业名称').fill('砺川自控仪表（演示）');
  await dialog.getByRole('button', { name: '移除演示企业' }).click();
  await page.getByRole('button', { name: '生成演示企业' }).waitFor({ timeout: DEMO_MS });
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
});

test('she makes a department and invites a representative by a link that is shown once', async () => {
  const { page } = su;
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('link', { name: '部门' }).click();
  await page.getByRole('button', { name: '新建部门' }).click();
  const department = page.getByRole('dialog', { name: '新建部门' });
  await field(department, '部门名称').fill('华东区');
  await department.getByRole('button', { name: '保存' }).click();
  await page.getByRole('list', { name: '部门' }).getByText('华东区').waitFor();

  await page.getByRole('link', { name: '邀请', exact: true }).click();
  await page.getByRole('button', { name: '邀请成员' }).click();
  const dialog = page.getByRole('dialog', { name: '邀请成员' });
  await field(dialog, '姓名').fill('林晓');
  await choose(page, dialog.getByRole('combobox', { name: '部门' }), '华东区');
  await dialog.getByText('销售代表').waitFor();
  await dialog.getByRole('button', { name: '生成邀请链接' }).click();
  invitation = await dialog.getByRole('textbox', { name: '邀请链接' }).inputValue();
  expect(invitation).toContain(`${product.address}/join#`);
  await dialog.getByRole('button', { name: '完成' }).click();
  await page.getByRole('listitem').filter({ hasText: '林晓' }).getByText('待接受').waitFor();
});

test('林晓 joins at her own machine and sees Today, but not the settings of the organisation', async () => {
  const { page } = lin;
  await page.goto(invitation);
  await page.getByRole('heading', { level: 1, name: '加入澄云智能装备' }).waitFor();
  expect(await field(page, '您的姓名').inputValue()).toBe('林晓');
  await field(page, '邮箱').fill('linxiao@chengyun.example');
  await field(page, '密码').fill(PASSWORD);
  await page.getByRole('button', { name: '加入并登录' }).click();
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
  await page.getByText('今天没有要做的事').waitFor();
  await page.goto('/settings/departments');
  await page.getByText('你没有权限看这一页').waitFor();
});

test('she signs out and in again with what she chose; a wrong password is refused', async () => {
  const { page } = lin;
  await page.getByRole('button', { name: '林晓 的菜单' }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByRole('heading', { level: 1, name: '登录商迹' }).waitFor();
  await field(page, '邮箱、手机号或工号').fill('linxiao@chengyun.example');
  await field(page, '密码').fill('not my password');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText('账号或密码不正确。').waitFor();
  await field(page, '密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
});

test('both links are worthless afterwards: the door is closed for ever', async () => {
  const stranger = await seat(browser, product.address);
  await stranger.page.goto(setUpLink);
  await stranger.page.getByText('系统已经初始化，请直接登录。').waitFor();
  expect(await field(stranger.page, '企业名称').count()).toBe(0);
  await stranger.page.goto(invitation);
  await stranger.page.getByText('邀请链接已失效，请向管理员要一个新的。').waitFor();
  const again = await fetch(`${product.address}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token: new URL(setUpLink).hash.slice(1),
      organizationName: '第二家',
      name: '外人',
      email: 'stranger@elsewhere.example',
      password: PASSWORD,
    }),
  });
  expect(again.status).toBe(410);
  await su.page.reload();
  await su.page.getByRole('listitem').filter({ hasText: '林晓' }).getByText('已加入').waitFor();
  expect([...su.faults, ...lin.faults, ...stranger.faults]).toEqual([]);
});
