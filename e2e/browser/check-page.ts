import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { onItsWay } from './open-browser.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let axeSource: Promise<string> | undefined;

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>;
}

/**
 * What axe finds wrong on the page as it stands: rule and the first elements it concerns. `colors` asks only the rules
 * that read colours: all that differs when a page, looked at whole in one theme, changes to the other.
 */
export async function axeViolations(page: Page, asked: 'everything' | 'colors' = 'everything'): Promise<string[]> {
  axeSource ??= readFile(axePath, 'utf8');
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await axeSource);
  const only =
    asked === 'colors' ? { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } } : {};
  return page.evaluate(async (chosen) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run({ resultTypes: ['violations'], ...chosen });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map((node) => node.target.join(' '))
          .join(' | ')}`,
    );
  }, only);
}

/** A page asks the next thing at once when the last one is answered. */
const CALM_MS = 150;

/** Waits until a page is whole: it has its heading, nothing but the line for news is on its way, no skeleton is left. */
export async function untilWhole(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  const limit = AbortSignal.timeout(20_000);
  let calmSince = performance.now();
  while (performance.now() - calmSince < CALM_MS) {
    await pause(25, undefined, { signal: limit });
    if (onItsWay(page) > 0) calmSince = performance.now();
  }
  await page.getByRole('status', { name: '正在读取' }).first().waitFor({ state: 'detached' });
}
