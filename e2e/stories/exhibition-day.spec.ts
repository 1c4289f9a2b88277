import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { untilWhole } from '../browser/check-page.ts';
import { dayFromToday } from '../browser/hands.ts';
import { openBrowser, type Person, seat, signIn } from '../browser/open-browser.ts';
import { type Company, foundCompany } from '../company/found-company.ts';

const FAIR = '2026 上海工博会';
const ROWS = 800;
const VISITOR = '常州凌越机电有限公司';

let browser: Browser;
let company: Company<'fang' | 'lin' | 'gu'>;
let fang: Person;
let lin: Person;
let campaignId = '';

beforeAll(async () => {
  const product = inject('product');
  browser = await openBrowser();
  company = await foundCompany(product, '澄云智能装备', {
    fang: { name: '方敏', role: 'marketing' },
    lin: { name: '林晓', role: 'representative', department: '华东区' },
    gu: { name: '顾清', role: 'representative', department: '华东区' },
  });
  const { id } = await company.fang.call<{ id: string }>('POST', '/campaigns', {
    name: FAIR,
    kind: 'exhibition',
    startsOn: dayFromToday(0),
    endsOn: dayFromToday(3),
    plannedMinor: 12_000_000,
    actualMinor: null,
    ownerId: null,
    state: 'running',
  });
  campaignId = id;
  [fang, lin] = await Promise.all([seat(browser, product.address), seat(browser, product.address, { size: 'phone' })]);
  await Promise.all([
    signIn(fang, company.fang.email, company.fang.password),
    signIn(lin, company.lin.email, company.lin.password),
  ]);
});

afterAll(() => browser.close());

/** The cards of a fair as they are copied out of a sheet. */
function cells(): string {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const phone = `139${String(10_000_000 + i * 7_919).slice(0, 8)}`;
    return [`苏州屿澄${i + 1}号精密制造有限公司`, `陆工${i + 1}`, phone, '展会', FAIR].join('\t');
  });
  return ['公司名称\t联系人\t联系电话\t线索来源\t市场活动', ...rows].join('\n');
}

test('800 rows are pasted into the list, tried, taken in and given out', async () => {
  const { page } = fang;
  await page.goto('/leads');
  await untilWhole(page);
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, cells());
  await page.getByRole('button', { name: '读取' }).click();
  await page.getByText('已对应 5 / 5 列').waitFor();
  await page.getByRole('button', { name: '试算' }).click();
  await page.getByText(`新建 ${ROWS} + 合并 0 + 重复 0 + 未通过 0 = 共 ${ROWS} 行`).waitFor();
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.getByRole('button', { name: '查看线索' }).waitFor();
  const owned = async (memberId: string) => {
    const filter = encodeURIComponent(JSON.stringify({ field: 'ownerId', op: 'eq', value: memberId }));
    const found = `/leads?limit=0&total=exact&filter=${filter}`;
    return (await company.fang.call<{ total: { count: number } }>('GET', found)).total.count;
  };
  const shares = [await owned(company.lin.memberId), await owned(company.gu.memberId)];
  expect(shares.reduce((sum, share) => sum + share, 0)).toBe(ROWS);
});

test('林晓 enters a visitor by phone, loses the signal on the next, and loses nothing', async () => {
  const { page, context } = lin;
  await page.goto(`/stand/${campaignId}`);
  await page.getByText(`来源：展会咨询 · 活动：${FAIR}`).waitFor();
  await page.getByLabel('公司').fill(VISITOR);
  await page.getByLabel('手机').fill('13812123434');
  await page.getByRole('button', { name: '要样品' }).click();
  await page.getByRole('radio', { name: '高', exact: true }).click();
  await page.getByRole('radio', { name: '我来跟进' }).click();
  await page.getByRole('button', { name: '保存，录下一位' }).click();
  await page.getByRole('link', { name: VISITOR }).waitFor();

  await context.setOffline(true);
  await page.getByLabel('公司').fill('宁波海曙铸业有限公司');
  await page.getByRole('button', { name: '保存，录下一位' }).click();
  await page.getByText('待上传，有信号就自动发出').waitFor();
  await context.setOffline(false);
  await page.getByRole('link', { name: '宁波海曙铸业有限公司' }).waitFor();
  await page.getByText('我 2').waitFor();
});

test('she touches the visitor first from the page of the lead, and the fair counts both ways in', async () => {
  const { page } = lin;
  const path = await page.getByRole('link', { name: VISITOR }).getAttribute('href');
  const { firstTouchAt, intent } = await company.lin
    .call<{ lead: { firstTouchAt: string | null; intent: string } }>('POST', `${path}/follow-ups`, {
      method: 'phone',
      outcome: 'reached',
      content: '确认 3 个型号的样品，节拍 8 秒以内',
      feedback: '要求两周内给方案',
      nextStep: '提交检测方案',
      nextStepOn: dayFromToday(2),
    })
    .then(({ lead }) => lead);
  expect([firstTouchAt !== null, intent]).toEqual([true, 'high']);
  await fang.page.goto(`/campaigns/${campaignId}`);
  await fang.page.getByRole('link', { name: new RegExp(`打开${FAIR}的线索（${ROWS + 2}）`) }).waitFor();
  await fang.page.getByText('每条线索').waitFor();
  // What the page met while it had no signal, or was told to come back, it sent again by itself: both visitors are there.
  const sentAgain = /ERR_INTERNET_DISCONNECTED|status of 503/;
  expect(lin.faults.filter((fault) => !sentAgain.test(fault))).toEqual([]);
});
