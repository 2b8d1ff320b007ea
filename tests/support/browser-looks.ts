import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible, expectLanguage, expectNoSidewaysScroll } from './browser.ts'

export type Look = {
  readonly language: 'nl' | 'en'
  readonly theme: 'light' | 'dark'
  readonly width: 1280 | 390
}

/** Both widths of a language and theme follow each other; the width at which a page is loaded takes turns. */
const looks: readonly Look[] = (['nl', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (theme === 'light' ? ([1280, 390] as const) : ([390, 1280] as const)).map((width) => ({
      language,
      theme,
      width,
    })),
  ),
)

const windowOf = ({ width }: Look) => ({ width, height: width === 390 ? 844 : 800 })

/** Shows the page in a language and theme, as this person would choose them; before signing in, as this browser remembers them. */
export async function wear(page: Page, look: Look): Promise<void> {
  await page.setViewportSize(windowOf(look))
  await page.evaluate(async ({ language, theme }) => {
    localStorage.setItem('tierwise.language', language)
    localStorage.setItem('tierwise.theme', theme)
    // Refused to whoever is not signed in, who has no other memory than this browser.
    await fetch('/api/v1/me', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ language, theme }),
    })
  }, look)
  await page.reload()
  await page.locator(`html[lang="${look.language}"][data-theme="${look.theme}"]`).waitFor()
}

export type LookOptions = {
  /** What has to be there, or be opened, after the page has loaded and before it is looked at; the page's heading by default. */
  readonly settled?: (page: Page) => Promise<void>
  /** Where words of people stand, in whatever language they wrote. */
  readonly except?: readonly string[]
}

/**
 * Judges the page in both languages, both themes and both widths: accessible, in one language, no wider than the window.
 * With TIERWISE_LOOKS set to a folder it also keeps a picture of each there.
 */
export async function expectEveryLook(page: Page, name: string, options: LookOptions = {}): Promise<void> {
  const settled = options.settled ?? ((one: Page) => one.getByRole('heading', { level: 1 }).first().waitFor())
  for (const [index, look] of looks.entries()) {
    const before = looks[index - 1]
    const isSame = before?.language === look.language && before.theme === look.theme
    // A page follows the window: a phone is turned, a window is made narrow.
    if (isSame) await page.setViewportSize(windowOf(look))
    else {
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
  const folder = process.env['TIERWISE_LOOKS']
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}
