import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    pool: 'forks',
    // Two cores; a worker reads the product's code once, each file has a house and a database of its own.
    maxWorkers: 2,
    isolate: false,
    testTimeout: 15_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          include: ['server/src/**/*.test.ts', '{bench,drills}/**/*.test.ts'],
          globalSetup: ['server/src/testing/global-setup.ts'],
          setupFiles: ['tools/checks/draw-properties.ts', 'server/src/testing/after-each-file.ts'],
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
