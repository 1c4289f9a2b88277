import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    pool: 'forks',
    // Two cores; each worker has a database of its own.
    maxWorkers: 2,
    testTimeout: 15_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          include: ['server/src/**/*.test.ts', '{bench,drills}/**/*.test.ts'],
          globalSetup: ['server/src/testing/global-setup.ts'],
          setupFiles: ['tools/checks/draw-properties.ts', 'server/src/testing/law/watch-statements.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'without database',
          include: ['{protocol,web}/src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
          setupFiles: ['tools/checks/draw-properties.ts'],
        },
      },
    ],
  },
});
