import { defineConfig } from 'vitest/config'

/** `rules` need nothing and run in seconds; `api` runs against a real PostgreSQL; `structure` judges the code base itself. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    setupFiles: ['tests/support/seeded-chance.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['src/**/*.test.ts', 'simulators/**/*.test.ts'],
          exclude: ['**/*.api.test.ts'],
          testTimeout: 60_000,
          // Rules keep nothing between them, so files share a process: a third less time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'api',
          include: ['{src,tests,simulators}/**/*.api.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'structure',
          include: ['tests/architecture/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
