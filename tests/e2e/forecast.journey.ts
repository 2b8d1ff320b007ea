import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expect } from '../support/browser.ts'
import { type Colleague, joins } from '../support/browser-journey-people.ts'
import { test } from '../support/browser-journey-scene.ts'
import { expectEveryLook, wear } from '../support/browser-looks.ts'

/** Somebody asks whether the plan will hold, tries other people, corrects an assumption, and puts the people into the draft. */

test.describe.configure({ mode: 'serial' })
test.setTimeout(240_000)

let olga: Colleague

test.beforeAll(async ({ browser, scene }) => {
  olga = await joins(browser, scene.desk, scene.root, {
    name: 'Olga Prins',
    email: 'olga@contoso.example',
    language: 'nl',
    roles: ['requester', 'plan-owner'],
  })
  await wear(olga.page, { language: 'nl', theme: 'light', width: 1280 })
  // The people of the scene work without training, which ends in the middle of the rollout: here they will be trained by then.
  await olga.api('PUT', '/api/v1/forecast/assumptions', {
    set: { tiers: Object.fromEntries(['1', '2', '3'].map((level) => [level, { notCertified: null }])) },
  })
})
test.afterAll(() => olga?.context.close())

const answer = (page: Page): Locator => page.getByRole('region', { name: 'Houdt het plan stand?' })
const complete = (page: Page) => expect(answer(page)).toContainText('Uit 200 mogelijke jaren', { timeout: 60_000 })
const people = (page: Page) => page.getByRole('slider', { name: 'Mensen in Servicedesk' })

test('the plan shows a light for each wave and leads to the whole forecast', async () => {
  const { page } = olga
  await page.goto('/plan')
  await expect(page.getByText(/^Golf 1.*: houdt stand$/).first()).toBeAttached({ timeout: 60_000 })
  await page.getByRole('link', { name: 'Prognose' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Prognose' })).toBeVisible()
  await complete(page)
  await expect(answer(page)).toContainText('golven houden stand')
  await expect(page.getByRole('table').getByRole('rowheader', { name: /Servicedesk/ })).toBeVisible({
    timeout: 60_000,
  })
})

test('a slider changes the answer, beside the plan as it is saved', async () => {
  const { page } = olga
  await people(page).focus()
  await page.keyboard.press('Home')
  await expect(answer(page)).toContainText(/houdt geen stand: Servicedesk/, { timeout: 60_000 })
  await expect(answer(page)).toContainText('Zoals bewaard: Alle')
  await expect(page.getByText('zoals bewaard', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Terugzetten' }).click()
  await expect(answer(page)).toContainText('golven houden stand')
})

test('each figure has a table, and a file to take along', async () => {
  const { page } = olga
  const load = page.getByRole('region', { name: 'Belasting' })
  await load.getByRole('button', { name: 'Tabel' }).click()
  await expect(load.getByRole('table').getByRole('row')).toHaveCount(53)
  const download = page.waitForEvent('download')
  await load.getByRole('button', { name: 'CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('prognose-load.csv')
  const lines = readFileSync(await file.path(), 'utf8').split('\r\n')
  expect(lines[0]).toContain('Servicedesk: laag,Servicedesk: midden')
  expect(lines.length).toBe(54)
  await load.getByRole('button', { name: 'Tabel' }).click()
})

test('an assumption is set in somebody’s name, and taken back', async () => {
  const { page } = olga
  await page.getByRole('button', { name: 'Toon alles' }).click()
  const row = page.getByRole('row', { name: /Overdrachten die worden teruggestuurd/ })
  await expect(row).toContainText('Onze inschatting')
  await row.getByRole('button', { name: /^Wijzig/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('120')
  await expect(dialog).toContainText('Geef een getal tussen 0 en 100.')
  await dialog.getByRole('textbox').fill('20')
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(row).toContainText('20%')
  await expect(row).toContainText('Gewijzigd · Olga Prins')
  await row.getByRole('button', { name: /terug$/ }).click()
  await expect(row).toContainText('Onze inschatting')
  await complete(page)
})

test('the forecast in every look', async () => {
  const { page } = olga
  await expectEveryLook(page, 'forecast', {
    settled: async (one) => {
      await one.getByText(/^(?:Uit|From) 200 /).waitFor({ timeout: 60_000 })
      await one.getByRole('table').first().waitFor({ timeout: 60_000 })
      await one.getByRole('button', { name: /^(?:Toon alles|Show all)$/ }).click()
    },
  })
  await wear(page, { language: 'nl', theme: 'light', width: 1280 })
})

test('people who were tried go into the draft', async () => {
  const { page } = olga
  await complete(page)
  await people(page).focus()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('button', { name: 'Zet dit in het concept' }).click()
  await page.waitForURL('**/plan/draft')
  const agents = await page.evaluate(async () => {
    const draft = (await (await fetch('/api/v1/plan/draft')).json()) as {
      readonly document: {
        readonly teams: { readonly tiers: readonly { readonly capacity: { readonly agents: number } }[] }
      }
    }
    return draft.document.teams.tiers[0]?.capacity.agents
  })
  expect(agents).toBe(5)
  await expect(
    page
      .getByRole('region', { name: 'Stand van het concept' })
      .getByText(/^Golf 1.*: /)
      .first(),
  ).toBeAttached({
    timeout: 60_000,
  })
})
