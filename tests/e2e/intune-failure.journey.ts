import type { Locator, Page } from '@playwright/test'
import type { ShiftLeft } from '#features/triage/contract/shift-left.ts'
import { type Simulator, startSimulator } from '../../simulators/microsoft-graph/simulator.ts'
import { begins, fillsEvidence, makes, opensTicket, sends, ticketFor } from '../support/browser-journey-moves.ts'
import { type Colleague, joins } from '../support/browser-journey-people.ts'
import { moves, reports, test } from '../support/browser-journey-scene.ts'
import { expect, expectAccessible } from '../support/browser.ts'

/**
 * A failure in Intune, from before anybody reports it to the next one that tier 1 solves alone: found, shown with its context, checked,
 * handed up with evidence that the machine filled in, diagnosed, handed down with a known issue, and measured.
 */

test.describe.configure({ mode: 'serial' })
test.setTimeout(240_000)

const code = '0x80180014'
const internal = {
  asked: 'Is deze levering wel bij ons aangemeld?',
  found: 'De restrictie voor persoonlijke apparaten staat aan.',
  rootCause: 'De serienummers van deze levering zijn nooit aangemeld als apparaten van de organisatie.',
  solution: 'Meld de serienummers van de levering aan onder Apparaat-id’s van de organisatie.',
  knownIssue: 'Serienummers van de levering niet aangemeld',
}
const wording = 'Je laptop was nog niet bij ons aangemeld. Dat is geregeld: zet hem uit en weer aan.'

let simulator: Simulator
let noor: Colleague
let bram: Colleague
let number = 0

test.beforeAll(async ({ browser, scene: { desk, root } }) => {
  const come = (name: string, email: string) => joins(browser, desk, root, { name, email, language: 'nl' })
  noor = await come('Noor Peters', 'noor.peters@contoso.example')
  bram = await come('Bram Kok', 'bram.kok@contoso.example')
  const people = [noor, bram].map(({ name, email }) => ({
    ...{ name, address: email, language: 'nl' as const },
    groups: ['Intune-Wave-02-Retail'],
  }))
  simulator = await startSimulator({ devices: 0, failures: 0, people })
  const { tenantId, loginUrl, graphUrl, read } = simulator.connection
  await root.api('PUT', '/api/v1/tenant', {
    ...{ tenantId, cloud: 'own', loginUrl, graphUrl, allowPrivate: true },
    read: { clientId: read.clientId, credential: { kind: 'secret', secret: read.secret } },
  })
  await simulator.control.addDevice({ person: noor.email, platform: 'ios' })
  await simulator.control.addDevice({ person: bram.email, platform: 'ios' })
})
test.afterAll(async ({ scene: { root } }) => {
  await root.api('DELETE', '/api/v1/tenant').catch(() => undefined)
  await simulator?.close()
})

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const opened = (candidate: Locator) => candidate.getByRole('button', { expanded: false }).first().click()

test('what fails in Intune is a ticket of tier 1 before its person reports anything', async ({ scene }) => {
  const { page, say } = scene.tess
  await simulator.control.addFailure({ person: noor.email, kind: 'not-supported', minutesAgo: 5 })
  await page.goto('/desk/findings')
  const finding = page.getByRole('listitem').filter({ hasText: noor.name })
  await expect(async () => {
    await page.getByRole('button', { name: say('triage', 'findings.lookNow') }).click({ timeout: 2000 })
    await expect(finding).toBeVisible({ timeout: 10_000 })
  }).toPass({ timeout: 120_000 })
  await finding.getByRole('button', { name: new RegExp(say('triage', 'findings.show')) }).click()
  await page.waitForURL(/\/tickets\/\d+/)
  number = Number(/\d+$/.exec(page.url())?.[0])
  const { ticket, people } = await ticketFor(scene.tess, number)
  expect(ticket).toMatchObject({ source: 'detection', platform: 'windows', assigneeId: null })
  expect(people[ticket.requesterId]?.name).toBe(noor.name)

  // Whom it concerns is told in plain words that somebody is on it.
  await noor.page.goto(`/portal/tickets/${number}`)
  await noor.page.getByRole('heading', { level: 1 }).waitFor()
  expect(await noor.page.locator('main').textContent()).not.toContain(code)
})

test('tier 1 sees what failed, on what, and what it may be; follows the checks', async ({ scene: { tess } }) => {
  const { page, say } = tess
  await opensTicket(tess, number)
  await expect(region(page, say('devices', 'title')).getByText(`DeviceNotSupported (${code})`)).toBeVisible({
    timeout: 30_000,
  })
  await makes(tess, 'claim')
  const first = region(page, say('triage', 'candidates.title')).getByRole('listitem').first()
  await opened(first)
  await first
    .getByRole('button', { name: say('triage', 'checks.choices.found'), exact: true })
    .first()
    .click()
  await first.getByPlaceholder(say('triage', 'checks.note')).fill(internal.found)
  await first.getByRole('button', { name: say('triage', 'checks.keepNote') }).click()
  await expectAccessible(page)
})

