import { knownIssue } from '#features/knowledge/server/actions.ts'
import type { PracticeExercise, PracticeOverview } from '#features/training/contract/practice.ts'
import type { Colleague } from '../support/browser-journey-people.ts'
import { begins, makes, makesWithText, sends, ticketFor } from '../support/browser-journey-moves.ts'
import { moves, test } from '../support/browser-journey-scene.ts'
import { expect } from '../support/browser.ts'
import { expectEveryLook, type LookOptions, wear } from '../support/browser-looks.ts'

/** Somebody practises: the whole real desk, with nothing at stake. */

test.setTimeout(300_000)
test.describe.configure({ mode: 'serial' })

const words = ['[dir=auto]', 'h1']
/** Known issues name things as Microsoft does. */
const issue = ['dd', 'dd li', 'label']

async function exerciseOf(who: Colleague, number: number): Promise<PracticeExercise> {
  return who.api<PracticeExercise>('GET', `/api/v1/training/practice/tickets/${number}`)
}

/** Judged in every look, and then in their own language again. */
async function looks({ page, language }: Colleague, name: string, options: LookOptions = {}): Promise<void> {
  await expectEveryLook(page, name, options)
  await wear(page, { language, theme: 'light', width: 1280 })
}
const loaded: LookOptions = { settled: (page) => page.locator('main section').last().waitFor() }

/** The partners answer after the commit. */
async function waitsFor(who: Colleague, number: number, stage: string): Promise<void> {
  await expect.poll(async () => (await ticketFor(who, number)).ticket.stage.name, { timeout: 20_000 }).toBe(stage)
}

test('a tier 1 agent practises in the real desk, and finds the way back', async ({ scene: { tess } }) => {
  const { page, say } = tess
  await page.goto('/training/practice')
  await looks(tess, 'practice', loaded)
  await page.getByRole('combobox', { name: say('training', 'practice.platform') }).selectOption('windows')
  await page.getByRole('button', { name: say('training', 'practice.begin', { tier: 1 }) }).click()
  await page.waitForURL(/\/tickets\/9\d{6}$/)
  await page.getByText(say('training', 'practice.banner')).waitFor()
  const number = Number(/\d+$/.exec(page.url())?.[0])

  await makes(tess, 'claim')
  const { people, ticket } = await ticketFor(tess, number)
  const name = people[ticket.requesterId]?.name ?? ''
  await makesWithText(tess, 'ask', 'Welk apparaat is het?', { name })
  // The simulated requester answers on the open page, by itself.
  await page.getByText('device-log.txt').first().waitFor({ timeout: 20_000 })
  await looks(tess, 'practice-ticket', { ...loaded, except: [...words, ...issue] })

  const shown = await exerciseOf(tess, number)
  await moves(tess, number, { move: 'categorise', category: 'enrollment-blocked', platform: 'windows' })
  const { id } = shown.candidates[0] ?? { id: '' }
  const cause = knownIssue(id)?.cause.nl ?? ''
  await page.goto(`/tickets/${number}`)
  // What the requester sent goes along by a click.
  const handover = await begins(tess, 'escalate', { tier: 2 })
  await handover.getByRole('button', { name: say('tickets', 'moves.useFile', { name: 'screen.png' }) }).click()
  await expect(handover.getByText('screen.png', { exact: true })).toBeVisible()
  await page.goto(`/tickets/${number}`)
  await page.getByRole('radio', { name: cause }).check()
  await page.getByRole('button', { name: say('training', 'practice.nameCause') }).click()
  await page.getByText(say('training', 'practice.named')).waitFor()

  const dialog = await begins(tess, 'diagnose')
  await dialog.getByRole('radio', { name: say('tickets', 'moves.diagnose.oneOff') }).check()
  await dialog.getByLabel(say('tickets', 'moves.diagnose.oneOffReason')).waitFor()
  for (const box of await dialog.getByRole('textbox').all()) await box.fill('Oefening: oorzaak en oplossing.')
  await sends(tess)
  await moves(tess, number, { move: 'contact', channel: 'phone', outcome: 'applied', text: 'Samen gedaan.' })
  await waitsFor(tess, number, 'closed')
  await page.getByText(say('training', 'practice.over')).waitFor({ timeout: 20_000 })
  await looks(tess, 'practice-over', { ...loaded, except: [...words, ...issue] })

  await page.getByRole('button', { name: say('training', 'practice.leave') }).click()
  await page.waitForURL('**/training/practice')
  await expect(page.getByText(say('training', 'practice.banner'))).toBeHidden()
  await expect
    .poll(async () => (await tess.api<PracticeOverview>('GET', '/api/v1/training/practice')).results.length)
    .toBe(1)
  await page.reload()
  await looks(tess, 'practice-results', { ...loaded, except: ['th a'] })
  await page.getByRole('table').last().getByRole('link').first().click()
  await page.getByRole('heading', { name: say('training', 'practice.behind') }).waitFor()
  await looks(tess, 'practice-result', { ...loaded, except: issue })
})

test('what a tier 2 agent hands up is taken on by a colleague above, and comes down again', async ({
  scene: { joris, plan },
}) => {
  const { page, say } = joris
  await page.goto('/training/practice')
  await page.getByRole('button', { name: say('training', 'practice.begin', { tier: 2 }) }).click()
  await page.waitForURL(/\/tickets\/9\d{6}$/)
  const number = Number(/\d+$/.exec(page.url())?.[0])
  await expect.poll(async () => (await ticketFor(joris, number)).ticket.offer?.to, { timeout: 20_000 }).toBe(2)
  await makes(joris, 'accept')
  expect(plan.teams.tiers.length).toBe(3)
  const { stage } = (await ticketFor(joris, number)).ticket
  expect(stage).toEqual({ name: 'investigating', tier: 2 })
  // Nothing of it is on the real desk.
  await page.getByRole('button', { name: say('training', 'practice.leave') }).click()
  await page.waitForURL('**/training/practice')
  const { tickets } = await joris.api<{ tickets: readonly { number: number }[] }>('GET', '/api/v1/tickets')
  expect(tickets.map((one) => one.number)).not.toContain(number)
})
