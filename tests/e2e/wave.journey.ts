import type { Page } from '@playwright/test'
import { type Simulator, startSimulator } from '../../simulators/microsoft-graph/simulator.ts'
import type { PlanDraft } from '#features/plan/contract.ts'
import type { WaveView } from '#features/rollout/contract/waves.ts'
import { expect, test } from '../support/browser.ts'
import { type Desk, startDesk } from '../support/browser-desk.ts'
import { administrator, type Colleague, joins } from '../support/browser-journey-people.ts'
import { ticketFor } from '../support/browser-journey-moves.ts'
import { moves, reports } from '../support/browser-journey-scene.ts'
import { expectEveryLook, wear } from '../support/browser-looks.ts'
import { type MailPeer, mailPeer } from '../support/mail-peer.ts'

/** A wave from draft to a signed go, run, learnt from, and the next wave's text changed: several people at once. */

test.describe.configure({ mode: 'serial' })
test.setTimeout(300_000)

let desk: Desk
let root: Colleague
let rosa: Colleague
let pia: Colleague
let tess: Colleague
let ada: Colleague
let post: MailPeer
let intune: Simulator

const today = () => new Date().toISOString().slice(0, 10)
const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  post = await mailPeer()
  desk = await startDesk({
    environment: { TIERWISE_SMTP_PORT: String(post.deskPort), TIERWISE_SMTP_HOST: '127.0.0.1' },
  })
  root = await administrator(browser, desk, 'nl')
  const { revision } = await root.api<PlanDraft>('GET', '/api/v1/plan/draft')
  await root.api('POST', '/api/v1/plan/draft/publish', { revision, reason: 'De uitrol begint' })
  const comes = (name: string, roles: readonly string[], more = {}) =>
    joins(browser, desk, root, {
      name,
      email: `${name.split(' ')[0]?.toLowerCase()}@contoso.example`,
      language: 'nl',
      roles: ['requester', ...roles],
      ...more,
    })
  rosa = await comes('Rosa Bakker', ['rollout-manager'])
  pia = await comes('Pia Smeets', ['plan-owner'])
  tess = await comes('Tess Jansen', ['agent', 'lead'], { team: 'servicedesk', tier: 1, isLead: true })
  ada = await comes('Ada Visser', [])
})
test.afterAll(async () => {
  await desk?.stop()
  await post?.close()
  await intune?.close()
})