test('the handover is filled in by the machine, and goes up to who can find the cause', async ({ scene }) => {
  const { tess, joris, mira } = scene
  await opensTicket(tess, number)
  const dialog = await begins(tess, 'escalate', { tier: 2 })
  await expect(dialog.locator('[data-origin="checks"]')).toBeVisible()
  expect(await dialog.locator('[data-origin]').count()).toBeGreaterThan(1)
  await dialog.getByLabel(tess.say('tickets', 'moves.escalate.asked')).fill(internal.asked)
  await fillsEvidence(dialog)
  await sends(tess)
  const { ticket } = await ticketFor(joris, number)
  const values = ticket.evidence.map(({ value }) => value).join('\n')
  expect(values).toContain(code)
  expect(values).toContain(internal.found)
  await moves(joris, number, { move: 'accept' })
  await opensTicket(joris, number)
  const further = await begins(joris, 'escalate', { tier: 3 })
  await further.getByLabel(joris.say('tickets', 'moves.escalate.asked')).fill(internal.asked)
  const log = { name: 'DeviceManagement.log', mimeType: 'text/plain', buffer: Buffer.from(`MDM enroll: ${code}`) }
  for (const input of await further.locator('input[type=file]').all()) await input.setInputFiles(log)
  await fillsEvidence(further)
  await sends(joris)
  await moves(mira, number, { move: 'accept' })

  // What was known when it went up stands beside what is known now.
  await opensTicket(mira, number)
  const panel = region(mira.page, mira.say('devices', 'title'))
  await expect(panel.getByText(`DeviceNotSupported (${code})`)).toBeVisible()
})

test('tier 3 finds the cause, and what comes down is a known issue', async ({ scene: { mira, joris, tess } }) => {
  const { say } = mira
  await opensTicket(mira, number)
  const dialog = await begins(mira, 'diagnose')
  await dialog.getByRole('radio', { name: say('tickets', 'moves.diagnose.create') }).check()
  await dialog.getByLabel(say('tickets', 'moves.diagnose.createTitle')).fill(internal.knownIssue)
  await dialog.getByLabel(say('tickets', 'moves.diagnose.rootCause')).fill(internal.rootCause)
  await dialog.getByLabel(say('tickets', 'moves.diagnose.solution')).first().fill(internal.solution)
  await dialog.getByLabel(say('tickets', 'moves.diagnose.wording', { name: noor.name })).fill(wording)
  await sends(mira)
  await moves(joris, number, { move: 'take-note' })
  await opensTicket(tess, number)
  const note = await begins(tess, 'take-note')
  await expect(note).toContainText(internal.solution)
  await sends(tess)
  await solves(tess, noor, number)
})

test('the next with the same failure is solved by tier 1 alone', async ({ scene: { tess } }) => {
  const { page, say } = tess
  await simulator.control.addFailure({ person: bram.email, kind: 'not-supported', minutesAgo: 2 })
  const next = await reports(bram, {
    subject: 'Nieuwe laptop komt niet binnen',
    description: `Bij het opstarten stopt het, met ${code}.`,
    category: 'enrollment-blocked',
    platform: 'windows',
  })
  await opensTicket(tess, next)
  await makes(tess, 'claim')
  // Intune says the same.
  await expect(region(page, say('devices', 'title')).getByText(`DeviceNotSupported (${code})`)).toBeVisible({
    timeout: 30_000,
  })
  const own = region(page, say('triage', 'candidates.title'))
  const known = own.getByRole('listitem').filter({ hasText: internal.knownIssue }).first()
  await expect(known).toBeVisible({ timeout: 30_000 })
  await opened(known)
  await expect(known).toContainText(internal.solution)
  const dialog = await begins(tess, 'diagnose')
  await dialog.getByRole('radio', { name: say('tickets', 'moves.diagnose.link') }).check()
  await dialog.getByRole('radio', { name: new RegExp(internal.knownIssue) }).check()
  await expect(dialog.getByLabel(say('tickets', 'moves.diagnose.rootCause'))).toHaveValue(internal.rootCause)
  await dialog.getByLabel(say('tickets', 'moves.diagnose.wording', { name: bram.name })).fill(wording)
  await sends(tess)
  await solves(tess, bram, next)
  const { path } = await ticketFor(tess, next)
  expect(path.steps.filter(({ state }) => state !== 'ahead').map(({ tier }) => tier)).toEqual([1])
})

test('what knowing it is worth shows: before nobody at tier 1, after it everybody', async ({
  scene: { tess },
}) => {
  const { causes } = await tess.api<ShiftLeft>('GET', '/api/v1/triage/shift-left')
  const own = causes.find(({ name }) => name.nl === internal.knownIssue)
  expect(own?.before.solved).toMatchObject({ count: 0, of: 1 })
  expect(own?.after.solved).toMatchObject({ count: 1, of: 1 })
  await tess.page.goto('/causes/shift-left')
  const row = tess.page.getByRole('row').filter({ hasText: internal.knownIssue })
  await expect(row).toBeVisible()
  await expect(row).toContainText(tess.say('triage', 'shiftLeft.by.handed-down').split('{{')[0]?.trim() ?? '')
})

/** Tier 1 tells the requester, and they say that it works. */
async function solves(tess: Colleague, who: Colleague, ticket: number): Promise<void> {
  await opensTicket(tess, ticket)
  const dialog = await begins(tess, 'contact', { name: who.name })
  await expect(dialog).toContainText(wording)
  await dialog.getByRole('radio', { name: tess.say('tickets', 'moves.contact.outcomes.applied') }).check()
  await dialog.getByLabel(tess.say('tickets', 'moves.contact.texts.applied')).fill('Samen opnieuw gestart.')
  await sends(tess)
  const { id } = (await ticketFor(tess, ticket)).ticket
  await who.api('POST', `/api/v1/tickets/${id}/moves?as=requester`, { move: { move: 'confirm' } })
  expect((await ticketFor(tess, ticket)).ticket.stage.name).toBe('closed')
}
