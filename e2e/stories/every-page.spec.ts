import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeViolations, untilWhole } from '../browser/check-page.ts';
import { dayFromToday } from '../browser/hands.ts';
import { openBrowser, type Person, seat, signIn } from '../browser/open-browser.ts';
import { type Company, foundCompany } from '../company/found-company.ts';

/** Script of the first load of Today, gzip. */
const TODAY_SCRIPT_BYTES = 300_000;

let browser: Browser;
let company: Company<'lin' | 'chen'>;
const ids = { lead: '', customer: '', opportunity: '' };

beforeAll(async () => {
  browser = await openBrowser();
  company = await foundCompany(inject('product'), '澄云智能装备', {
    lin: { name: '林晓', role: 'representative', department: '华东区' },
    chen: { name: '陈向晚', role: 'sales_manager', department: '华东区', supervises: '华东区' },
  });
  const { call } = company.lin;
  const make = (companyName: string) =>
    call<{ id: string }>('POST', '/leads', {
      companyName,
      contactName: '郑总',
      contactTitle: '设备副总',
      phone: '13812342046',
      source: '行业老友群',
      industry: '制造业',
      need: '采购 2 条检测线，预算已批',
    });
  const { id: leadId } = await make('苏州恒锐精密机械');
  ids.lead = (await make('绍兴越川纺机')).id;
  await call('POST', `/leads/${ids.lead}/follow-ups`, {
    method: 'phone',
    outcome: 'reached',
    content: '确认 3 个型号的检测需求，节拍 8 秒以内',
    feedback: '要求两周内给方案',
    nextStep: '提交检测方案',
    nextStepOn: dayFromToday(3),
  });
  const made = await call<{ customerId: string; opportunity: { id: string } }>('POST', '/opportunities/from-lead', {
    leadId,
  });
  ids.customer = made.customerId;
  ids.opportunity = made.opportunity.id;
});

afterAll(() => browser.close());

const pagesOf = {
  lin: () => [
    '/',
    '/record',
    '/leads',
    '/leads/new',
    `/leads?peek=${ids.lead}`,
    `/leads/${ids.lead}`,
    '/customers',
    '/customers/new',
    `/customers/${ids.customer}`,
    '/opportunities',
    '/opportunities?show=list',
    '/opportunities/new',
    `/opportunities/${ids.opportunity}`,
    '/insights',
    '/settings',
    '/settings/api-keys',
    '/settings/members',
    '/settings/recycle-bin',
    '/nowhere',
  ],
  chen: () => ['/', '/leads', '/leads/import', '/opportunities', '/insights'],
  administrator: () => [
    '/settings',
    '/settings/departments',
    '/settings/members',
    '/settings/invitations',
    '/settings/invitations?new=1',
    '/settings/roles',
    '/settings/assignment',
    '/settings/sources',
    '/settings/recycle-bin',
    '/settings/audit',
  ],
} as const;

/** What is wrong with a page in both themes; faults are what failed aloud since the last look. */
async function wrongWith({ page, faults }: Person, path: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(path);
  await untilWhole(page);
  const wrong: string[] = [];
  for (const element of ['h1', 'main']) {
    const count = await page.locator(element).count();
    if (count !== 1) wrong.push(`${count} × ${element}`);
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-theme="${colorScheme}"]`).waitFor({ state: 'attached' });
    wrong.push(...(await axeViolations(page)).map((violation) => `${colorScheme}: ${violation}`));
  }
  return [...wrong, ...faults.splice(0)].map((fault) => `${path}: ${fault}`);
}

describe.concurrent.each(['desk', 'phone'] as const)('on the %s', (size) => {
  test('the doors are accessible in light and dark, stay at home and fail in nothing', async () => {
    const stranger = await seat(browser, inject('product').address, { size });
    const wrong: string[] = [];
    for (const path of ['/sign-in', '/setup', '/join#inv_worthless']) wrong.push(...(await wrongWith(stranger, path)));
    await stranger.context.close();
    expect(wrong).toEqual([]);
  });

  test.each(['lin', 'chen', 'administrator'] as const)('so is every page of %s', async (who) => {
    const person = await seat(browser, inject('product').address, { size });
    await signIn(person, company[who].email, company[who].password);
    const wrong: string[] = [];
    for (const path of pagesOf[who]()) wrong.push(...(await wrongWith(person, path)));
    await person.context.close();
    expect(wrong).toEqual([]);
  });
});

test('Today loads at most 300 kB of script, compressed', async () => {
  const lin = await seat(browser, inject('product').address);
  await signIn(lin, company.lin.email, company.lin.password);
  const fresh = await lin.context.newPage();
  const bodies = new Map<string, Promise<Buffer>>();
  fresh.on('response', (answer) => {
    if (answer.request().resourceType() === 'script') bodies.set(answer.url(), answer.body());
  });
  await fresh.goto('/');
  await untilWhole(fresh);
  const sizes = await Promise.all([...bodies.values()].map(async (body) => gzipSync(await body, { level: 9 }).length));
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(TODAY_SCRIPT_BYTES);
  await lin.context.close();
});
