import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeViolations, untilWhole } from '../browser/check-page.ts';
import { openBrowser, type Person, seat, signIn } from '../browser/open-browser.ts';
import { type Company, foundCompany } from '../company/found-company.ts';
import { type Furniture, furnishCompany } from '../company/furnish-company.ts';
import { screenPaths } from '../product/screen-paths.ts';

/** Script of the first load of Today, gzip. */
const TODAY_SCRIPT_BYTES = 300_000;
/** All the pages of one person at one size, two of them at a time. */
const ALL_PAGES_MS = 300_000;

let browser: Browser;
let company: Company<'lin' | 'chen'>;
let furniture: Furniture;

beforeAll(async () => {
  browser = await openBrowser();
  company = await foundCompany(inject('product'), '澄云智能装备', {
    lin: { name: '林晓', role: 'representative', department: '华东区' },
    chen: { name: '陈向晚', role: 'sales_manager', department: '华东区', supervises: '华东区' },
  });
  furniture = await furnishCompany(company);
});

afterAll(() => browser.close());

/** Who looks at which pages; a page that everybody may see is looked at by whom it shows the most. */
function pagesOf({ leadId, customerId, opportunityId, importId, formKey, campaignId, reviewIds, tokens }: Furniture) {
  return {
    stranger: [
      '/sign-in',
      '/forgot-password',
      '/reset-password#worthless',
      `/reset-password#${tokens.password}`,
      '/setup',
      '/join#inv_worthless',
      `/join#${tokens.department}`,
      `/join/${tokens.invitation}`,
      `/f/${formKey}`,
      `/f/${formKey}/thanks`,
      '/f/worthless',
    ],
    lin: [
      '/',
      '/record',
      '/leads',
      '/leads/new',
      `/leads?peek=${leadId}`,
      `/leads/${leadId}`,
      '/merge',
      '/pools',
      '/customers',
      '/customers/new',
      `/customers/${customerId}`,
      '/opportunities',
      '/opportunities?show=list',
      '/opportunities/new',
      `/opportunities/${opportunityId}`,
      '/insights',
      '/notifications',
      '/account',
      '/second-step',
      '/settings',
      '/settings/api-keys',
      '/settings/notifications',
      '/settings/roles',
      '/nowhere',
    ],
    chen: [
      '/',
      '/leads',
      '/leads/import',
      '/duplicates',
      '/pools',
      '/pools/statistics',
      '/opportunities',
      '/clocks',
      '/clocks?show=heat',
      '/clocks?show=reasons',
      '/reviews',
      ...reviewIds.map((id) => `/reviews/${id}` as const),
      '/insights',
      '/transfers',
      `/transfers/${importId}`,
    ],
    administrator: [
      '/settings',
      '/settings/departments',
      '/settings/members',
      '/settings/members/import',
      '/settings/invitations',
      '/settings/invitations?new=1',
      '/settings/roles',
      '/settings/sign-ins',
      '/settings/rules',
      '/settings/rules?book=leads.priority',
      '/settings/assignment',
      '/settings/assignment/fairness',
      '/settings/pools',
      '/settings/automation',
      '/settings/clocks',
      '/settings/clock-reasons',
      '/settings/calendar',
      '/settings/sources',
      '/settings/forms',
      '/settings/webhooks',
      '/settings/follow-up-templates',
      '/settings/watched',
      '/follow-up-quality',
      '/campaigns',
      `/campaigns/${campaignId}`,
      `/stand/${campaignId}`,
      '/settings/duplicates',
      '/settings/recycle-bin',
      '/settings/audit',
      '/settings/operations',
      '/transfers?whose=everyone',
      '/demo',
    ],
  } as const;
}

/** What is wrong with a page in both themes; faults are what failed aloud since the last look. */
async function wrongWith({ page, faults }: Person, path: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  // From one # to another the browser would stay on the page it has.
  await page.goto('about:blank');
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
    const violations = await axeViolations(page, colorScheme === 'light' ? 'everything' : 'colors');
    wrong.push(...violations.map((violation) => `${colorScheme}: ${violation}`));
  }
  return [...wrong, ...faults.splice(0)].map((fault) => `${path}: ${fault}`);
}

test('no screen of the product is left out', async () => {
  const looked = Object.values(pagesOf(furniture)).flat();
  const patterns = (await screenPaths()).map(
    (path) => [path, new RegExp(`^${path.replaceAll(/\$\w+/g, '[^/?#]+')}(?:[?#]|$)`)] as const,
  );
  expect(patterns.length).toBeGreaterThan(30);
  expect(patterns.filter(([, pattern]) => !looked.some((path) => pattern.test(path))).map(([path]) => path)).toEqual(
    [],
  );
});

describe.concurrent.each(['desk', 'phone'] as const)('on the %s', (size) => {
  test.each(['lin', 'administrator', 'chen', 'stranger'] as const)(
    'every page of %s is accessible in light and dark, stays at home and fails in nothing',
    { timeout: ALL_PAGES_MS },
    async (who) => {
      const person = await seat(browser, inject('product').address, { size });
      if (who !== 'stranger') await signIn(person, company[who].email, company[who].password);
      const wrong: string[] = [];
      for (const path of pagesOf(furniture)[who]) wrong.push(...(await wrongWith(person, path)));
      await person.context.close();
      expect(wrong).toEqual([]);
    },
  );
});

test('Today loads at most 300 kB of script, compressed', async () => {
  const lin = await seat(browser, inject('product').address);
  await signIn(lin, company.lin.email, company.lin.password);
  const bodies = new Map<string, Promise<Buffer>>();
  const fresh = await seat(browser, inject('product').address);
  await fresh.context.addCookies(await lin.context.cookies());
  fresh.page.on('response', (answer) => {
    if (answer.request().resourceType() === 'script') bodies.set(answer.url(), answer.body());
  });
  await fresh.page.goto('/');
  await untilWhole(fresh.page);
  const sizes = await Promise.all([...bodies.values()].map(async (body) => gzipSync(await body, { level: 9 }).length));
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(TODAY_SCRIPT_BYTES);
  await Promise.all([lin.context.close(), fresh.context.close()]);
});
