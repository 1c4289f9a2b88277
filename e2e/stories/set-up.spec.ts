import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, field } from '../browser/hands.ts';
import { openBrowser, type Person, seat } from '../browser/open-browser.ts';
import { startFresh } from '../product/one-for-all.ts';
import type { ProductProcess } from '../product/product-process.ts';

const PASSWORD = '春江潮水连海平 2026';

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

test('苏予 opens the link, makes the organisation and stands on Today as its administrator', async () => {
  const { page } = su;
  await page.goto(setUpLink);
  await page.getByRole('heading', { level: 1, name: '建立您的企业' }).waitFor();
  await field(page, '企业名称').fill('澄云智能装备');
  await field(page, '您的姓名').fill('苏予');
  await field(page, '邮箱').fill('suyu@chengyun.example');
  await field(page, '密码').fill('short');
  await page.getByRole('button', { name: '建立企业并登录' }).click();
  await page.getByText('太短或太小').waitFor();
  await field(page, '密码').fill(PASSWORD);
  await page.getByRole('button', { name: '建立企业并登录' }).click();
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
  await page.getByRole('button', { name: '苏予 的菜单' }).waitFor();
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
  invitation = await dialog.getByLabel('邀请链接').inputValue();
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
  await field(page, '邮箱').fill('linxiao@chengyun.example');
  await field(page, '密码').fill('not my password');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText('邮箱或密码不正确。').waitFor();
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
