import type { Page } from '@playwright/test'
import type { AttemptView } from '#features/training/contract/courses.ts'
import type { RetrainingOverview } from '#features/training/contract/retraining.ts'
import { expect } from '../support/browser.ts'
import { type Colleague, joins } from '../support/browser-journey-people.ts'
import { reports, test } from '../support/browser-journey-scene.ts'
import {
  notesAttendance,
  plansTraining,
  rightOptions,
  takesTest,
  withoutPracticeTickets,
} from '../support/browser-journey-training.ts'
import { expectEveryLook, wear } from '../support/browser-looks.ts'
import { ticketFor } from '../support/browser-journey-moves.ts'
import { newDraft } from '../support/browser-journey-plan.ts'

/** The MDM team trains two leads, each trains their members; one fails and repeats; whoever is certified may work. */

test.describe.configure({ mode: 'serial' })
test.setTimeout(240_000)

let sanne: Colleague
let noor: Colleague
let bas: Colleague
let finn: Colleague
let ofLies = ''

test.beforeAll(async ({ browser, scene }) => {
  test.setTimeout(300_000)
  await withoutPracticeTickets(scene.root)
  const agent = (name: string, team: string, isLead = false) =>
    joins(browser, scene.desk, scene.root, {
      name,
      email: `${name.split(' ')[0]?.toLowerCase()}@contoso.example`,
      language: 'nl',
      roles: ['requester', 'agent', ...(isLead ? ['lead'] : [])],
      team,
      isLead,
    })
  sanne = await agent('Sanne Bos', 'support-specialists', true)
  noor = await agent('Noor Dijk', 'servicedesk')
  bas = await agent('Bas Mulder', 'servicedesk')
  finn = await agent('Finn Kok', 'support-specialists')
})
test.afterAll(async () => {
  for (const one of [sanne, noor, bas, finn]) await one?.context.close()
})

