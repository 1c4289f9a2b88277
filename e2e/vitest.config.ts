import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  test: {
    include: ['e2e/stories/**/*.spec.ts'],
    globalSetup: [here('./product/one-for-all.ts')],
    setupFiles: [here('./browser/keep-failure.ts')],
    pool: 'forks',
    // One browser and one server are two cores' worth of work.
    maxWorkers: 1,
    maxConcurrency: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