test('people come into the wave from a file; who is here already keeps everything else', async () => {
  const { page } = rosa
  await page.goto('/rollout/people?wave=pilot')
  const rows = ['Naam;E-mail', 'Adinda;ada@contoso.example', 'Ben de Wit;ben@contoso.example']
  const buffer = Buffer.from(rows.join('\n'))
  await page.locator('input[type=file]').setInputFiles({ name: 'pilot.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: '2 mensen importeren' }).click()
  await expect(page.getByText('Erbij: 1. Gewijzigd: 1.').first()).toBeVisible()
  await page.goto('/rollout/waves/pilot?part=people')
  await expect(page.getByRole('row', { name: /Ada Visser/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Ben de Wit/ })).toBeVisible()
})

test('the wave is moved in the draft, after a look at what that breaks, and holds once the plan is published', async () => {
  const { page } = rosa
  await page.goto('/rollout/waves/pilot')
  await page.getByRole('button', { name: 'Een golf verplaatsen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Eerste dag').fill(today())
  await dialog.getByLabel('Laatste dag').fill(later(13))
  await expect(dialog.getByRole('heading', { name: 'Wat dit breekt' })).toBeVisible()
  await dialog.getByLabel('Waarom wordt hij verplaatst?').fill('Support is er al klaar voor')
  await dialog.getByRole('button', { name: 'In het concept verplaatsen' }).click()
  await expect(page.getByText(/Rosa Bakker heeft deze golf in versie 2 van het plan verplaatst/)).toBeVisible()

  await pia.page.goto('/rollout')
  await expect(pia.page.getByText(/In versie 2 van het plan zijn golven verplaatst/)).toBeVisible()
  await pia.page.getByRole('link', { name: 'Bekijk en publiceer die' }).click()
  await expect(pia.page).toHaveURL(/\/plan\/draft/)
  const { revision } = await pia.api<PlanDraft>('GET', '/api/v1/plan/draft')
  await pia.api('POST', '/api/v1/plan/draft/publish', { revision, reason: 'De pilot begint vandaag' })
  await expect(page.getByText(/Deze golf is begonnen en niemand heeft voor akkoord getekend/)).toBeVisible()
})

test('a rollout manager signs a go on conditions; whoever looks on sees it in place, and its owner meets the condition', async () => {
  await tess.page.goto('/rollout/waves/pilot?part=readiness')
  await expect(tess.page.getByText('Nog niemand heeft over deze golf besloten.')).toBeVisible()
  const { page } = rosa
  await page.goto('/rollout/waves/pilot?part=readiness')
  await page.getByRole('button', { name: 'Een besluit ondertekenen' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('radio', { name: /^Akkoord, onder voorwaarden/ })).toBeChecked()
  await dialog.getByLabel('Waarom?').fill('De tweede en derde lijn worden deze week getraind.')
  await dialog.getByLabel('Wat er moet gebeuren').fill('Iedereen van de servicedesk kent het plan')
  await dialog.getByLabel('Door wie').selectOption({ label: 'Tess Jansen' })
  await dialog.getByRole('button', { name: 'Akkoord onder voorwaarden tekenen' }).click()
  await expect(dialog).toBeHidden()

  await expect(tess.page.getByText(/Ondertekend door Rosa Bakker onder versie 2/)).toBeVisible()
  await expect(tess.page.getByText(/Deze golf is begonnen en niemand/)).toBeHidden()
  await tess.page.getByRole('button', { name: /Dit is vervuld/ }).click()
  await expect(page.getByText('Vervuld, zegt Tess Jansen')).toBeVisible()
})

test('a mail goes to the people of the wave once somebody approved it: to each in their own language, and once', async () => {
  await root.api('POST', '/api/v1/mailboxes', {
    address: 'helpdesk@contoso.example',
    name: 'Helpdesk Contoso',
    receives: 'smtp',
    smtp: { host: '127.0.0.1', port: post.world.port, security: 'none', allowPrivate: true },
    unknownSenders: 'quarantine',
  })
  const turns = () => post.all().filter(({ mail }) => /ben je aan de beurt|It is your turn/.test(mail.subject))
  const { page } = rosa
  await page.goto('/rollout/waves/pilot/mails/before')
  await expect(page.frameLocator('iframe').getByText('Hallo Ada Visser,')).toBeVisible()
  expect(turns()).toEqual([])
  await page.getByRole('button', { name: 'Deze mail goedkeuren' }).click()
  await expect(page.getByRole('dialog')).toContainText('in de eigen taal')
  await page.keyboard.press('Control+Enter')
  const [toAda, toBen] = [
    await post.next('ada@contoso.example', /ben je aan de beurt: dit leg je klaar/),
    await post.next('ben@contoso.example', /It is your turn on .*: what to have ready/),
  ]
  expect(toAda.text).toContain('Hallo Ada Visser,')
  expect(toAda.text).toContain('Of mail naar: helpdesk@contoso.example')
  expect(toBen.text).toContain('Hello Ben de Wit,')
  expect(`${toAda.text}${toBen.text}`).not.toMatch(/\{\{|\}\}/)
  await expect(page.getByText('2 van 2 verstuurd')).toBeVisible()
  expect(turns()).toHaveLength(2)
})

test('while it runs, its page shows issues per 100 enrollments, causes, and what the contact tier solves', async () => {
  const { page } = rosa
  await page.goto('/rollout/waves/pilot?part=run')
  await page.getByRole('button', { name: 'Inschrijvingen tellen' }).click()
  await page.getByLabel('Ingeschreven mensen').fill('10')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Rosa Bakker telde 10 inschrijvingen/)).toBeVisible()
  const number = await reports(ada, {
    subject: 'iPhone 15: 0x80180013',
    description: 'Stopt halverwege.',
    category: 'enrollment-blocked',
    platform: 'ios',
  })
  expect((await ticketFor(tess, number)).ticket).toMatchObject({ wave: 'pilot', phase: 'pilot' })
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) })
  await expect(row('Meldingen per 100 inschrijvingen')).toContainText('10')
  await expect(row('Open, oorzaak onbekend')).toContainText('1')
  await moves(
    tess,
    number,
    { move: 'claim' },
    {
      move: 'diagnose',
      rootCause: 'Er stond nog een oud toestel ingeschreven',
      solution: 'Oud toestel verwijderd in Intune',
      wordingForRequester: 'We hebben je oude telefoon weggehaald. Probeer het nog eens.',
      knownIssue: { kind: 'one-off', reason: 'Alleen bij wie net wisselde' },
    },
  )
  await expect(row('Opgelost door de eerste lijn')).toContainText('100%')
  await expect(page.getByRole('row', { name: /^Er stond nog een oud toestel ingeschreven/ })).toBeVisible()
  const { run } = await rosa.api<WaveView>('GET', '/api/v1/rollout/waves/pilot')
  expect(run.now).toMatchObject({ tickets: 1, enrolled: 10, per100: 10, unknownCause: 0, solvedAtContact: 100 })
})

