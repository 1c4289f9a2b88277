import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { choose, chooseFile } from '../browser/hands.ts';
import { openBrowser, type Person, seat, signIn } from '../browser/open-browser.ts';
import { type Company, foundCompany } from '../company/found-company.ts';
import { csvRows } from '../files/csv-rows.ts';
import { gb18030 } from '../files/gb18030.ts';

const header = '公司名称,联系人,职务,联系电话,线索来源,所属行业,省份,需求描述,预算（万元）';
const rows = [
  '常州远拓传动科技有限公司,蒋文博,采购经理,13861234501,展会咨询,机械制造,江苏,需要6台伺服压机，月底前要报价,96',
  '宁波海曙铸业有限公司,沈岚,设备科长,13957412086,工博会,汽车零部件,浙江,"压铸岛改造，要求""三班倒""不停线",240',
  ',,,13805170043,展会咨询,机械制造,江苏,想了解视觉检测,',
  '嘉兴立成五金有限公司,顾小平,厂长,1380-51,展会咨询,五金,浙江,采购冲床2台，预算30万,30',
  '无锡新洲电机厂,贾宁,生产副总,13706195532,工博会,电机,江苏,替换绕线机4台，年底前上线,120',
];
const file = {
  name: '工博会名片（整理）.csv',
  mimeType: 'text/csv',
  buffer: gb18030(`${header}\r\n${rows.join('\r\n')}\r\n`),
};

let browser: Browser;
let company: Company<'fang' | 'lin'>;
let fang: Person;

beforeAll(async () => {
  browser = await openBrowser();
  company = await foundCompany(inject('product'), '澄云智能装备', {
    fang: { name: '方敏', role: 'marketing' },
    lin: { name: '林晓', role: 'representative', department: '华东区' },
  });
  fang = await seat(browser, inject('product').address);
  await signIn(fang, company.fang.email, company.fang.password);
});

afterAll(() => browser.close());

test('a file in GBK is read without being asked for its encoding, and the trial names the bad rows', async () => {
  const { page } = fang;
  await page.goto('/leads/import');
  await chooseFile(page, page.getByRole('button', { name: /把文件拖到这里/ }), file);
  await page.getByText('已对应 9 / 9 列').waitFor();
  await page.getByText('gb18030').waitFor();
  expect(await page.getByRole('row', { name: /公司名称/ }).textContent()).toContain('常州远拓传动科技有限公司');

  await page.getByRole('button', { name: '试算' }).click();
  await page.getByText('这是试算结果，还没有写入任何记录。').waitFor();
  await page.getByText('新建 3 + 合并 0 + 重复 0 + 未通过 2 = 共 5 行').waitFor();
  await page.getByText('客户名称、联系人和外部编号都没有').waitFor();
  await page.getByText('电话号码不完整').waitFor();
  const { total } = await company.fang.call<{ total: { count: number } }>('GET', '/leads?limit=0&total=capped');
  expect(total.count, 'a trial writes nothing').toBe(0);
});

test('the account ties out, and the bad rows come back as a file with 错误原因 that Excel opens', async () => {
  const { page } = fang;
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.getByRole('button', { name: '查看线索' }).waitFor();
  await page.getByText('新建 3 + 合并 0 + 重复 0 + 未通过 2 = 共 5 行').waitFor();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载错误行' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('工博会名片（整理）-错误.csv');
  const bytes = await readFile(await download.path());
  expect([...bytes.subarray(0, 3)], 'the mark by which Excel knows UTF-8').toEqual([0xef, 0xbb, 0xbf]);
  const [head, ...refused] = csvRows(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  expect(head).toEqual([...header.split(','), '错误原因']);
  expect(refused.map((row) => [row[3], row[7], row.at(-1)])).toEqual([
    ['13805170043', '想了解视觉检测', expect.stringContaining('都没有')],
    ['1380-51', '采购冲床2台，预算30万', expect.stringContaining('电话号码不完整')],
  ]);
});

test('the corrected error file goes in as it is, and only its rows are new', async () => {
  const { page } = fang;
  await page.getByRole('button', { name: '再导一份' }).click();
  const corrected = {
    name: '工博会名片（整理）-错误.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `\ufeff${header},错误原因\r\n` +
        '扬州古渡泵业有限公司,史珂,总工,13805170043,展会咨询,机械制造,江苏,想了解视觉检测,,客户名称、联系人和外部编号都没有\r\n' +
        `${rows[3]?.replace('1380-51', '13805100051')},电话号码不完整\r\n` +
        `${rows[0]},\r\n`,
    ),
  };
  await chooseFile(page, page.getByRole('button', { name: /把文件拖到这里/ }), corrected);
  await page.getByText('已对应 9 / 10 列').waitFor();
  await page.getByRole('button', { name: '试算' }).click();
  await page.getByText('新建 2 + 合并 0 + 重复 1 + 未通过 0 = 共 3 行').waitFor();
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.getByRole('button', { name: '查看线索' }).click();
  await page.getByText('筛选出 5 条').waitFor();
  await page.getByRole('link', { name: '扬州古渡泵业有限公司' }).waitFor();
});

test('the source that is on no list waits in the tray until 方敏 says what it is', async () => {
  const { page } = fang;
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('link', { name: '线索来源' }).click();
  const entry = page.getByRole('listitem').filter({ hasText: '工博会' });
  await entry.getByText('2 条').waitFor();
  await choose(page, entry.getByRole('combobox', { name: '工博会 归到' }), '展会咨询');
  await entry.getByRole('button', { name: '归类 工博会' }).click();
  await page.getByText('已归类 2 条线索').waitFor();
  await page.getByText('没有等待归类的来源').waitFor();

  await page.getByRole('link', { name: '线索', exact: true }).click();
  const row = page.getByRole('row', { name: /无锡新洲电机厂/ });
  await row.getByText('展会咨询').waitFor();
  expect(fang.faults).toEqual([]);
});
