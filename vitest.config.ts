import { defineConfig } from 'vitest/config'

const ofPages = ['src/features/*/web/**/*.test.ts', 'src/app/web/**/*.test.ts', 'src/ui/**/*.test.ts']

/** `rules` and what stands beside `pages` need nothing and run in seconds; `api` runs against a real PostgreSQL; `structure` judges the code base itself. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Node reads the code as it does when a desk runs, instead of a version that Vite rewrote. Nothing here mocks a module.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // Test files keep nothing between them (each has a database of its own), so those of a project share a process per worker.
    isolate: false,
    setupFiles: ['tests/support/seeded-chance.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['src/**/*.test.ts', 'simulators/**/*.test.ts'],
          exclude: ['**/*.api.test.ts', ...ofPages],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          include: ofPages,
          // What stands beside pages may import them, and Node does not read JSX.
          experimental: { viteModuleRunner: true },
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
