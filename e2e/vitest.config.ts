import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['e2e/stories/**/*.spec.ts'],
    globalSetup: ['e2e/product/one-for-all.ts'],
    setupFiles: ['e2e/browser/keep-failure.ts'],
    pool: 'forks',
    // One browser and one server are two cores' worth of work.
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