test('once the tenant is connected, how many have enrolled comes from Intune, with its age, why it cannot be read, and what somebody corrects', async () => {
  const comes = (name: string) => ({
    name,
    address: `${name.split(' ')[0]?.toLowerCase()}@contoso.example`,
    language: 'nl' as const,
    groups: ['pilot'],
  })
  intune = await startSimulator({ devices: 0, failures: 0, people: [comes('Ada Visser'), comes('Ben de Wit')] })
  const { tenantId, loginUrl, graphUrl, read } = intune.connection
  await intune.control.addDevice({ person: 'ada@contoso.example', platform: 'ios' })
  await intune.control.addDevice({ person: 'ada@contoso.example', platform: 'windows' })
  const enrolledDateTime = new Date(Date.now() - 400 * 86_400_000).toISOString()
  await intune.control.addDevice({
    person: 'ben@contoso.example',
    platform: 'windows',
    fields: { enrolledDateTime },
  })
  const permission = 'DeviceManagementManagedDevices.Read.All'
  await intune.control.fault('permission', { permission })
  const { page, say } = rosa
  await page.goto('/rollout/waves/pilot?part=run')
  await expect(page.getByText(say('rollout', 'run.notConnected'))).toBeVisible()
  await root.api('PUT', '/api/v1/tenant', {
    ...{ tenantId, cloud: 'own', loginUrl, graphUrl, allowPrivate: true },
    read: { clientId: read.clientId, credential: { kind: 'secret', secret: read.secret } },
  })

  await page.reload()
  const now = page.getByRole('button', { name: say('rollout', 'run.readNow') })
  await now.click()
  await expect(page.getByText(`konden nog niet worden gelezen: een recht ontbreekt: ${permission}`)).toBeVisible({
    timeout: 20_000,
  })
  // What somebody counted is still there, and nothing says that there is no connection.
  await expect(page.getByText(/Rosa Bakker telde 10 inschrijvingen/)).toBeVisible()
  await expect(page.getByText(say('rollout', 'run.notConnected'))).toBeHidden()

  await intune.control.noFaults()
  await now.click()
  await expect(page.getByText(/Volgens Intune heeft 1 van de 2 mensen .* 1 ander had er al een\./)).toBeVisible({
    timeout: 20_000,
  })
  await expect(page.getByText('Rosa Bakker telde 10')).toBeHidden()
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) })
  // Causes, and reasons for what was moved or corrected, are people's words.
  const ofWave = {
    settled: (shown: Page) => shown.getByRole('table').first().waitFor(),
    except: ['[dir=auto]'],
  }
  await expect(row('Ingeschreven')).toContainText('1')
  await expect(row('Meldingen per 100 inschrijvingen')).toContainText('100')
  await expectEveryLook(page, 'wave-enrollments', ofWave)
  await wear(page, { language: 'nl', theme: 'light', width: 1280 })

  await page.getByRole('button', { name: say('rollout', 'run.correct') }).click()
  await page.getByLabel('Ingeschreven mensen').fill('2')
  await page.getByLabel(say('rollout', 'run.correctWhy')).fill('De tablet aan de balie is van niemand')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Rosa Bakker zette 2 inschrijvingen/)).toBeVisible()
  await expect(row('Ingeschreven')).toContainText('2')
  await expectEveryLook(page, 'wave-enrollments-corrected', ofWave)
  await wear(page, { language: 'nl', theme: 'light', width: 1280 })
  await page.getByRole('button', { name: say('rollout', 'run.backToIntune') }).click()
  await expect(page.getByText(/Rosa Bakker zette 2 inschrijvingen/)).toBeHidden()
  const { wave } = await rosa.api<WaveView>('GET', '/api/v1/rollout/waves/pilot')
  expect(wave.enrolled).toMatchObject({ count: 1, source: 'intune' })

  await page.goto('/rollout/waves/pilot?part=people')
  await expect(page.getByRole('row', { name: /Ben de Wit/ })).toContainText(/20\d\d/)
  await page.goto('/rollout')
  await expect(page.getByText(say('rollout', 'waves.readAt'))).toBeVisible()
  await expect(page.getByText(/2 van 50 verwachte mensen · 1 ingeschreven/)).toBeVisible()
})

test("what it taught changes the next wave's text, which shows what is different", async () => {
  const { page } = rosa
  await page.goto('/rollout/waves/pilot?part=mails')
  await wear(page, { language: 'nl', theme: 'light', width: 1280 })
  await page.getByRole('button', { name: 'Les opschrijven' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^Wat er gebeurde/).fill('Wie net wisselde had nog een oud toestel ingeschreven.')
  await dialog.getByLabel(/in het Nederlands/).fill('Heb je nog een oud toestel? Haal dat eerst weg.')
  await dialog.getByLabel(/in het Engels/).fill('Do you still have an old device? Remove it first.')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'In een mail zetten' }).click()
  await expect(dialog.getByRole('radio', { name: /^Golf 1/ })).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()

  await pia.page.goto('/rollout/waves/wave-1/mails/enrollment')
  const changed = pia.page.getByRole('region', { name: 'Wat er anders is' })
  await expect(changed.getByRole('listitem')).toContainText(['Heb je nog een oud toestel? Haal dat eerst weg.'])
  await expect(pia.page.getByText('Nog goed te keuren')).toBeVisible()
})
