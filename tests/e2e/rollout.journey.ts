import type { Page } from '@playwright/test'
import type { PlanDraft } from '#features/plan/contract.ts'
import { expect, test } from '../support/browser.ts'
import { type Desk, startDesk } from '../support/browser-desk.ts'
import { administrator, type Colleague, joins } from '../support/browser-journey-people.ts'
import { expectEveryLook, wear } from '../support/browser-looks.ts'

/** A rollout manager brings people into waves, looks at readiness, counts enrollments and moves a wave. */

test.describe.configure({ mode: 'serial' })
test.setTimeout(420_000)

const dutch = { language: 'nl', theme: 'light', width: 1280 } as const

let desk: Desk
let root: Colleague
let rosa: Colleague

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  desk = await startDesk()
  root = await administrator(browser, desk, 'nl')
  const { revision, document } = await root.api<PlanDraft>('GET', '/api/v1/plan/draft')
  // The pilot runs since a week.
  const today = new Date()
  const shift =
    Math.round((Date.parse(document.involvement.phases[0]?.starts ?? '') - today.getTime()) / 86_400_000) + 7
  const earlier = (day: string) => new Date(Date.parse(day) - shift * 86_400_000).toISOString().slice(0, 10)
  for (const phase of document.involvement.phases) {
    Object.assign(phase, { starts: earlier(phase.starts), ends: earlier(phase.ends) })
    for (const wave of phase.waves) Object.assign(wave, { starts: earlier(wave.starts), ends: earlier(wave.ends) })
  }
  const saved = await root.api<PlanDraft>('PUT', '/api/v1/plan/draft', { revision, document })
  await root.api('POST', '/api/v1/plan/draft/publish', { revision: saved.revision, reason: 'De uitrol begint' })
  rosa = await joins(browser, desk, root, {
    name: 'Rosa Bakker',
    email: 'rosa@contoso.example',
    language: 'nl',
    roles: ['requester', 'rollout-manager'],
  })
})
test.afterAll(() => desk?.stop())

type GivenFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }
const file = (name: string, text: string): GivenFile => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
const choose = async (page: Page, given: GivenFile) => page.locator('input[type=file]').setInputFiles(given)

test('a file with mistakes is told by row and column, and brings nobody', async () => {
  const { page } = rosa
  const given = file('broken.csv', 'Naam;E-mail;Golf\nAda;ada@;wave-1\nBob;bob@contoso.example;wave-9\n')
  await page.goto('/rollout/people')
  await expectEveryLook(page, 'rollout-people')
  await wear(page, dutch)
  await choose(page, given)
  await expect(page.getByText('Rij 2, kolom E-mail: ‘ada@’ is geen e-mailadres.')).toBeVisible()
  await expect(page.getByText(/Rij 3, kolom Golf: het plan heeft geen golf ‘wave-9’/)).toBeVisible()
  await expect(page.getByRole('button', { name: /importeren/ })).toHaveCount(0)
  await expectEveryLook(page, 'rollout-people-errors', {
    settled: async (shown) => {
      await choose(shown, given)
      await shown.getByText(/‘ada@’/).waitFor()
    },
  })
})

test('a good file is looked at, then imported, and can be undone', async () => {
  const { page } = rosa
  const rows = Array.from(
    { length: 24 },
    (_, index) =>
      `Persoon ${index};p${index}@contoso.example;${index < 4 ? 'pilot' : 'wave-1'};iPhone Windows;Zorg;${index < 3 ? new Date().toISOString().slice(0, 10) : ''}`,
  )
  const given = file('people.csv', ['Naam;E-mail;Golf;Platforms;Afdeling;Ingeschreven op', ...rows].join('\n'))
  await page.goto('/rollout/people')
  await wear(page, dutch)
  await choose(page, given)
  await expect(page.getByText('24 erbij')).toBeVisible()
  await expectEveryLook(page, 'rollout-people-preview', {
    settled: async (shown) => {
      await choose(shown, given)
      await shown.getByRole('button', { name: /24/ }).waitFor()
    },
    except: ['tbody'],
  })
  await wear(page, dutch)
  await choose(page, given)
  await page.getByRole('button', { name: '24 mensen importeren' }).click()
  await expect(page.getByText('Erbij: 24. Gewijzigd: 0.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Ongedaan maken: people.csv' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Weggezet: 24/)).toBeVisible()
  await choose(page, given)
  await page.getByRole('button', { name: '24 mensen importeren' }).click()
  await expect(page.getByText('Erbij: 24. Gewijzigd: 0.').first()).toBeVisible()
})

