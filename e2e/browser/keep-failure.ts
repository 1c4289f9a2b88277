import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { root } from '../product/product-process.ts';
import { pages } from './open-browser.ts';

const folder = join(root, 'node_modules/.cache/stories');

/** When a story fails, what everybody saw at that moment is kept as a picture. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await mkdir(folder, { recursive: true });
  let place = 0;
  for (const page of pages) {
    place += 1;
    const path = join(folder, `${task.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}-${place}.png`);
    // A page that is gone has nothing to show; the story's own failure is what counts.
    await page.screenshot({ path }).then(
      () => console.error(`seen at the failure, at ${page.url()}: ${path}`),
      () => undefined,
    );
  }
});
