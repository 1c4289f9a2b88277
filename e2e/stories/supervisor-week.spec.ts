import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { choose, dayFromToday, field, typeDay } from '../browser/hands.ts';
import { openBrowser, type Person, seat, signIn } from '../browser/open-browser.ts';
import type { Call } from '../company/colleague.ts';
import { type Company, foundCompany } from '../company/found-company.ts';

const LATE = ['宁波海曙铸业有限公司', '无锡新洲电机厂'] as const;
const ACTION = '带技术支持上门，确认 2 台压铸岛的节拍';

let browser: Browser;
let company: Company<'he' | 'lin'>;
let he: Person;
let lin: Person;

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** A lead whose promised step fell due before yesterday, and nothing happened. */
async function forgotten(call: Call, companyName: string): Promise<void> {
  const { id } = await call<{ id: string }>('POST', '/leads', {
    companyName,
    contactName: '沈岚',
    phone: '13870412046',
    contactTitle: '设备科长',
    source: '展会咨询',
    industry: '机械制造',
    need: '改造压铸岛，要 2 台',
    assign: 'mine',
  });
  await call('POST', `/leads/${id}/follow-ups`, {
    method: 'phone',
    outcome: 'reached',
    content: '确认要 2 台，预算 80 万元',
    feedback: '客户要求先看同行案例',
    nextStep: '发送同行案例',
    nextStepOn: dayFromToday(-2),
    occurredAt: daysAgo(4),
  });
}

beforeAll(async () => {
  const product = inject('product');
  browser = await openBrowser();
  company = await foundCompany(product, '澄云智能装备', {
    he: { name: '贺知远', role: 'supervisor', department: '华东区', supervises: '华东区' },
    lin: { name: '林晓', role: 'representative', department: '华东区' },
  });
  for (const name of LATE) await forgotten(company.lin.call, name);
  [he, lin] = await Promise.all([seat(browser, product.address), seat(browser, product.address)]);
});

afterAll(() => browser.close());

const confirm = (): Locator => he.page.getByRole('button', { name: '确认纪要' });

test('贺知远 opens the check of his team: what is overdue stands there, and it cannot be confirmed', async () => {
  const { page } = he;
  await signIn(he, company.he.email, company.he.password);
  await page.getByRole('link', { name: '复盘', exact: true }).click();
  await page.getByRole('button', { name: '发起复盘' }).click();
  const window = page.getByRole('dialog');
  await window.getByText('周检查', { exact: true }).click();
  await choose(page, field(window, '部门'), '华东区');
  await window.getByRole('button', { name: '发起', exact: true }).click();

  await page.getByText('2 条超期记录还缺原因或措施').waitFor();
  await confirm().click();
  const refusal = page.getByRole('alertdialog', { name: '还不能确认' });
  for (const name of LATE)
    for (const lack of ['缺超期原因', '缺措施，要有负责人和日期'])
      await refusal.getByText(new RegExp(`${name}.*${lack}`)).waitFor();
  await page.keyboard.press('Escape');
  await refusal.waitFor({ state: 'hidden' });
});

test('with the keys alone he picks both, names the cause, and agrees on an action with owner and day', async () => {
  const { page } = he;
  await page.getByRole('checkbox', { name: `勾选 ${LATE[0]}` }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await page.getByText('已勾选 2 条').waitFor();
  await page.keyboard.press('c');
  const cause = page.getByRole('dialog', { name: '超期原因：2 条记录' });
  await cause.getByText('出差在外', { exact: true }).click();
  await cause.getByRole('button', { name: '保存' }).click();
  await cause.waitFor({ state: 'hidden' });
  await page.getByText('出差在外，贺知远 填写').nth(1).waitFor();

  await page.getByRole('checkbox', { name: `勾选 ${LATE[1]}` }).focus();
  await page.keyboard.press('a');
  const action = page.getByRole('dialog', { name: '措施：2 条记录各一项' });
  await field(action, '做什么').fill(ACTION);
  await typeDay(field(action, '完成日期'), dayFromToday(1));
  await action.getByRole('button', { name: '保存' }).click();
  await action.waitFor({ state: 'hidden' });

  await page.getByText('原因和措施齐全，可以确认').waitFor();
  await confirm().click();
  await page.getByText('数字为确认时的数据').waitFor();
  expect(await confirm().count()).toBe(0);
});

test('林晓 finds the actions among her tasks of the day, told by whom', async () => {
  const { page } = lin;
  await signIn(lin, company.lin.email, company.lin.password);
  const main = page.getByRole('main');
  await main.getByText(ACTION).nth(1).waitFor();
  for (const name of LATE) await main.getByText(name).first().waitFor();
});
