import type { Page } from '@playwright/test'
import { type Simulator, startSimulator } from '../../simulators/microsoft-graph/simulator.ts'
import type { Colleague } from '../support/browser-journey-people.ts'
import { handsUp, moves, reports, test } from '../support/browser-journey-scene.ts'
import { expect } from '../support/browser.ts'
import { expectEveryLook, type LookOptions, wear } from '../support/browser-looks.ts'

/** Like tickets are seen as such: beside a ticket, as a burst that becomes a cause, by what knowing it is worth, and before anybody reports. */

test.describe.configure({ mode: 'serial' })
test.setTimeout(400_000)

/** What people and Microsoft wrote. */
const written = ['h1', 'h3', 'li a', 'li span', 'dd', 'li p', 'th a', 'section p', '.fui-Badge', 'option', 'input']

async function looks({ page, language }: Colleague, name: string, options: LookOptions = {}): Promise<void> {
  await expectEveryLook(page, name, { except: written, ...options })
  await wear(page, { language, theme: 'light', width: 1280 })
}

let simulator: Simulator
let first = 0
/** One that Tierwise comes with. */
const knownIssueId = 'company-portal-temporarily-unavailable'

test.beforeAll(async ({ scene: { ada } }) => {
  simulator = await startSimulator({
    devices: 0,
    people: [{ name: ada.name, address: ada.email, language: 'nl', groups: [] }],
  })
})
test.afterAll(async ({ scene: { root } }) => {
  await root.api('DELETE', '/api/v1/tenant').catch(() => undefined)
  await simulator.close()
})

const aside = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })

