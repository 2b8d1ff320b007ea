import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { strangersIn } from '../architecture/i18n/strangers.ts'
import { type Desk, startDesk } from './browser-desk.ts'

export { expect } from '@playwright/test'

type ForTheWorker = {
  /** What scripts of any page failed at and nobody caught. */
  readonly scriptErrors: string[]
  /** What follows `tierwise start`: `test.use({ deskArguments: ['--demo'] })`. */
  readonly deskArguments: readonly string[]
  /** A desk that all tests of one worker share. */
  readonly desk: Desk
}

/** Playwright's test with a running desk. */
export const test = base.extend<{ baseURL: string; failsOnScriptErrors: void }, ForTheWorker>({
  scriptErrors: [
    async ({ browser }, hand) => {
      const errors: string[] = []
      browser.on('context', (context) =>
        context.on('weberror', (error) => {
          const { message, stack } = error.error()
          errors.push(`${error.page()?.url()}: ${stack ?? message}`)
        }),
      )
      await hand(errors)
    },
    { scope: 'worker', auto: true },
  ],
  failsOnScriptErrors: [
    async ({ scriptErrors }, hand) => {
      await hand()
      expect(scriptErrors.splice(0), 'errors in the scripts of pages').toEqual([])
    },
    { auto: true },
  ],
  deskArguments: [[], { option: true, scope: 'worker' }],
  desk: [
    async ({ deskArguments }, hand) => {
      const desk = await startDesk({ arguments: deskArguments })
      await hand(desk)
      await desk.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ desk }, hand) => hand(desk.url),
})

/** Fluent's focus markers are hidden and empty on purpose; axe takes them for mistakes. */
const focusMarkers = '[data-tabster-dummy]'

/** A frame without scripts has no timers either: axe waits in it for ever. What it shows is a mail, in its sender's words. */
const scriptless = 'iframe[sandbox]:not([sandbox*="allow-scripts"])'

/** axe finds nothing on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const frame of await page.locator(scriptless).all()) await expect(frame).toHaveAttribute('title', /\S/)
  // Legacy here means: judged in the page itself instead of in a new one, four times as fast; nothing else differs without frames.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .exclude(focusMarkers)
    .exclude(scriptless)
    .analyze()
  const found = violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} (${node.failureSummary ?? rule.help})`),
  )
  expect(found, `axe on ${page.url()}`).toEqual([])
}

/**
 * The page speaks one language. Words of people (their names, what they wrote) may be in any; say where they stand with
 * `except`, or let the page mark them with another `lang`.
 */
export async function expectLanguage(
  page: Page,
  language: 'nl' | 'en',
  except: readonly string[] = [],
): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  const texts = await page.evaluate(
    ([own, left]) => {
      const spoken = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']
      const leave = [...left, `[lang]:not(html, [lang="${own}"])`, 'script', 'style', 'kbd', 'code'].join(',')
      const found: string[] = []
      for (const element of document.body.querySelectorAll('*')) {
        if (element.closest(leave)) continue
        for (const child of element.childNodes) {
          if (child.nodeType === Node.TEXT_NODE && child.textContent) found.push(child.textContent)
        }
        for (const name of spoken) found.push(element.getAttribute(name) ?? '')
      }
      return found.map((text) => text.trim()).filter((text) => text !== '')
    },
    [language, except] as const,
  )
  const words = new Map(texts.map((text) => [text, text]))
  expect(strangersIn(words, language), `words on ${page.url()}`).toEqual([])
}

/** Nothing makes the page wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(content, `width of ${page.url()}`).toBeLessThanOrEqual(window ?? 0)
}
