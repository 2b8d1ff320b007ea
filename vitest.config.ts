import { defineConfig } from 'vitest/config'

const everywhere = ['src', 'tests', 'bench', 'simulators']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: everywhere.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
          exclude: ['**/*.api.test.ts', '**/node_modules/**'],
        },
      },
      {
        // Needs PostgreSQL: one throw-away server for the run, a cloned database for each file.
        test: {
          name: 'api',
          include: everywhere.map((folder) => `${folder}/**/*.api.test.ts`),
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
