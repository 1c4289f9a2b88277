import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { dayFromToday, field, tabTo, untilFocused } from '../browser/hands.ts';
import { openBrowser, type Person, seat, signIn } from '../browser/open-browser.ts';
import { foundCompany } from '../company/found-company.ts';

let browser: Browser;
let lin: Person;

beforeAll(async () => {
  browser = await openBrowser();
  const company = await foundCompany(inject('product'), '澄云智能装备', {
    lin: { name: '林晓', role: 'representative', department: '华东区' },
  });
  const { call } = company.lin;
  for (const [name, deal] of [
    ['苏州恒锐精密机械', '压铸件视觉检测线'],
    ['绍兴越川纺机', '络筒机在线检测'],
  ]) {
    const { id: customerId } = await call('POST', '/customers', { name });
    await call('POST', '/opportunities', {
      name: deal,
      customerId,
      amountMinor: 128_000_000,
      expectedCloseOn: dayFromToday(45),
    });
  }
  lin = await seat(browser, inject('product').address);
  await signIn(lin, company.lin.email, company.lin.password);
});

afterAll(() => browser.close());

const column = (name: string): Locator => lin.page.getByRole('region', { name, exact: true });
const card = (within: Locator): Locator => within.getByRole('link', { name: '苏州恒锐精密机械' });

test('a card is lifted, carried one stage on and set down with the keyboard; the gate sends it back and says why', async () => {
  const { page } = lin;
  await page.goto('/opportunities');
  await tabTo(page, card(column('需求分析')));
  await page.keyboard.press('Space');
  await page.getByText('已拿起 苏州恒锐精密机械，在 需求分析。').waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowRight');
  await page.getByText('苏州恒锐精密机械 移到 方案设计 上方。').waitFor({ state: 'attached' });
  await page.keyboard.press('Space');

  const refusal = page.getByRole('alertdialog', { name: '没有移入，已放回需求分析' });
  await untilFocused(refusal);
  await refusal.getByText('填写需求摘要').waitFor();
  await refusal.getByText('深度访谈或技术交流，明确客户痛点').waitFor();
  await card(column('需求分析')).waitFor();
  expect(await card(column('方案设计')).count()).toBe(0);
});

test('what is missing is filled in from the refusal, one after the other, still without a mouse', async () => {
  const { page } = lin;
  const refusal = page.getByRole('alertdialog');
  await tabTo(page, refusal.getByRole('button', { name: '去填写 填写需求摘要' }));
  await page.keyboard.press('Enter');
  await untilFocused(field(page, '需求摘要'));
  await page.keyboard.type('压铸件表面缺陷在线检测，节拍 45 秒，预算 128 万，年底前验收，生产副总拍板');
  await tabTo(page, page.getByRole('button', { name: '保存修改' }));
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '修改商机' }).waitFor({ state: 'hidden' });
  await refusal.getByText('已完成').waitFor();

  await tabTo(page, refusal.getByRole('button', { name: '去完成 深度访谈或技术交流，明确客户痛点' }));
  await page.keyboard.press('Enter');
  await untilFocused(page.getByRole('checkbox', { name: '完成任务：深度访谈或技术交流，明确客户痛点' }));
  await page.keyboard.press('Space');
  await page.getByRole('checkbox', { name: '已完成：深度访谈或技术交流，明确客户痛点' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: '任务' }).waitFor({ state: 'hidden' });
});

test('once everything is there the card moves, and stands there after a reload', async () => {
  const { page } = lin;
  await tabTo(page, page.getByRole('button', { name: '条件已齐，移入方案设计' }));
  await page.keyboard.press('Enter');
  await card(column('方案设计')).waitFor();
  expect(await card(column('需求分析')).count()).toBe(0);
  await page.reload();
  await card(column('方案设计')).waitFor();
  await column('需求分析').getByRole('link', { name: '绍兴越川纺机' }).waitFor();
});

test('Escape while carrying leaves the card where it was', async () => {
  const { page } = lin;
  await tabTo(page, card(column('方案设计')));
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await page.getByText('已取消，苏州恒锐精密机械 放回原处。').waitFor({ state: 'attached' });
  await card(column('方案设计')).waitFor();
  expect(lin.faults).toEqual([]);
});
