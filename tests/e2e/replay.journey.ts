import type { Page } from '@playwright/test'
import { expect, expectAccessible } from '../support/browser.ts'
import { type Colleague, joins } from '../support/browser-journey-people.ts'
import { newDraft } from '../support/browser-journey-plan.ts'
import { fullStory, reports, test } from '../support/browser-journey-scene.ts'
import { expectEveryLook, wear } from '../support/browser-looks.ts'

/**
 * Somebody who edits the plan asks what a draft would have made of the desk's own past, and what that past says of the assumptions.
 * Other journeys have tickets on the same desk, so nothing is counted here.
 */

test.describe.configure({ mode: 'serial' })
test.setTimeout(240_000)

let petra: Colleague
let number: number

test.beforeAll(async ({ browser, scene }) => {
  number = await fullStory(scene)
  await reports(scene.ada, { subject: 'Mijn laptop doet het niet', description: 'Hij blijft zwart.' })
  petra = await joins(browser, scene.desk, scene.root, {
    name: 'Petra Mulder',
    email: 'petra@contoso.example',
    language: 'nl',
    roles: ['requester', 'plan-owner'],
  })
  await wear(petra.page, { language: 'nl', theme: 'light', width: 1280 })
})
test.afterAll(() => petra?.context.close())

const plays = (page: Page) => page.getByRole('button', { name: 'Terugspelen' }).click()

test('under the plan in force nothing would have gone otherwise', async () => {
  const { page } = petra
  await page.goto('/plan/replay')
  await page.getByLabel('Plan').selectOption({ label: 'Versie 1, gepubliceerd' })
  await plays(page)
  await expect(page.getByRole('heading', { name: 'Niets zou anders zijn gegaan' })).toBeVisible()
  await expect(page.getByRole('row', { name: /^Oppakken, Servicedesk/ })).toContainText('gelijk')
})

test('a period in which nothing happened says so', async () => {
  const { page } = petra
  await page.getByLabel('Geopend vanaf').fill('2020-01-01')
  await page.getByLabel('Geopend tot en met').fill('2020-01-31')
  await plays(page)
  await expect(page.getByRole('heading', { name: 'Geen meldingen in deze periode' })).toBeVisible()
})

test('a draft that asks more shows which tickets, why, and leads to them', async () => {
  const { page } = petra
  const draft = await newDraft(petra.api)
  const [edge] = draft.document.process.edges
  const [item] = edge?.evidence ?? []
  if (!edge || !item) throw new Error('The plan asks for nothing')
  const name = { nl: 'Serienummer op de doos', en: 'Serial number on the box' }
  edge.evidence.push({
    ...item,
    key: 'serial-number',
    name,
    kind: 'text',
    options: [],
    required: true,
    appliesTo: { categories: [], platforms: [] },
  })
  await petra.api('PUT', '/api/v1/plan/draft', { revision: draft.revision, document: draft.document })
  await page.goto('/plan/replay')
  await plays(page)
  await expect(page.getByText(/^\d+ van \d+ meldingen zouden anders zijn gegaan[.]$/)).toBeVisible()
  await expect(page.getByRole('row', { name: /^Serienummer op de doos/ })).toContainText(/[1-9]/)
  const row = page.getByRole('row', { name: new RegExp(`T-${number} `) })
  await expect(row).toContainText('zou ook zijn gevraagd: Serienummer op de doos.')
  await page.getByRole('button', { name: /^Meer gevraagd \([1-9]/ }).click()
  await expect(row).toBeVisible()
  await row.getByRole('link').click()
  await page.waitForURL(`**/tickets/${number}`)
})

test('the replay in every look', async () => {
  const { page } = petra
  await page.goBack()
  await expectEveryLook(page, 'replay', {
    settled: (one) => one.getByRole('row', { name: new RegExp(`T-${number} `) }).waitFor(),
    except: ['table a'],
  })
  await wear(page, { language: 'nl', theme: 'light', width: 1280 })
})

test('with few tickets a fit keeps our judgement, and says how many it takes', async () => {
  const { page } = petra
  await page.goto('/plan/forecast')
  await page.getByRole('button', { name: 'Toon alles' }).click()
  await page.getByRole('button', { name: 'Meten', exact: true }).click()
  const row = page.getByRole('row', { name: /^Werk aan een melding in laag 1/ })
  await expect(row).toContainText('te weinig: er zijn er 30 nodig')
  await expect(row.getByRole('button')).toHaveCount(0)
  await expectAccessible(page)
})
