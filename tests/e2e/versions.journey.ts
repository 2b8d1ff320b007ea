import type { PlanDraft } from '#features/plan/contract.ts'
import { expect, test } from '../support/browser.ts'
import { type Desk, startDesk } from '../support/browser-desk.ts'
import { administrator, type Colleague, joins } from '../support/browser-journey-people.ts'
import { expectEveryLook, wear } from '../support/browser-looks.ts'

/** A version of the plan takes the place of another: what changes is read, approved, and then counts for open tickets too. */

const dutch = { language: 'nl', theme: 'light', width: 1280 } as const

test.describe.configure({ mode: 'serial' })
test.setTimeout(300_000)

let desk: Desk
let root: Colleague
let pia: Colleague
let number = 0

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  desk = await startDesk()
  root = await administrator(browser, desk, 'nl')
  pia = await joins(browser, desk, root, {
    name: 'Pia Smeets',
    email: 'pia@contoso.example',
    language: 'nl',
    roles: ['plan-owner'],
  })
  const { revision } = await root.api<PlanDraft>('GET', '/api/v1/plan/draft')
  await root.api('POST', '/api/v1/plan/draft/publish', { revision, reason: 'De uitrol begint' })
  const opened = { subject: 'iPhone 15: 0x80180013', description: 'Stopt halverwege.' }
  const answer = await root.api<{ number: number }>('POST', '/api/v1/tickets', {
    ...opened,
    category: 'enrollment-blocked',
    platform: 'ios',
  })
  number = answer.number
})
test.afterAll(async () => {
  await desk?.stop()
})

test('two versions are compared in sentences, also the draft', async () => {
  const { page, api } = root
  const { revision, document } = await api<PlanDraft>('POST', '/api/v1/plan/draft', {})
  document.teams.tiers[0]?.responsibilities.push({ nl: 'Neemt de telefoon op.', en: 'Answers the phone.' })
  document.teams.supportHours[0]?.weekly.push({ day: 6, from: '09:00', to: '13:00' })
  document.process.targets[2].resolveMinutes += 60
  const saved = await api<PlanDraft>('PUT', '/api/v1/plan/draft', { revision, document })
  await page.goto('/plan/versions/compare')
  await expect(page.getByText('3 verschillen')).toBeVisible()
  await expect(
    page.getByText('De lagen 1, 2 en 3 bieden nu ook ondersteuning op zaterdag 09:00–13:00'),
  ).toBeVisible()
  await expect(page.getByText(/hiervoor verantwoordelijk: Neemt de telefoon op/)).toBeVisible()
  await expectEveryLook(page, 'plan-compare', {
    settled: (shown) => shown.getByText(/09:00–13:00/).waitFor(),
  })
  const review = { revision: saved.revision, approverId: pia.id, reason: 'Ook op zaterdag' }
  await api('POST', '/api/v1/plan/draft/review', review)
})

test('who approves a version reads first what it changes', async () => {
  const { page } = pia
  await page.goto('/plan/draft')
  await expect(page.getByRole('heading', { name: 'Wat er verandert' })).toBeVisible()
  await expect(page.getByText('3 verschillen met versie 1, die van kracht is')).toBeVisible()
  await page.getByRole('button', { name: 'Versie 2 publiceren' }).click()
  await page.getByLabel(/Waarom is deze versie nodig/).fill('Akkoord')
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/plan(\?|$)/)
})

test('an open ticket keeps its version until somebody moves it, who sees first what that changes', async () => {
  const { page } = pia
  await page.goto('/plan/versions')
  await page.getByRole('link', { name: 'Open meldingen per versie' }).click()
  await expect(page.getByRole('link', { name: '1 open melding' })).toBeVisible()
  await expectEveryLook(page, 'plan-tickets', { settled: (shown) => shown.getByRole('table').waitFor() })
  await page.goto('/plan/versions/1/tickets')
  await expectEveryLook(page, 'plan-migration', { settled: (shown) => shown.getByRole('table').waitFor() })
  await wear(page, dutch)
  await page.goto('/plan/versions/1/tickets')
  await expect(page.getByText(/Oplossen: .+ → .+/)).toBeVisible()
  await page.getByRole('checkbox', { name: 'Alles kiezen wat over kan' }).check()
  await page.getByRole('button', { name: '1 melding overzetten naar versie 2' }).click()
  await page.getByLabel(/Waarom worden ze overgezet/).fill('De zaterdag telt mee')
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/plan\/versions\/tickets/)
  await page
    .getByRole('row', { name: /Versie 2/ })
    .getByRole('link', { name: '1 open melding' })
    .click()
  await expect(page.getByRole('button', { name: 'Volgens versie 2 van het plan' })).toBeVisible()
  await page.goto(`/tickets/${number}`)
  await page.getByRole('tab', { name: 'Tijdlijn' }).click()
  await expect(page.getByText('zette de melding over van versie 1 naar versie 2 van het plan')).toBeVisible()
  await expect(page.getByText('De zaterdag telt mee')).toBeVisible()
})
