import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { field } from '../browser/hands.ts';
import { openBrowser, type Person, seat, signIn, sizes } from '../browser/open-browser.ts';
import { type Company, foundCompany } from '../company/found-company.ts';

const CUSTOMER = '苏州恒锐精密机械有限公司';
const SAID = '客户确认要 4 台，预算 70 万，月底前要报价，担心停产时间';
const ANSWER = '要求停产不超过两天，先看同行案例';
const NEXT = '发送停产两天的改造计划';

/** The least a thumb can hit. */
const THUMB_PX = 44;

let browser: Browser;
let company: Company<'lin'>;
let lin: Person;

beforeAll(async () => {
  browser = await openBrowser();
  company = await foundCompany(inject('product'), '澄云智能装备', {
    lin: { name: '林晓', role: 'representative', department: '华东区' },
  });
  await company.lin.call('POST', '/leads', {
    companyName: CUSTOMER,
    contactName: '周建国',
    contactTitle: '采购经理',
    phone: '13812345678',
    source: '转介绍',
    industry: '机械制造',
    need: '采购络筒机在线检测4台，月底前要报价',
    budgetMinor: 70_000_000,
  });
  lin = await seat(browser, inject('product').address, { size: 'phone' });
  await signIn(lin, company.lin.email, company.lin.password);
});

afterAll(() => browser.close());

/** Fails for every one of the things that a thumb may miss. */
async function forThumbs(things: readonly Locator[]): Promise<void> {
  const small: string[] = [];
  const found = await Promise.all(things.map((each) => each.all()));
  expect(found.map((each) => each.length)).not.toContain(0);
  for (const thing of found.flat()) {
    const box = await thing.boundingBox();
    // Where the box is laid out at a fraction of a pixel, 43.99 is 44.
    if (!box || Math.round(box.width) < THUMB_PX || Math.round(box.height) < THUMB_PX)
      small.push(`${(await thing.getAttribute('aria-label')) ?? (await thing.textContent())}: ${JSON.stringify(box)}`);
  }
  expect(small).toEqual([]);
}

const sheet = (): Locator => lin.page.getByRole('dialog', { name: '记录跟进' });

test('Today on the phone shows the lead as a card, every act within reach of a thumb', async () => {
  const { page } = lin;
  await page.getByRole('heading', { level: 1, name: '今日' }).waitFor();
  const card = page.getByRole('main').getByRole('listitem').filter({ hasText: CUSTOMER });
  await card.getByText('首次跟进').first().waitFor();
  const nav = page.getByRole('navigation', { name: '主导航' });
  await nav.waitFor();
  await forThumbs([
    nav.getByRole('link'),
    nav.getByRole('button'),
    card.getByRole('button', { name: /^(记录跟进|拨打|更多)/ }),
    page.getByRole('tab'),
    page.getByRole('banner').getByRole('button'),
  ]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(sizes.phone.width);
});

test('the follow-up fills the screen; outcome, method and day are one press each', async () => {
  const { page } = lin;
  await page.getByRole('button', { name: new RegExp(`^记录跟进.*${CUSTOMER}`) }).tap();
  await field(sheet(), '聊了什么').waitFor();
  const box = await sheet().boundingBox();
  expect(box && { width: box.width, height: box.height }).toEqual(sizes.phone);
  await forThumbs([
    sheet().getByRole('radiogroup', { name: '结果' }).getByRole('radio'),
    sheet().getByRole('radiogroup', { name: '方式' }).getByRole('radio'),
    sheet().getByRole('radiogroup', { name: '哪天' }).getByRole('radio'),
    sheet().getByRole('button', { name: /^(保存|关闭|返回)$/ }),
  ]);
  await sheet().getByRole('radio', { name: '拜访' }).tap();
  await field(sheet(), '聊了什么').fill(SAID);
  await field(sheet(), '客户怎么说').fill(ANSWER);
  await field(sheet(), '下一步').fill(NEXT);
});

test('turning the phone, and a page that was thrown away in the background, lose nothing', async () => {
  const { page } = lin;
  const upright = sizes.phone;
  await page.setViewportSize({ width: upright.height, height: upright.width });
  expect(await field(sheet(), '聊了什么').inputValue()).toBe(SAID);
  expect(await field(sheet(), '下一步').inputValue()).toBe(NEXT);
  await page.setViewportSize(upright);
  expect(await field(sheet(), '客户怎么说').inputValue()).toBe(ANSWER);
  expect(await sheet().getByRole('radio', { name: '拜访' }).isChecked()).toBe(true);

  await page.reload();
  await page.getByRole('button', { name: new RegExp(`^记录跟进.*${CUSTOMER}`) }).tap();
  await sheet().getByText('接着上次没有保存的内容').waitFor();
  expect(await field(sheet(), '聊了什么').inputValue()).toBe(SAID);
  expect(await field(sheet(), '下一步').inputValue()).toBe(NEXT);
  expect(await sheet().getByRole('radio', { name: '拜访' }).isChecked()).toBe(true);
});

test('saved, it stands in the history of the lead and its next step on Today', async () => {
  const { page } = lin;
  await sheet().getByRole('radiogroup', { name: '哪天' }).getByRole('radio').last().tap();
  await sheet().getByRole('button', { name: '保存', exact: true }).tap();
  await sheet().waitFor({ state: 'hidden' });
  await page.getByRole('main').getByText(NEXT).first().waitFor();
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(CUSTOMER) })
    .first()
    .tap();
  await page.getByRole('heading', { level: 1, name: CUSTOMER }).waitFor();
  await page.getByRole('main').getByText(SAID).waitFor();
  await page.getByRole('main').getByText(`客户反馈：${ANSWER}`).waitFor();
  expect(lin.faults).toEqual([]);
});
