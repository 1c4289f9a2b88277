import type { Locator, Page } from 'playwright-core';

/** The input under a label; a required one carries the word 必填 beside it. */
export function field(within: Page | Locator, label: string): Locator {
  return within.getByLabel(new RegExp(`^${label}(必填)?$`));
}

/** Chooses one entry of a drop-down. */
export async function choose(page: Page, box: Locator, entry: string): Promise<void> {
  await box.click();
  const list = await box.getAttribute('aria-controls');
  // The list for screen readers lies beside the one that is seen.
  await page.locator(`[id="${list}"]`).locator('..').getByTitle(entry, { exact: true }).click();
}

/** Types a day into a labelled calendar field. */
export async function typeDay(input: Locator, day: string): Promise<void> {
  await input.fill(day);
  await input.press('Enter');
}

/** A calendar day in Shanghai, `days` from today, as yyyy-mm-dd. */
export function dayFromToday(days: number): string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
  return format.format(new Date(Date.now() + days * 86_400_000));
}

/** A file as a person chooses it in the file window. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Presses a button that opens the file window and chooses a file there. */
export async function chooseFile(page: Page, button: Locator, file: ChosenFile): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles(file);
}

/** Somebody without a mouse gives up after so many presses of Tab. */
const MOST_TABS = 80;

/** Goes to something with the Tab key alone; throws when it is never reached. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached with ${MOST_TABS} presses of Tab: ${String(target)}`);
}

/** Waits until the focus is on something. */
export async function untilFocused(target: Locator): Promise<void> {
  await target.and(target.page().locator(':focus')).waitFor();
}

/** What stands at a field as its hint or refusal, as a screen reader reads it after the label. */
export function saidAt(input: Locator): Promise<string> {
  return input.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => (id && document.getElementById(id)?.textContent) || '')
      .join(' ')
      .trim(),
  );
}

/** How long people wait for what another desk did to reach theirs. */
const NEWS_MS = 20_000;

/** Looks again until something has arrived that happens elsewhere. */
export async function lookAgainUntil(page: Page, awaited: Locator): Promise<void> {
  const began = performance.now();
  while (performance.now() - began < NEWS_MS) {
    const there = await awaited.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
    if (there) return;
    await page.reload();
  }
  await awaited.waitFor({ timeout: 1_000 });
}
