import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectLanguage, expectNoSidewaysScroll } from '../support/browser.ts'

/** The judges that every page stands before, each shown to see what it should. */
const pageWith = (body: string, language = 'nl') =>
  `<!doctype html><html lang="${language}"><head><title>Melding</title></head><body><main><h1>Melding</h1>${body}</main></body></html>`

const judged = async (page: Page, judge: () => Promise<void>, html: string) => {
  await page.setContent(html)
  return judge().then(
    () => 'fine',
    () => 'refused',
  )
}

test('a picture without words for it is refused', async ({ page }) => {
  const judge = () => expectAccessible(page)
  expect(await judged(page, judge, pageWith('<img src="data:,">'))).toBe('refused')
  expect(await judged(page, judge, pageWith('<p>Je melding is ontvangen.</p>'))).toBe('fine')
})

test('pale text is refused', async ({ page }) => {
  const pale = '<p style="color: #bbb; background: #fff">Je melding is ontvangen.</p>'
  expect(await judged(page, () => expectAccessible(page), pageWith(pale))).toBe('refused')
})

test('English in Dutch is refused, also where only a screen reader says it, and what a person wrote is not', async ({
  page,
}) => {
  const judge = () => expectLanguage(page, 'nl', ['.written'])
  expect(await judged(page, judge, pageWith('<p>Save de melding</p>'))).toBe('refused')
  expect(await judged(page, judge, pageWith('<p aria-label="Close the melding">…</p>'))).toBe('refused')
  expect(await judged(page, judge, pageWith('<p lang="en">Save the ticket</p>'))).toBe('fine')
  expect(
    await judged(page, judge, pageWith('<p class="written">My phone will not enroll, with an error</p>')),
  ).toBe('fine')
  expect(await judged(page, judge, pageWith('<p>Je melding</p>', 'en'))).toBe('refused')
})

test('a page wider than the window is refused', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const judge = () => expectNoSidewaysScroll(page)
  expect(await judged(page, judge, pageWith('<p style="width: 500px">Breed</p>'))).toBe('refused')
  expect(await judged(page, judge, pageWith('<p>Smal</p>'))).toBe('fine')
})