test('the rollout shows where it is, and that a wave has begun without a signed go', async () => {
  const { page } = rosa
  await page.goto('/rollout')
  await wear(page, dutch)
  await expect(page.getByText(/is begonnen en niemand heeft voor akkoord getekend/)).toBeVisible()
  await expect(page.getByText(/4 van 50 verwachte mensen · 3 ingeschreven/)).toBeVisible()
  await expectEveryLook(page, 'rollout', {
    settled: (shown) => shown.getByRole('figure').first().waitFor(),
  })
})

test('a wave shows its people and how it runs', async () => {
  const { page } = rosa
  await page.goto('/rollout/waves/pilot?part=people')
  await expectEveryLook(page, 'rollout-wave-people', {
    settled: (shown) => shown.getByRole('table').waitFor(),
    except: ['tbody'],
  })
  await wear(page, dutch)
  await page.goto('/rollout/waves/pilot')
  await page.getByRole('button', { name: 'Inschrijvingen tellen' }).click()
  await page.getByLabel('Ingeschreven mensen').fill('40')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/telde 40 inschrijvingen/)).toBeVisible()
  await expectEveryLook(page, 'rollout-wave-run', { settled: (shown) => shown.getByRole('table').waitFor() })
})

test('readiness is read, and signed in the name of who read it', async () => {
  const { page } = rosa
  await page.goto('/rollout/waves/pilot?part=readiness')
  await expectEveryLook(page, 'rollout-wave', { settled: (shown) => shown.getByRole('table').waitFor() })
  await wear(page, dutch)
  await page.getByRole('button', { name: 'Een besluit ondertekenen' }).click()
  await page.getByLabel('Waarom?').fill('De training is volgende week.')
  await page.getByLabel('Wat er moet gebeuren').fill('Twee mensen van de servicedesk trainen')
  await page.getByLabel('Door wie').selectOption({ label: 'Rosa Bakker' })
  await page.getByRole('button', { name: 'Akkoord onder voorwaarden tekenen' }).click()
  await expect(page.getByText(/Ondertekend door Rosa Bakker/)).toBeVisible()
  await page.getByRole('button', { name: /Dit is vervuld/ }).click()
  await expect(page.getByText('Vervuld, zegt Rosa Bakker')).toBeVisible()
  await page.getByRole('button', { name: 'De cijfers van toen' }).click()
  await expectEveryLook(page, 'rollout-wave-signed', {
    settled: async (shown) => {
      await shown
        .getByText(/Rosa Bakker/)
        .first()
        .waitFor()
      await shown.getByRole('button', { name: /Figures as they were|De cijfers van toen/ }).click()
    },
    except: ['[dir=auto]'],
  })
})

test('moving a wave by the arrow keys shows what it breaks before anything is done', async () => {
  const { page } = rosa
  await page.goto('/rollout')
  await wear(page, dutch)
  await page.getByRole('slider', { name: /hoofdkantoor verschuiven/ }).press('Shift+ArrowRight')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { name: 'Wat dit breekt' })).toBeVisible()
  await expect(dialog.getByText(/De prognose|gehaald|onzeker|houdt/).first()).toBeVisible({ timeout: 60_000 })
  await expectEveryLook(page, 'rollout-move', {
    settled: async (shown) => {
      await shown.getByRole('slider').nth(2).press('Shift+ArrowRight')
      await shown.getByRole('dialog').getByRole('heading', { level: 3 }).first().waitFor()
    },
  })
  await wear(page, dutch)
  await page.getByRole('slider', { name: /hoofdkantoor verschuiven/ }).press('Shift+ArrowRight')
  await page.getByLabel('Waarom wordt hij verplaatst?').fill('De training loopt uit')
  await page.getByRole('button', { name: 'In het concept verplaatsen' }).click()
  await expect(page.getByText(/golven verplaatst; die is nog niet van kracht/)).toBeVisible()
})
