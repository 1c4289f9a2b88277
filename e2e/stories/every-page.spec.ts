import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeViolations } from '../browser/check-page.ts';
import { dayFromToday } from '../browser/hands.ts';
import { openBrowser, type Person, seat, signIn } from '../browser/open-browser.ts';
import { type Company, foundCompany } from '../company/found-company.ts';

/** UI.md: script of the first load of Today, gzip. */
const TODAY_SCRIPT_KIB = 300;

let browser: Browser;
let company: Company<'lin' | 'chen'>;
const ids = { lead: '', customer: '', opportunity: '' };

beforeAll(async () => {
  browser = await openBrowser();
  company = await foundCompany(inject('product'), '澄云智能装备', {
    lin: { name: '林晓', role: 'representative', department: '华东区' },
    chen: { name: '陈主管', role: 'sales_manager', department: '华东区', supervises: '华东区' },
  });
  const { call } = company.lin;
  const facts = {
    contactName: '郑总',
    contactTitle: '设备副总',
    phone: '13812342046',
    source: '转介绍',
    industry: '制造业',
  };
  const made = (name: string) =>
    call<{ id: string }>('POST', '/leads', { ...facts, companyName: name, need: '采购 2 条检测线，预算已批' });
  const converted = await made('苏州恒锐精密机械');
  ids.lead = (await made('绍兴越川纺机')).id;
  await call('POST', `/leads/${ids.lead}/follow-ups`, {
    method: 'phone',
    outcome: 'reached',
    content: '确认 3 个型号的检测需求，节拍 8 秒以内',
    feedback: '要求两周内给方案',
    nextStep: '提交检测方案',
    nextStepOn: dayFromToday(3),
  });
  const opened = await call<{ customerId: string; opportunity: { id: string } }>('POST', '/opportunities/from-lead', {
    leadId: converted.id,
  });
  ids.customer = opened.customerId;
  ids.opportunity = opened.opportunity.id;
});

afterAll(() => browser.close());

/** Pages of one person; what a page needs to be whole is that its heading stands. */
const pagesOf = {
  lin: () => [
    '/',
    '/leads',
    `/leads/${ids.lead}`,
    '/leads/new',
    '/customers',
    `/customers/${ids.customer}`,
    '/opportunities',
    '/opportunities?view=list',
    `/opportunities/${ids.opportunity}`,
    '/insights',
  ],
  chen: () => ['/', '/leads/import', '/insights'],
  administrator: () => [
    '/settings',
    '/settings/departments',
    '/settings/members',
    '/settings/invitations',
    '/settings/roles',
    '/settings/assignment',
    '/settings/sources',
    '/settings/keys',
  ],
} as const;

async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** What is wrong with a page as it stands. */
async function wrongWith({ page, faults }: Person, path: string): Promise<string[]> {
  await page.goto(path);
  await settled(page);
  const wrong = await axeViolations(page);
  for (const element of ['h1', 'main']) {
    const count = await page.locator(element).count();
    if (count !== 1) wrong.push(`${count} × ${element}`);
  }
  return [...wrong, ...faults.splice(0)].map((fault) => `${path}: ${fault}`);
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(['desk', 'phone'] as const)(
    'every page on the %s is accessible, stays at home and fails in nothing',
    async (size) => {
      const wrong: string[] = [];
      const visitor = await seat(browser, inject('product').address, { size, theme });
      await visitor.page.goto('/sign-in');
      await settled(visitor.page);
      wrong.push(...(await axeViolations(visitor.page)).map((fault) => `/sign-in: ${fault}`));
      await visitor.context.close();
      for (const who of Object.keys(pagesOf) as (keyof typeof pagesOf)[]) {
        const person = await seat(browser, inject('product').address, { size, theme });
        await signIn(person, company[who].email, company[who].password);
        person.faults.splice(0);
        for (const path of pagesOf[who]()) wrong.push(...(await wrongWith(person, path)));
        await person.context.close();
      }
      expect(wrong).toEqual([]);
    },
  );
});

test(`Today loads at most ${TODAY_SCRIPT_KIB} KiB of script`, async () => {
  const lin = await seat(browser, inject('product').address);
  await signIn(lin, company.lin.email, company.lin.password);
  await lin.context.close();
  const fresh = await seat(browser, inject('product').address);
  const scripts = new Map<string, number>();
  fresh.page.on('response', async (answer) => {
    if (answer.request().resourceType() !== 'script') return;
    scripts.set(answer.url(), gzipSync(await answer.body()).length);
  });
  await signIn(fresh, company.lin.email, company.lin.password);
  scripts.clear();
  await fresh.page.goto('/');
  await settled(fresh.page);
  await expect.poll(() => scripts.size).toBeGreaterThan(3);
  const kib = [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) / 1024;
  expect(kib).toBeLessThanOrEqual(TODAY_SCRIPT_KIB);
  await fresh.context.close();
});
