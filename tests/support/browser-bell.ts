import type { Locator } from '@playwright/test'
import { expect } from './browser.ts'
import type { Colleague } from './browser-journey-people.ts'

type Says = { readonly asks: number; readonly news: boolean }

/** The bell of a colleague, by what it says. */
export function bellOf({ page, say }: Colleague, { asks, news }: Says): Locator {
  const asking = `${news ? 'bellAndNews' : 'bell'}_${asks === 1 ? 'one' : 'other'}`
  const name = asks > 0 ? say('notices', asking, { count: asks }) : say('notices', news ? 'bellNews' : 'title')
  return page.getByRole('button', { name, exact: true })
}

/** Each colleague's bell comes to say this, by itself. */
export async function bellsSay(...said: readonly (readonly [Colleague, Says])[]): Promise<void> {
  for (const [who, says] of said)
    await expect(bellOf(who, says), `the bell of ${who.name}`).toBeVisible({ timeout: 30_000 })
}

/** Somebody for whom nothing waits opens their bell, finds this among the news, and marks the news as read. */
export async function readsNews(who: Colleague, told: string): Promise<void> {
  const { page, say } = who
  await bellOf(who, { asks: 0, news: true }).click()
  const open = page.getByRole('dialog')
  const waits = open.getByRole('region', { name: say('notices', 'waits') })
  await expect(waits).toContainText(say('notices', 'nothingWaits'))
  await open.getByRole('link', { name: told }).first().waitFor()
  await open.getByRole('button', { name: say('notices', 'readNews') }).click()
  await expect(open.getByText(say('notices', 'new'), { exact: true })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(bellOf(who, { asks: 0, news: false })).toBeFocused()
}