test('an engineer of the MDM team plans a training session for leads, and nobody else may sign up', async ({
  scene: { mira, lies },
}) => {
  const { page } = mira
  await page.goto('/training')
  await page.getByRole('button', { name: 'Trainingssessie plannen' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Trainer')).toHaveValue(mira.id)
  await expect(dialog.getByText(/mag deze training niet geven|mogen deze training niet geven/)).toBeVisible()
  const zone = (await dialog.getByText(/^Tijdzone /).textContent()) ?? ''
  await dialog.getByLabel('Begint').fill(onTheWall(10, zone.replace('Tijdzone ', '')))
  await dialog.getByLabel(/^Plaats \(/).fill('Zaal 3')
  await dialog.getByRole('button', { name: 'Plannen en uitnodigen' }).click()
  await page.waitForURL(/\/training\/sessions\//)
  await expect(page.getByRole('heading', { level: 1, name: 'Intune voor de servicedesk' })).toBeVisible()
  ofLies = new URL(page.url()).pathname.split('/').at(-1) ?? ''

  await noor.page.goto(`/training/sessions/${ofLies}`)
  await expect(noor.page.getByText('Volgens het plan is deze trainingssessie voor anderen bedoeld.')).toBeVisible()
  await lies.page.goto('/training')
  await lies.page.getByRole('button', { name: /^Sign up for/ }).click()
  await expect(lies.page.getByText('You go').first()).toBeVisible()
  await expect(page.getByRole('rowheader', { name: /Lies Smit/ })).toBeVisible()
})

test('a lead is there by the code in the room, and passes the test', async ({ scene: { mira, lies, root } }) => {
  await mira.page.getByRole('button', { name: 'Code tonen' }).click()
  const code = (await mira.page.getByRole('status', { name: 'De code van nu' }).textContent()) ?? ''
  const { page } = lies
  await page.goto('/training/attend')
  await page.getByLabel('Code').fill('000 000')
  await page.getByRole('button', { name: 'Say that I am here' }).click()
  await expect(page.getByRole('alert')).toContainText('This code is not right')
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Say that I am here' }).click()
  await expect(page.getByText('You are noted')).toBeVisible()
  await expect(mira.page.getByRole('checkbox', { name: 'Lies Smit was er' })).toBeChecked()

  await page.goto('/training')
  await page.getByRole('button', { name: 'Begin the test' }).click()
  await page.waitForURL(/\/training\/tests\//)
  const right = await rightOptions(root, 'tier-1')
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const attempt = await lies.api<AttemptView>('GET', `/api/v1/training/tests/${id}`)
  for (const [index, question] of attempt.questions.entries()) {
    const item = page
      .getByRole('listitem')
      .filter({ has: page.getByText(`${index + 1}. ${question.text.en}`, { exact: true }) })
    for (const option of question.options.filter(({ key }) => right.get(question.key)?.includes(key)))
      await item.getByLabel(option.text.en, { exact: true }).check()
  }
  await page.getByRole('button', { name: 'Hand the test in' }).click()
  await expect(page.getByRole('heading', { name: 'Passed' })).toBeVisible()
  await expect(page.getByText('You are certified. You can take tickets in this tier now.')).toBeVisible()
  await page.getByRole('link', { name: 'See your certificate' }).click()
  await expect(page.getByText('This certificate is real and valid.')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the certificate (PDF)' }).click()
  expect((await download).suggestedFilename()).toMatch(/^Certificate Lies Smit .*\.pdf$/)
})

test('the other lead is trained too, and each lead trains their members', async ({
  scene: { mira, lies, root },
}) => {
  const toSanne = await plansTraining(mira, { course: 'tier-2', trainer: mira, people: [] })
  await sanne.api('POST', `/api/v1/training/sessions/${toSanne}/sign-ups`, {})
  await notesAttendance(mira, toSanne, sanne)
  await takesTest(sanne, 'tier-2', await rightOptions(root, 'tier-2'))
  const toFinn = await plansTraining(sanne, { course: 'tier-2', trainer: sanne, people: [finn] })
  await notesAttendance(sanne, toFinn, finn)
  const passed = await takesTest(finn, 'tier-2', await rightOptions(root, 'tier-2'))
  expect(passed.result?.certificate).not.toBeNull()

  await lies.page.goto('/training?view=team')
  await lies.page.getByRole('button', { name: /^Plan for \d+ (?:people|person)$/ }).click()
  const dialog = lies.page.getByRole('dialog')
  await expect(dialog.getByRole('checkbox', { name: 'Noor Dijk' })).toBeChecked()
  await expect(dialog.getByLabel('Trainer')).toHaveValue(lies.id)
  await lies.page.keyboard.press('Escape')
})

test('certification opens the queue', async ({ scene: { ada, lies, root } }) => {
  const number = await reports(ada, {
    subject: 'Pixel 9: werkprofiel',
    description: 'Het werkprofiel komt niet.',
    category: 'enrollment-blocked',
    platform: 'android',
  })
  const before = await ticketFor(noor, number)
  expect(before.allowedMoves.find(({ move }) => move === 'claim')?.refusal).toMatchObject({
    code: 'not-certified',
  })
  const id = await plansTraining(lies, { course: 'tier-1', trainer: lies, people: [noor, bas] })
  await notesAttendance(lies, id, noor)
  await takesTest(noor, 'tier-1', await rightOptions(root, 'tier-1'))
  await noor.api('POST', `/api/v1/tickets/${before.ticket.id}/moves`, { move: { move: 'claim' } })
  expect((await ticketFor(noor, number)).ticket.assigneeId).toBe(noor.id)
})

test('who fails sees why, attends another training session, and passes', async ({ scene: { lies, root } }) => {
  const first = await plansTraining(lies, { course: 'tier-1', trainer: lies, people: [bas] })
  await notesAttendance(lies, first, bas)
  const failed = await takesTest(bas, 'tier-1', null)
  const { page } = bas
  await page.goto(`/training/tests/${failed.id}`)
  await expect(page.getByRole('heading', { name: 'Nog niet gehaald' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Wat fout ging' })).toBeVisible()
  await expect(page.getByText('Lees eerst wat er fout ging.', { exact: false })).toBeVisible()
  const second = await plansTraining(lies, { course: 'tier-1', trainer: lies, people: [bas] })
  await notesAttendance(lies, second, bas)
  const passed = await takesTest(bas, 'tier-1', await rightOptions(root, 'tier-1'))
  expect(passed.result).toMatchObject({ passed: true, left: [] })
  await page.goto('/training')
  await expect(page.getByText('Bevoegd', { exact: true }).first()).toBeVisible()
})

test('the lineage shows who was trained by whom', async ({ scene: { root } }) => {
  const { page } = root
  await page.goto('/training/lineage')
  const drawing = page.getByRole('figure', { name: 'De lijn' })
  const ofMira = drawing.getByRole('listitem').filter({ hasText: 'hier begint de lijn' })
  await expect(ofMira.first()).toContainText('Mira Jansen')
  const line = drawing.getByRole('listitem').filter({ hasText: 'Lies Smit' }).last()
  await expect(line).toContainText('Noor Dijk')
  await expect(line).toContainText('Bas Mulder')
  await expect(drawing.getByText('Tess Bakker')).toBeVisible()
})

test('a plan change asks two of them to train again on one item', async ({ scene: { root } }) => {
  const draft = await newDraft(root.api)
  const document = structuredClone(draft.document)
  const tier = document.teams.tiers.find(({ level }) => level === 2)
  if (!tier) throw new Error('The plan has no tier 2')
  tier.responsibilities.push({ nl: 'Belt de gebruiker nooit zelf', en: 'Never calls the user itself' })
  await root.api('PUT', '/api/v1/plan/draft', { revision: draft.revision, document })

  // Joris works in tier 2 without training: he has a whole course ahead. Sanne and Finn were trained.
  const { page, say } = root
  await page.goto('/plan/draft')
  await page
    .getByRole('button', { name: say('plan', 'bar.publish') })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await expect(
    dialog.getByText(say('training', 'retraining.preview.people_other', { count: 2, days: 30 })),
  ).toBeVisible()
  await expect(dialog.getByText(/Finn Kok en Sanne Bos/)).toBeVisible()
  await dialog.getByRole('textbox').fill('Wie belt, is afgesproken')
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/plan$/)

  const asked = (who: Colleague) => who.api<RetrainingOverview>('GET', '/api/v1/training/retraining')
  await expect.poll(async () => (await asked(finn)).mine.length, { timeout: 20_000 }).toBe(1)
  expect((await asked(sanne)).mine).toHaveLength(1)
  expect((await asked(noor)).mine).toHaveLength(0)

  await finn.page.goto('/training')
  await finn.page.getByRole('link', { name: finn.say('training', 'retraining.open') }).click()
  await expect(finn.page.getByRole('heading', { level: 1 })).toContainText('Laag 2')
  await expect(finn.page.getByText('Belt de gebruiker nooit zelf', { exact: false }).first()).toBeVisible()
  const byPeople = ['header', 'main section', 'h1', 'h2', 'h3']
  const settled = (shown: Page) => shown.locator('main section').last().waitFor()
  await expectEveryLook(finn.page, 'retraining-item', { settled, except: byPeople })
  await root.page.goto('/training/retraining')
  await expect(root.page.getByRole('rowheader', { name: 'Sanne Bos' })).toBeVisible()
  await expectEveryLook(root.page, 'retraining', { settled, except: ['td', 'th'] })
  for (const one of [finn, root]) await wear(one.page, { language: 'nl', theme: 'light', width: 1280 })

  const [duty] = (await asked(finn)).mine
  await finn.page.goto(`/training/retraining/${duty?.id}`)
  await finn.page.getByRole('button', { name: finn.say('training', 'retraining.begin') }).click()
  await finn.page.waitForURL(/\/training\/tests\//)
  const id = new URL(finn.page.url()).pathname.split('/').at(-1) ?? ''
  const right = await rightOptions(root, 'tier-2')
  const attempt = await finn.api<AttemptView>('GET', `/api/v1/training/tests/${id}`)
  expect(new Set(attempt.questions.map(({ item }) => item))).toEqual(new Set(['support-plan']))
  const answers = Object.fromEntries(attempt.questions.map(({ key }) => [key, right.get(key) ?? []]))
  const done = await finn.api<AttemptView>('POST', `/api/v1/training/tests/${id}/answers`, { answers })
  expect(done.result?.passed).toBe(true)
  expect((await asked(finn)).mine).toEqual([])
  expect((await asked(root)).team.map(({ person }) => person.name)).toEqual(['Sanne Bos'])
  await finn.page.goto('/training')
  await expect(finn.page.getByText('Bevoegd', { exact: true }).first()).toBeVisible()
})

/** What the clocks of a zone show so many minutes from now, as a field for date and time takes it. */
function onTheWall(minutes: number, timeZone: string): string {
  const at = new Date(Date.now() + minutes * 60_000)
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .replace(' ', 'T')
}
