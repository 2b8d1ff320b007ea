import type { Page } from '@playwright/test'
import { startSimulator, type Simulator } from '../../simulators/microsoft-graph/simulator.ts'
import { type Colleague, joins } from '../support/browser-journey-people.ts'
import { moves, reports, test } from '../support/browser-journey-scene.ts'
import { expect } from '../support/browser.ts'
import { expectEveryLook, type LookOptions, wear } from '../support/browser-looks.ts'

/** An administrator connects the tenant and sees what works; people have Intune act on devices as the plan allows. */

test.setTimeout(300_000)
test.describe.configure({ mode: 'serial' })

let simulator: Simulator
let max: Colleague
let number = 0
let phone = ''
/** What Microsoft, people and administrators call things. */
const words = [
  '[dir=auto]',
  'h1',
  'pre',
  'code',
  'dd',
  'section li',
  'main li',
  '[role=dialog] p',
  '[role=dialog] h2',
]

async function looks({ page, language }: Colleague, name: string, options: LookOptions = {}): Promise<void> {
  await expectEveryLook(page, name, { except: words, ...options })
  await wear(page, { language, theme: 'light', width: 1280 })
}

test.beforeAll(async ({ browser, scene: { desk, root, ada, lies } }) => {
  await root.api('DELETE', '/api/v1/tenant').catch(() => undefined)
  simulator = await startSimulator({
    devices: 0,
    people: [ada, lies].map(({ name, email }) => ({
      ...{ name, address: email, language: 'nl' as const },
      groups: ['Intune-Wave-02-Retail'],
    })),
  })
  const device = { deviceName: 'iPhone Ada' }
  phone = (await simulator.control.addDevice({ person: ada.email, platform: 'ios', fields: device })).id
  max = await joins(browser, desk, root, {
    ...{ name: 'Max Kok', email: 'max.kok@contoso.example', language: 'nl' as const },
    ...{ roles: ['requester', 'agent'] as const, team: 'mdm-team', tier: 3 },
  })
})
test.afterAll(async ({ scene: { root } }) => {
  await root.api('DELETE', '/api/v1/tenant').catch(() => undefined)
  await simulator.close()
})

test('what to do first is said where no tenant is connected', async ({ scene: { root } }) => {
  await root.page.goto('/settings/intune')
  await root.page.getByRole('button', { name: root.say('tenant', 'connect.do') }).waitFor()
  await looks(root, 'tenant-empty')
})

