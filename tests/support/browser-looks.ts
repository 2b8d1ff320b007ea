import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectLanguage, expectNoSidewaysScroll } from './browser.ts'

export type Look = {
  readonly language: 'nl' | 'en'
  readonly theme: 'light' | 'dark'
  readonly width: 1280 | 390
}

/** Whatever two of language, theme and width a page may fail in together is among these; the page is loaded anew with the language alone. */
const looks: readonly Look[] = [
  { language: 'nl', theme: 'light', width: 1280 },
  { language: 'nl', theme: 'dark', width: 390 },
  { language: 'en', theme: 'dark', width: 1280 },
  { language: 'en', theme: 'light', width: 390 },
]

/** The other four, for whoever keeps pictures. */
const rest: readonly Look[] = [
  { language: 'en', theme: 'light', width: 1280 },
  { language: 'en', theme: 'dark', width: 390 },
  { language: 'nl', theme: 'dark', width: 1280 },
  { language: 'nl', theme: 'light', width: 390 },
]

const folder = process.env['TIERWISE_LOOKS']

/** Shows the page in a language and theme, as this person would choose them; before signing in, as this browser remembers them. */
export async function wear(page: Page, look: Look): Promise<void> {
  if (page.url() === 'about:blank') await page.goto('/')
  await page.evaluate(async (language) => {
    localStorage.setItem('tierwise.language', language)
    localStorage.setItem('tierwise.theme', 'system')
    // Refused to whoever is not signed in, who has no other memory than this browser.
    await fetch('/api/v1/me', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ language, theme: 'system' }),
    })
  }, look.language)
  await turn(page, look)
  await page.reload()
  await isWorn(page, look)
  // A click goes astray on a page of which parts still come and move the rest.
  await page.locator('main').first().waitFor()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

/** The machine goes dark or light and the window narrow or wide; the page follows. */
async function turn(page: Page, { theme, width }: Look): Promise<void> {
  await page.setViewportSize({ width, height: width === 390 ? 844 : 800 })
  await page.emulateMedia({ colorScheme: theme })
}

async function isWorn(page: Page, { language, theme }: Look): Promise<void> {
  await page.locator(`html[lang="${language}"][data-theme="${theme}"]`).waitFor()
  // The colours follow the mark in the frame after.
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )
}

export type LookOptions = {
  /** What has to be there, or be opened, after the page has loaded and before it is looked at; the page's heading by default. */
  readonly settled?: (page: Page) => Promise<void>
  /** Where words of people stand, in whatever language they wrote. */
  readonly except?: readonly string[]
}

/**
 * Judges the page in both languages, both themes and both widths: accessible, in one language, no wider than the window.
 * With TIERWISE_LOOKS set to a folder it does so in all eight ways and keeps a picture of each there.
 */
export async function expectEveryLook(page: Page, name: string, options: LookOptions = {}): Promise<void> {
  const settled = options.settled ?? ((one: Page) => one.getByRole('heading', { level: 1 }).first().waitFor())
  const worn = folder ? [...looks, ...rest] : looks
  for (const [index, look] of worn.entries()) {
    if (worn[index - 1]?.language === look.language) {
      await turn(page, look)
      await isWorn(page, look)
    } else {
      await wear(page, look)
      await settled(page)
    }
    await keepPicture(page, `${name}-${look.language}-${look.theme}-${look.width}`)
    await expectAccessible(page)
    await expectLanguage(page, look.language, options.except)
    await expectNoSidewaysScroll(page)
  }
}

async function keepPicture(page: Page, name: string): Promise<void> {
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}
