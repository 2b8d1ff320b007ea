import { defineConfig } from '@playwright/test'

/** `npm test` finds Chromium, or installs it, and says where it is. */
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.journey.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'line',
  use: {
    launchOptions: {
      executablePath,
      // Root has no sandbox to give; the others keep Chromium quiet on a machine without a screen or a network.
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 15_000,
    // A trace costs a quarter of the time of every journey: `npm run e2e -- --trace retain-on-failure` keeps one when it is needed.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
})