test('connecting asks for what the overview of the registration shows, and says which field is wrong', async ({
  scene: { root },
}) => {
  const { page, say } = root
  const { tenantId, loginUrl, graphUrl, read } = simulator.connection
  await page.goto('/settings/intune')
  await page.getByRole('button', { name: say('tenant', 'connect.do') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(say('tenant', 'connect.tenantId')).fill('contoso.example')
  await dialog.getByLabel(say('tenant', 'connection.cloud')).selectOption('own')
  await dialog.getByLabel(say('tenant', 'connect.loginUrl')).fill(loginUrl)
  await dialog.getByLabel(say('tenant', 'connect.graphUrl')).fill(graphUrl)
  await dialog.getByLabel(say('tenant', 'connect.allowPrivate')).check()
  await dialog.getByLabel(say('tenant', 'connect.clientId')).fill(read.clientId)
  await dialog.getByLabel(say('tenant', 'connect.secret')).fill(read.secret)
  const connect = dialog.getByRole('button', { name: say('tenant', 'connect.do') })
  await connect.click()
  await dialog.getByText(say('tenant', 'input.directory-id-not-valid')).waitFor()
  await dialog.getByLabel(say('tenant', 'connect.tenantId')).fill(tenantId)
  await connect.click()
  await expect(dialog).toBeHidden()
  await page.getByText(say('tenant', 'health.works')).waitFor({ timeout: 20_000 })
  await looks(root, 'tenant-works', { settled: isThere })
  await looks(root, 'tenant-connect', {
    settled: async (one) => {
      await one
        .getByRole('button', { name: /^(Wijzigen|Change)$/ })
        .first()
        .click()
      await one.getByRole('dialog').waitFor()
    },
  })
})

async function isThere(page: Page): Promise<void> {
  await page.getByText('DeviceManagementApps.Read.All').first().waitFor()
}

test('what does not work says what that costs, what Microsoft answered, and is tried again', async ({
  scene: { root },
}) => {
  const { page, say } = root
  await simulator.control.fault('permission', { permission: 'DeviceManagementConfiguration.Read.All' })
  await simulator.control.fault('policies', { mode: 'meetings' })
  await page.goto('/settings/intune')
  await page.getByRole('button', { name: say('tenant', 'checks.tryAll') }).click()
  await page.getByText(say('tenant', 'checks.compliance.without')).waitFor()
  const what = [say('tenant', 'checks.compliance.name'), say('tenant', 'checks.meetings.name')].join(', ')
  await page.getByText(say('tenant', 'health.partly', { what })).waitFor()
  await page.getByText('New-CsApplicationAccessPolicy').waitFor()
  await looks(root, 'tenant-partly', { settled: isThere })
  await simulator.control.noFaults()
  const name = say('tenant', 'checks.compliance.name')
  await page.getByRole('button', { name: say('tenant', 'checks.tryOf', { name }), exact: true }).click()
  await page.getByText(say('tenant', 'checks.compliance.gives')).waitFor()
  await page.getByRole('button', { name: say('tenant', 'checks.tryAll') }).click()
  await page.getByText(say('tenant', 'health.works')).waitFor()
})

test('a wrong secret is told by Microsoft’s own number before it replaces one that works', async ({
  scene: { root },
}) => {
  const { tenantId, loginUrl, graphUrl, read } = simulator.connection
  const own = { tenantId, cloud: 'own', loginUrl, graphUrl, allowPrivate: true }
  const { page, say } = root
  const dialog = page.getByRole('dialog')
  const refused = refusalIn(page)
  await page.goto('/settings/intune')
  await givesWrongSecret(page)
  await refused.waitFor()
  await looks(root, 'tenant-refused', { settled: givesWrongSecret })
  await givesWrongSecret(page)
  await dialog.getByLabel(say('tenant', 'connect.keepRefused')).check()
  await dialog.getByRole('button', { name: say('tenant', 'connect.keep') }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(say('tenant', 'signIn.7000215'))).toHaveCount(1, { timeout: 20_000 })
  await page.getByText(say('tenant', 'checks.follows')).first().waitFor()
  await looks(root, 'tenant-fails', { settled: isThere })
  const secrets = (one: typeof read) => ({
    clientId: one.clientId,
    credential: { kind: 'secret', secret: one.secret },
  })
  const act = simulator.connection.act as unknown as typeof read
  await root.api('PUT', '/api/v1/tenant', { ...own, read: secrets(read), act: secrets(act) })
  await page.getByText(say('tenant', 'health.works')).waitFor({ timeout: 20_000 })
})

async function givesWrongSecret(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  if (!(await dialog.isVisible()))
    await page
      .getByRole('button', { name: /^(Wijzigen|Change)$/ })
      .first()
      .click()
  await dialog.getByLabel(/^(Clientgeheim|Client secret)/).fill('not-it')
  await dialog.getByRole('button', { name: /^(Bewaren|Keep|Save)$/ }).click()
  await refusalIn(page).waitFor()
}

/** Below the form; the field says it too. */
const refusalIn = (page: Page) =>
  page.getByRole('alert').filter({ hasText: /^Microsoft (?:accepteert niet|does not accept)/ })

test('a channel is added by its webhook, tried, and hears of a ticket that goes up', async ({
  scene: { root },
}) => {
  const { page, say } = root
  await page.goto('/settings/intune')
  await page.getByRole('button', { name: say('tenant', 'teams.add') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(say('tenant', 'teams.name')).fill('Intune-uitrol')
  await dialog.getByLabel(say('tenant', 'teams.url')).fill('https://evil.example/x')
  await dialog.getByRole('button', { name: say('tenant', 'teams.add') }).click()
  await dialog.getByText(say('tenant', 'input.webhook-host-not-allowed')).waitFor()
  await dialog.getByLabel(say('tenant', 'teams.url')).fill(simulator.webhook)
  await dialog.getByRole('button', { name: say('tenant', 'teams.add') }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: say('tenant', 'teams.testOf', { name: 'Intune-uitrol' }) }).click()
  await page.getByText(say('tenant', 'teams.arrived', { name: 'Intune-uitrol' })).waitFor()
  expect(JSON.stringify(await simulator.control.cards())).toContain(say('tenant', 'card.test.title'))
  await looks(root, 'tenant-channel', {
    settled: async (one) => {
      await one.getByRole('button', { name: /^(Kanaal toevoegen|Add a channel)$/ }).click()
      await one.getByRole('dialog').waitFor()
    },
  })
})

const menu = (page: Page) => page.getByRole('button', { name: /^(Acties op|Actions on) iPhone Ada$/ })

test('whoever has the ticket has Intune do what the plan allows, and reads why not otherwise', async ({
  scene: { tess, ada },
}) => {
  const { page, say } = tess
  number = await reports(ada, { subject: 'iPhone doet raar', description: 'Hij blijft hangen.' })
  await page.goto(`/tickets/${number}`)
  await menu(page).click({ timeout: 30_000 })
  await page.getByText(say('devices', 'acting.no.not-your-ticket')).first().waitFor()
  await page.keyboard.press('Escape')
  await moves(tess, number, { move: 'claim' })
  await page.reload()
  await menu(page).click({ timeout: 30_000 })
  await page.getByRole('menuitem', { name: say('devices', 'acting.action.restart') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('devices', 'acting.do.restart') })
    .click()
  await page.getByText(say('devices', 'acting.state.pending')).waitFor({ timeout: 20_000 })
  await simulator.control.advance(120)
  await page.getByText(say('devices', 'acting.state.done')).waitFor({ timeout: 40_000 })
  // On the ticket in the language of the organisation.
  await page.reload()
  await page
    .getByText(/^(Via Intune gevraagd aan|Asked of) iPhone Ada/)
    .first()
    .waitFor()
})

test('what reaches into somebody’s own wants a known caller, a purpose and a second pair of eyes', async ({
  scene: { tess, mira },
}) => {
  await moves(tess, number, { move: 'bring-to-bridge', reason: 'Samen kijken' })
  const { page, say } = mira
  await page.goto(`/tickets/${number}`)
  await menu(page).click({ timeout: 30_000 })
  await page.getByRole('menuitem', { name: say('devices', 'acting.action.wipe') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(say('devices', 'acting.missing')).waitFor()
  await looks(mira, 'device-action', {
    settled: async (one) => {
      await menu(one).click({ timeout: 30_000 })
      await one.getByRole('menuitem', { name: /^(Wissen|Wipe)/ }).click()
      await one.getByRole('dialog').waitFor()
    },
  })
  await page.goto(`/tickets/${number}`)
  await menu(page).click({ timeout: 30_000 })
  await page.getByRole('menuitem', { name: say('devices', 'acting.action.wipe') }).click()
  await dialog.getByLabel(say('devices', 'acting.caller.called-back')).check()
  await dialog.getByLabel(say('devices', 'acting.purpose')).fill('Gestolen in de trein')
  await dialog.getByRole('button', { name: say('devices', 'acting.askColleague') }).click()
  await page.getByText(say('devices', 'acting.state.awaiting')).waitFor()

  // Whoever may agree finds it at the top of their day, and hears it wherever they are; both lead to the very line.
  await max.page.goto('/today')
  const today = max.page.getByRole('region', { name: max.say('notices', 'alsoWaits') })
  await today.getByRole('link', { name: max.say('devices', 'bell.agree.wipe') }).waitFor({ timeout: 30_000 })
  await looks(max, 'today-also-waits', {
    settled: (one) => one.getByRole('link', { name: wiping }).waitFor({ timeout: 30_000 }),
  })
  await max.page.goto('/today')
  const bell = max.page.getByRole('button', { name: max.say('notices', 'bell_one', { count: 1 }) })
  await bell.waitFor({ timeout: 30_000 })
  await looks(max, 'bell', { settled: openBell })
  await max.page.goto('/today')
  await bell.focus()
  await max.page.keyboard.press('Enter')
  const asks = max.page.getByRole('dialog').getByRole('link', { name: wiping })
  await asks.waitFor()
  await expect(mira.page.getByRole('button', { name: mira.say('notices', 'title'), exact: true })).toBeVisible()
  await asks.focus()
  await max.page.keyboard.press('Enter')
  await max.page.waitForURL(new RegExp(`/tickets/${number}#action-`))
  const agree = max.page.getByRole('button', { name: /^Akkoord: Wissen/ })
  await expect(agree).toBeInViewport({ timeout: 30_000 })
  await max.page.getByRole('button', { name: max.say('notices', 'title'), exact: true }).waitFor()
  await looks(max, 'device-action-asked', {
    settled: async (one) => {
      await one
        .getByText(/^(Wacht op akkoord|Waits for a colleague)/)
        .first()
        .scrollIntoViewIfNeeded()
    },
  })
  await agree.click({ timeout: 30_000 })
  await max.page
    .getByRole('dialog')
    .getByRole('button', { name: max.say('devices', 'acting.agree') })
    .click()
  await max.page.getByRole('button', { name: max.say('notices', 'title'), exact: true }).click()
  await max.page.getByText(max.say('notices', 'none')).waitFor()
  await expect(asks).toBeHidden()
  await page.getByText(say('devices', 'acting.state.pending')).waitFor({ timeout: 20_000 })
  await simulator.control.advance(330)
  // Both are done now: the restart and the wipe.
  await expect(page.getByText(say('devices', 'acting.state.done'))).toHaveCount(2, { timeout: 60_000 })
  const seen = await simulator.control.person('ada@contoso.example')
  expect(seen.devices.find(({ id }) => id === phone)?.managementState).toBe('wipeIssued')
})

const wiping = /^(Akkoord met het wissen|Agree to wiping)/

async function openBell(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Berichten|Notices): 1/ }).click()
  await page.getByRole('dialog').getByRole('link', { name: wiping }).waitFor()
}

test('everything that was done to devices can be read by whoever has to answer for it', async ({
  scene: { root },
}) => {
  const { page, say } = root
  await page.goto('/settings/intune')
  await page.getByRole('link', { name: say('tenant', 'registration.act.log') }).click()
  await page.getByText('Gestolen in de trein').waitFor()
  await looks(root, 'device-actions', {
    settled: async (one) => {
      await one
        .getByText(/^(Stappen|Steps)$/)
        .first()
        .click()
      await one
        .getByText(/^(Aan Intune gevraagd|Intune was told)$/)
        .first()
        .waitFor()
    },
  })
})