test('a failure that tier 3 diagnosed is shown beside the next ticket like it, with how it was solved', async ({
  scene,
}) => {
  const { ada, tess, joris, mira, plan } = scene
  const given = { subject: 'Zscaler blokkeert het inschrijven', description: 'De proxy geeft 0x80072EE7.' }
  first = await reports(ada, { ...given, category: 'enrollment-blocked', platform: 'ios' })
  await moves(tess, first, { move: 'claim' })
  await handsUp(tess, plan, first, 'Wat is dit?')
  await moves(joris, first, { move: 'accept' })
  await handsUp(joris, plan, first, 'Proxy?')
  await moves(mira, first, { move: 'accept' })
  await moves(mira, first, {
    ...{
      move: 'diagnose',
      rootCause: 'De proxy houdt de dienst tegen',
      solution: 'Sluit de dienst uit van de proxy',
    },
    wordingForRequester: 'Het netwerk hield je computer tegen; dat is verholpen.',
    knownIssue: { kind: 'linked', id: knownIssueId },
  })
  await moves(tess, first, { move: 'take-note' })
  const next = await reports(joris, { subject: 'Enrollment blocked by Zscaler proxy', description: 'It stops.' })
  const { page, say } = tess
  await page.goto(`/tickets/${next}`)
  const like = aside(page, say('triage', 'similar.title'))
  await expect(like.getByText('De proxy houdt de dienst tegen')).toBeVisible()
  await looks(tess, 'similar-aside', {
    settled: async (one) => {
      const found = one.getByText('De proxy houdt de dienst tegen')
      await found.waitFor()
      await found.evaluate((text) => text.closest('section')?.scrollIntoView({ block: 'start' }))
    },
  })
  await moves(tess, next, { move: 'claim' })
  await page.goto(`/tickets/${next}`)
  await like.getByRole('button', { name: say('triage', 'similar.linkTo', { number: first }) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('De proxy houdt inschrijven tegen')
  await dialog.getByRole('button', { name: say('triage', 'similar.makeTitle') }).click()
  await expect(like.getByRole('link', { name: 'De proxy houdt inschrijven tegen' })).toBeVisible()
  await expect(like.getByText(say('triage', 'similar.linked')).first()).toBeVisible()
})

test('what it is worth to know a cause is shown with honest figures', async ({ scene: { tess } }) => {
  const { page, say } = tess
  await page.goto('/causes/shift-left')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('triage', 'shiftLeft.title'))
  await expect(page.getByRole('table').getByText(say('triage', 'shiftLeft.by.handed-down')).first()).toBeVisible()
  await looks(tess, 'shift-left')
})

test('a burst of like tickets waits for a lead, who makes a cause of it', async ({ scene }) => {
  const { ada, tess, lies, joris, mira, root } = scene
  for (const who of [ada, tess, lies, joris, mira, root])
    await reports(who, { subject: 'Kwarktaart-app start niet', description: 'Foutcode 0x8018000F op het scherm.' })
  const { page, say } = lies
  await page.goto('/causes')
  const make = page.getByRole('button', { name: say('triage', 'bursts.make') }).first()
  // Bursts are looked for every two minutes.
  await expect(make).toBeVisible({ timeout: 180_000 })
  await page.goto('/today')
  await page.getByRole('link', { name: say('triage', 'causes.look') }).click()
  await looks(lies, 'causes')
  await make.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Kwarktaart-app start nergens')
  await dialog.getByRole('button', { name: say('triage', 'bursts.make') }).click()
  await page.waitForURL(/\/causes\/[0-9a-f-]{36}/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kwarktaart-app start nergens')
  await expect(page.getByText(say('triage', 'causes.unknownText'))).toBeVisible()
  const late = await reports(ada, { subject: 'Scherm blijft wit', description: 'Na het bijwerken.' })
  await page.getByRole('button', { name: say('triage', 'causes.add') }).click()
  await dialog.getByRole('textbox').fill(`T-${late}`)
  await dialog.getByRole('button', { name: say('triage', 'causes.add') }).click()
  await expect(page.getByRole('link', { name: new RegExp(`T-${late} `) })).toBeVisible()
  await page.getByRole('button', { name: say('triage', 'causes.close') }).click()
  await expect(dialog.getByText(say('triage', 'causes.closeText', { count: 7 }))).toBeVisible()
  await dialog.getByRole('button', { name: say('triage', 'causes.close') }).click()
  await page.getByRole('button', { name: say('triage', 'causes.reopen') }).click()
  await dialog.getByRole('textbox').fill('Het begon opnieuw')
  await dialog.getByRole('button', { name: say('triage', 'causes.reopen') }).click()
  await expect(page.getByText('Het begon opnieuw')).toBeVisible()
  await looks(lies, 'cause')
})

test('what fails in Intune is a ticket before it is reported, and what waits is a hint', async ({ scene }) => {
  const { root, ada, tess } = scene
  const { tenantId, loginUrl, graphUrl, read } = simulator.connection
  await root.api('PUT', '/api/v1/tenant', {
    ...{ tenantId, cloud: 'own', loginUrl, graphUrl, allowPrivate: true },
    read: { clientId: read.clientId, credential: { kind: 'secret', secret: read.secret } },
  })
  const { control } = simulator
  const laptop = await control.addDevice({
    person: ada.email,
    platform: 'windows',
    fields: { deviceName: 'CON-NL-0777' },
  })
  await control.changeDevice({ device: laptop.id, silentHours: 45 * 24 })
  await control.addFailure({ person: ada.email, kind: 'mdm-scope', minutesAgo: 5 })
  const { page, say } = tess
  await page.goto('/desk/findings')
  await page.getByRole('button', { name: say('triage', 'findings.lookNow') }).click()
  const opened = page.getByRole('button', { name: new RegExp(say('triage', 'findings.show')) }).first()
  await expect(opened).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('CON-NL-0777').first()).toBeVisible()
  await looks(tess, 'findings')
  await page
    .getByRole('button', { name: new RegExp(say('triage', 'findings.dismiss')) })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Ada is op vakantie')
  await dialog.getByRole('button', { name: say('triage', 'findings.dismiss') }).click()
  await expect(page.getByText('CON-NL-0777')).toHaveCount(0)
})
