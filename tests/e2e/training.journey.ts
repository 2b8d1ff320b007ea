import type { AttemptView } from '#features/training/contract/courses.ts'
import { expect } from '../support/browser.ts'
import { type Colleague, joins } from '../support/browser-journey-people.ts'
import { test } from '../support/browser-journey-scene.ts'
import {
  notesAttendance,
  plansTraining,
  rightOptions,
  takesTest,
  withoutPracticeTickets,
} from '../support/browser-journey-training.ts'
import { expectEveryLook, type LookOptions, wear } from '../support/browser-looks.ts'

/** The pages of training in every look, and what a course's keeper changes. */

test.describe.configure({ mode: 'serial' })
test.setTimeout(240_000)

let karel: Colleague
let vera: Colleague
let session = ''
let failed = ''
let certificate = ''

test.beforeAll(async ({ browser, scene }) => {
  test.setTimeout(300_000)
  const { root, desk, mira } = scene
  await withoutPracticeTickets(root)
  const agent = (name: string, roles: readonly string[], isLead: boolean) =>
    joins(browser, desk, root, {
      name,
      email: `${name.split(' ')[0]?.toLowerCase()}@contoso.example`,
      language: 'nl',
      roles: ['requester', 'agent', ...roles],
      team: 'servicedesk',
      isLead,
    })
  vera = await agent('Veerle Mol', ['lead', 'plan-owner'], true)
  karel = await agent('Karel Vos', [], false)
  const right = await rightOptions(root, 'tier-1')
  const ofVera = await plansTraining(mira, { course: 'tier-1', trainer: mira, people: [] })
  await vera.api('POST', `/api/v1/training/sessions/${ofVera}/sign-ups`, {})
  await notesAttendance(mira, ofVera, vera)
  const passed = await takesTest(vera, 'tier-1', right)
  certificate = passed.result?.certificate ?? ''
  session = await plansTraining(vera, { course: 'tier-1', trainer: vera, people: [karel, scene.tess] })
  await vera.api('POST', `/api/v1/training/sessions/${session}/code`)
  await notesAttendance(vera, session, karel)
  failed = (await takesTest(karel, 'tier-1', null)).id
})
test.afterAll(async () => {
  for (const one of [karel, vera]) await one?.context.close()
})

/** What people wrote may be in any language. */
const looks = (who: Colleague, name: string, options: LookOptions = {}) =>
  expectEveryLook(who.page, name, { except: ['[dir=auto]'], ...options })

test('what I need, and what my team lacks', async () => {
  await karel.page.goto('/training')
  await looks(karel, 'training', { settled: (page) => page.getByRole('heading', { level: 2 }).first().waitFor() })
  await vera.page.goto('/training?view=team')
  await looks(vera, 'training-team', { settled: (page) => page.getByRole('table').first().waitFor() })
})

test('planning a training session', async () => {
  const { page } = vera
  await page.goto('/training?view=sessions')
  await looks(vera, 'training-plan', {
    settled: async (one) => {
      await one.getByRole('button', { name: /^(Trainingssessie plannen|Plan a training session)$/ }).click()
      await one.getByRole('dialog').getByRole('combobox').first().waitFor()
    },
  })
  await page.keyboard.press('Escape')
})

test('a training session, as its trainer sees it', async () => {
  await vera.page.goto(`/training/sessions/${session}`)
  await looks(vera, 'training-session', { settled: (page) => page.getByRole('table').first().waitFor() })
})

test('saying that one is there', async () => {
  await karel.page.goto('/training/attend')
  await looks(karel, 'training-attend')
})

test('a course, with the trainer’s notes', async () => {
  await vera.page.goto('/training/courses/tier-1?view=trainer')
  await looks(vera, 'training-course', {
    settled: (page) => page.getByRole('article').first().waitFor(),
    // Names that Microsoft gives, and what is in the catalogue of known issues.
    except: ['article'],
  })
})

test('the course tells this organisation’s own plan', async () => {
  await wear(vera.page, { language: 'nl', theme: 'light', width: 1280 })
  const told = vera.page.getByRole('article').filter({ hasText: 'Overdragen aan laag 2' })
  await expect(told).toContainText('Wordt een melding 3 keer teruggestuurd, dan komt ze op de bridge.')
})

test('on paper there is the course alone, all of it', async () => {
  const { page } = vera
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation').first()).toBeHidden()
  await expect(page.getByRole('button', { name: 'Afdrukken' })).toBeHidden()
  const [shown, whole] = await page.evaluate(() => {
    const main = document.querySelector('#main')
    return [main?.clientHeight ?? 0, main?.scrollHeight ?? 1]
  })
  expect(shown).toBeGreaterThan(3000)
  expect(whole - shown).toBeLessThan(2)
  await page.emulateMedia({ media: 'screen' })
})

test('a keeper adapts an agenda item, and takes ours back', async () => {
  const { page } = vera
  await page.getByRole('button', { name: 'Aanpassen: Vragen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Titel').fill('Jullie vragen, en de onze')
  await dialog.getByRole('button', { name: 'Zo geven' }).click()
  await expect(page.getByRole('heading', { name: 'Jullie vragen, en de onze' })).toBeVisible()
  await expect(page.getByText(/Aangepast door Veerle Mol/)).toBeVisible()
  await page.getByRole('button', { name: 'Aanpassen: Vragen' }).click()
  await dialog.getByText(/^Eerder/).click()
  await dialog.getByRole('button', { name: 'Terug naar die' }).click()
  await expect(page.getByRole('heading', { name: 'Jullie vragen', exact: true })).toBeVisible()
})

test('the questions of a test, and one of their own', async () => {
  const { page } = vera
  await page.goto('/training/courses/tier-1/questions')
  await looks(vera, 'training-questions', { settled: (one) => one.getByRole('listitem').first().waitFor() })
  await wear(page, { language: 'nl', theme: 'light', width: 1280 })
  const first = page.getByRole('button', { name: 'Niet meer vragen' }).first()
  await first.click()
  await expect(page.getByText('wordt niet gevraagd')).toBeVisible()
  await page.getByRole('button', { name: 'Weer vragen' }).click()
  await expect(page.getByText('wordt niet gevraagd')).toBeHidden()
})

test('a test, and what it came to', async ({ scene: { tess } }) => {
  await notesAttendance(vera, session, tess)
  const begun = await tess.api<AttemptView>('POST', '/api/v1/training/courses/tier-1/tests')
  await tess.page.goto(`/training/tests/${begun.id}`)
  await looks(tess, 'training-test', { settled: (page) => page.getByRole('group').first().waitFor() })
  await karel.page.goto(`/training/tests/${failed}`)
  await looks(karel, 'training-result', { settled: (page) => page.getByRole('table').first().waitFor() })
})

test('who trained whom', async () => {
  await vera.page.goto('/training/lineage')
  await looks(vera, 'training-lineage', { settled: (page) => page.getByRole('figure').first().waitFor() })
})

test('a certificate', async () => {
  await vera.page.goto(`/training/certificates/${certificate}`)
  await looks(vera, 'training-certificate', {
    settled: (page) => page.getByText(certificate).first().waitFor(),
  })
})
