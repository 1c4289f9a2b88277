import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{protocol,server,web}/src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', '{bench,drills}/**/*.test.ts'],
    pool: 'forks',
    // Two cores; each worker has a database of its own.
    maxWorkers: 2,
    testTimeout: 15_000,
    hookTimeout: 60_000,
  },
});
