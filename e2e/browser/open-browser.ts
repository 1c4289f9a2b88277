import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
import { field } from './hands.ts';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Sizes every page is looked at. */
export const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

/** Longer than anybody waits for something to appear; two cores may be busy with other work. */
const PATIENCE_MS = 20_000;

/** Every page somebody sits at, to be looked at when a story fails. */
export const pages: Set<Page> = new Set();

/** Starts the browser that is on this machine. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? places.find((place) => existsSync(place));
  if (!executablePath)
    throw new Error('No Chromium here. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to it.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A person at a screen: a page of their own, and what went wrong on it. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to any other origin, console errors and uncaught exceptions since the page opened. */
  readonly faults: string[];
}

const unanswered = new WeakMap<Page, Set<Request>>();

/** How many requests of somebody's page are not answered yet; the line for news never is, and does not count. */
export function onItsWay(page: Page): number {
  return unanswered.get(page)?.size ?? 0;
}

function watchRequests(page: Page): void {
  const waiting = new Set<Request>();
  unanswered.set(page, waiting);
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') waiting.add(request);
  });
  page.on('requestfinished', (request) => waiting.delete(request));
  page.on('requestfailed', (request) => waiting.delete(request));
}

/** Seats a person at a screen of one size and theme; everything that leaves the origin or fails aloud is noted. */
export async function seat(
  browser: Browser,
  address: string,
  options: { size?: keyof typeof sizes; theme?: 'light' | 'dark'; locale?: string } = {},
): Promise<Person> {
  const context = await browser.newContext({
    viewport: sizes[options.size ?? 'desk'],
    baseURL: address,
    colorScheme: options.theme ?? 'light',
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...(options.size === 'phone' ? { hasTouch: true, isMobile: true } : {}),
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  pages.add(page);
  page.on('close', () => pages.delete(page));
  watchRequests(page);
  const faults: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith('data:') && !url.startsWith('blob:'))
      faults.push(`left the origin: ${url}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    // The browser logs every answer of 4xx as an error; refusals are part of the stories.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      faults.push(`console: ${message.text()}`);
  });
  return { page, context, faults };
}

/** Signs a person in through the door everybody uses. */
export async function signIn(person: Person, email: string, password: string): Promise<void> {
  await person.page.goto('/sign-in');
  await field(person.page, '邮箱、手机号或工号').fill(email);
  await field(person.page, '密码').fill(password);
  await person.page.getByRole('button', { name: '登录' }).click();
  await person.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}
