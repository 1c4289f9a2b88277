import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { untilWhole } from '../browser/check-page.ts';
import { field } from '../browser/hands.ts';
import { openBrowser, type Person, seat, signIn } from '../browser/open-browser.ts';
import { type Company, foundCompany } from '../company/found-company.ts';
import { serveForeignPage } from '../product/foreign-page.ts';

const CUSTOMER = '杭州钱塘泵业有限公司';
const NEED = '想了解叶轮检测，两条产线，年底前上线';

let browser: Browser;
let website: Awaited<ReturnType<typeof serveForeignPage>>;
let code = '';
let script = '';
let company: Company<'lin'>;
let su: Person;
let lin: Person;

beforeAll(async () => {
  const product = inject('product');
  [browser, website] = await Promise.all([
    openBrowser(),
    serveForeignPage(() => `<!doctype html><html lang="zh-CN"><title>联系我们</title><body>${code}</body></html>`),
  ]);
  company = await foundCompany(product, '澄云智能装备', {
    lin: { name: '林晓', role: 'representative', department: '华东区' },
  });
  [su, lin] = await Promise.all([seat(browser, product.address), seat(browser, product.address)]);
});

afterAll(async () => {
  await browser.close();
  await website.end();
});

test('the administrator makes a form and takes the code for the website with her', async () => {
  const { page } = su;
  await signIn(su, company.administrator.email, company.administrator.password);
  await page.goto('/settings/forms');
  await page.getByRole('button', { name: '新建表单' }).click();
  const sheet = page.getByRole('dialog', { name: '新建表单' });
  await field(sheet, '表单名称').fill('官网留言');
  await sheet.getByRole('button', { name: '保存' }).click();
  await sheet.waitFor({ state: 'hidden' });
  const line = page.getByRole('listitem').filter({ hasText: '官网留言' });
  await line.getByText('还没有人填写').waitFor();
  await line.getByRole('button', { name: '链接与代码' }).click();
  code = await page.getByRole('textbox', { name: '嵌入代码' }).inputValue();
  script = await page.getByRole('textbox', { name: '脚本代码' }).inputValue();
  expect([code, script].map((text) => text.includes(inject('product').address))).toEqual([true, true]);
});

test('a visitor of the website fills it in; the lead appears in the open list of 林晓, who touches nothing', async () => {
  await signIn(lin, company.lin.email, company.lin.password);
  await lin.page.getByRole('link', { name: '线索', exact: true }).click();
  await lin.page.getByRole('heading', { level: 1, name: '线索' }).waitFor();
  await untilWhole(lin.page);

  const visitor = await seat(browser, website.address);
  await visitor.page.goto('/');
  await visitor.page.getByLabel('公司名称').fill(CUSTOMER);
  await visitor.page.getByLabel('姓名').fill('方洁');
  await visitor.page.getByLabel('电话').fill('138 5716 2209');
  await visitor.page.getByLabel('需求描述').fill(NEED);
  await visitor.page.getByRole('checkbox').check();
  await visitor.page.getByRole('button', { name: '提交' }).click();
  await visitor.page.getByRole('heading', { level: 1, name: '提交成功' }).waitFor();
  await visitor.page.getByText('已收到，我们会尽快与您联系。').waitFor();
  await visitor.context.close();

  const row = lin.page.getByRole('row', { name: new RegExp(CUSTOMER) });
  await row.getByText('林晓').waitFor({ timeout: 5_000 });
  await row.getByRole('link', { name: CUSTOMER }).click();
  const peek = lin.page.getByRole('complementary', { name: CUSTOMER });
  await peek.getByText(NEED).first().waitFor();
});

test('on a phone, the same form by script: a refusal keeps what was typed, the known visitor joins her lead', async () => {
  code = script;
  const visitor = await seat(browser, website.address, { size: 'phone' });
  const { page } = visitor;
  await page.goto('/');
  await page.getByRole('heading', { name: '联系澄云智能装备' }).waitFor();
  await page.getByLabel('公司名称').fill(CUSTOMER);
  await page.getByLabel('姓名').fill('方洁');
  await page.getByLabel('电话').fill('138');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('alert').getByText(/\S/).waitFor();
  expect(await page.getByLabel('公司名称').inputValue()).toBe(CUSTOMER);
  await page.getByLabel('电话').fill('138 5716 2209');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('status').getByText('已收到，我们会尽快与您联系。').waitFor();
  await visitor.context.close();
});

test('the form counts both submissions, each count opens them, and nobody met a broken page', async () => {
  await su.page.reload();
  const line = su.page.getByRole('listitem').filter({ hasText: '官网留言' });
  await line.getByText('并入已有线索 1').waitFor();
  await line.getByRole('button', { name: '新线索 1' }).click();
  await su.page.getByRole('dialog', { name: '收到的提交' }).getByRole('link', { name: CUSTOMER }).waitFor();
  expect([...su.faults, ...lin.faults]).toEqual([]);
});
