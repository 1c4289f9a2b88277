import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser, type Person, seat, signIn } from '../browser/open-browser.ts';
import { type Company, foundCompany } from '../company/found-company.ts';

const WANTED = '宁波海曙铸业有限公司';
const PHONE = '13870412046';

let browser: Browser;
let company: Company<'fang' | 'lin' | 'shen'>;
let lin: Person;
let shen: Person;

beforeAll(async () => {
  const product = inject('product');
  browser = await openBrowser();
  company = await foundCompany(product, '澄云智能装备', {
    fang: { name: '方敏', role: 'marketing', department: '市场部' },
    lin: { name: '林晓', role: 'representative', department: '华东区' },
    shen: { name: '沈牧', role: 'representative', department: '华东区' },
  });
  await company.fang.call('POST', '/leads', {
    companyName: WANTED,
    contactName: '沈岚',
    phone: PHONE,
    source: '展会咨询',
    industry: '汽车零部件',
    city: '宁波',
    need: `改造压铸岛，要 2 台，电话 ${PHONE}`,
    assign: 'pool',
  });
  [lin, shen] = await Promise.all([seat(browser, product.address), seat(browser, product.address)]);
});

afterAll(() => browser.close());

const row = ({ page }: Person): Locator => page.getByRole('row', { name: new RegExp(WANTED) });

test('two people see in the pool what a lead is about, and neither whom to call', async () => {
  for (const [person, { email, password }] of [
    [lin, company.lin],
    [shen, company.shen],
  ] as const) {
    await signIn(person, email, password);
    await person.page.getByRole('link', { name: '公海', exact: true }).click();
    await row(person).getByText('改造压铸岛').waitFor();
    await person.page.getByText('今天还可领取 20 条').waitFor();
    expect(await person.page.getByRole('main').innerText()).not.toMatch(/沈岚|2046/);
  }
});

test('both claim it at once: one has it, the other reads who was faster', async () => {
  const claim = (person: Person) =>
    row(person)
      .getByRole('button', { name: `领取 ${WANTED}` })
      .click();
  await Promise.all([claim(lin), claim(shen)]);
  const won = (person: Person) => person.page.getByText(`已领取 ${WANTED}`).waitFor();
  const lost = ({ page }: Person, name: string) => page.getByText(`${name} 刚刚领取了这条线索`).waitFor();
  const winner = await Promise.any([won(lin).then(() => 'lin' as const), won(shen).then(() => 'shen' as const)]);
  await (winner === 'lin' ? lost(shen, '林晓') : lost(lin, '沈牧'));
  // The pool is empty for both.
  for (const person of [lin, shen]) await person.page.getByText('这个公海里没有线索').waitFor();

  const { page } = winner === 'lin' ? lin : shen;
  await page.getByText('今天还可领取 19 条').waitFor();
  await page.getByRole('link', { name: '打开线索' }).click();
  await page.getByRole('heading', { level: 1, name: WANTED }).waitFor();
  await page.getByText('从“公共公海”领取').first().waitFor();
  await page.getByText('138****2046').first().waitFor();
});
