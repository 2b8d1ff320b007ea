import type { Page } from '@playwright/test'
import { startSimulator, type Simulator } from '../../simulators/microsoft-graph/simulator.ts'
import type { Colleague } from '../support/browser-journey-people.ts'
import { reports, test } from '../support/browser-journey-scene.ts'
import { expect } from '../support/browser.ts'
import { expectEveryLook, type LookOptions, wear } from '../support/browser-looks.ts'

/** What Intune says of a requester stands beside their ticket, whether or not Microsoft answers. */

test.setTimeout(300_000)
test.describe.configure({ mode: 'serial' })

let simulator: Simulator
let number = 0
let slate = ''

const bitLocker = 'Windows10CompliancePolicy.BitLockerEnabled'
/** Names of devices, policies and what Microsoft calls things. */
const words = ['[dir=auto]', 'h1', 'h3', 'section li', '.fui-Badge', 'dd', 'dialog p', '[role=dialog] p']

async function looks({ page, language }: Colleague, name: string, options: LookOptions = {}): Promise<void> {
  await expectEveryLook(page, name, { except: words, ...options })
  await wear(page, { language, theme: 'light', width: 1280 })
}

/** The panel stands in the picture. */
async function inSight(page: Page): Promise<void> {
  const device = page.getByRole('heading', { name: 'CON-NL-0142' })
  await device.waitFor()
  await device.evaluate((one) => one.closest('section')?.scrollIntoView({ block: 'start' }))
}

test.beforeAll(async ({ scene: { ada } }) => {
  simulator = await startSimulator({
    devices: 0,
    people: [{ name: ada.name, address: ada.email, language: 'nl', groups: ['Intune-Wave-02-Retail'] }],
  })
  const { control } = simulator
  const windows = await control.addDevice({
    person: ada.email,
    platform: 'windows',
    fields: { deviceName: 'CON-NL-0142', serialNumber: 'FB7-000142' },
  })
  slate = windows.id
  await control.compliance(slate, [bitLocker, 'Windows10CompliancePolicy.OsMinimumVersion'])
  const phone = await control.addDevice({
    person: ada.email,
    platform: 'ios',
    fields: { deviceName: 'iPhone Ada', managedDeviceOwnerType: 'personal' },
  })
  await control.changeDevice({ device: phone.id, silentHours: 45 * 24 })
  await control.addFailure({ person: ada.email, kind: 'not-supported', minutesAgo: 20 })
  await control.addHealthIssue({ title: 'Enrollment of some devices is delayed', classification: 'incident' })
})
test.afterAll(async ({ scene: { root } }) => {
  await root.api('DELETE', '/api/v1/tenant').catch(() => undefined)
  await simulator.close()
})

test('an administrator is told what is missing while no tenant is connected', async ({ scene: { root, ada } }) => {
  number = await reports(ada, { subject: 'Inschrijven lukt niet', description: 'De code is 0x80180014.' })
  await root.page.goto(`/tickets/${number}`)
  await root.page.getByText(root.say('devices', 'notConnected')).waitFor()
})

test('the page of a ticket shows who it is, which devices, what fails and why', async ({ scene }) => {
  const { root, tess, ada } = scene
  const { tenantId, loginUrl, graphUrl, read } = simulator.connection
  await root.api('PUT', '/api/v1/tenant', {
    tenantId,
    cloud: 'own',
    loginUrl,
    graphUrl,
    allowPrivate: true,
    read: { clientId: read.clientId, credential: { kind: 'secret', secret: read.secret } },
  })
  number = await reports(ada, { subject: 'Laptop wordt geweigerd', description: 'Outlook zegt dat het niet mag.' })
  const { page } = tess
  await page.goto(`/tickets/${number}`)
  const panel = page.getByRole('region', { name: tess.say('devices', 'title') })
  // Read because somebody looks, and shown when it is there.
  await panel.getByText('CON-NL-0142').waitFor({ timeout: 20_000 })
  await expect(panel.getByText('BitLocker')).toBeVisible()
  await expect(panel.getByText('0x87D10194').first()).toBeVisible()
  await expect(panel.getByText('DeviceNotSupported (0x80180014)')).toBeVisible()
  await panel.getByText('Enrollment of some devices is delayed').waitFor({ timeout: 20_000 })
  await looks(tess, 'ticket-devices', { settled: inSight })
})

test('details of a device are a click away, and by keyboard', async ({ scene: { tess } }) => {
  const { page, say } = tess
  const button = page.getByRole('button', { name: say('devices', 'device.detailsOf', { name: 'CON-NL-0142' }) })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByText('FB7-000142')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(button).toBeFocused()
  await looks(tess, 'ticket-device', {
    settled: async (one) => {
      await one.getByRole('button', { name: /^(?:Details of|Details van) CON-NL-0142$/ }).click()
      await one.getByRole('dialog').getByText('FB7-000142').waitFor()
    },
  })
})

test('what is otherwise since the opening is said, and what was frozen can be read', async ({
  scene: { tess, ada },
}) => {
  const { page, say } = tess
  number = await reports(ada, { subject: 'Weer geweigerd', description: 'Nu ook in Teams.' })
  await page.goto(`/tickets/${number}`)
  const panel = page.getByRole('region', { name: say('devices', 'title') })
  await panel.getByText(say('devices', 'since.opened')).waitFor()
  await simulator.control.compliance(slate, [])
  await page.waitForTimeout(5_500)
  await panel.getByRole('button', { name: say('devices', 'readAgain') }).click()
  await panel.getByText('CON-NL-0142: voldoet niet → voldoet').waitFor({ timeout: 20_000 })
  await looks(tess, 'ticket-snapshot', {
    settled: async (one) => {
      await one
        .getByRole('button', { name: /momentopname|snapshot/ })
        .first()
        .click()
      await one
        .getByRole('button', { name: /Toon momentopname|Show snapshot/ })
        .first()
        .click()
      await one.getByRole('dialog').getByText('WIN-Baseline-Compliance').waitFor()
    },
  })
})

test('what cannot be read is named, and comes back by itself', async ({ scene: { tess } }) => {
  const { page, say } = tess
  await simulator.control.fault('permission', { permission: 'DeviceManagementApps.Read.All' })
  await page.goto(`/tickets/${number}`)
  const panel = page.getByRole('region', { name: say('devices', 'title') })
  await panel.getByText('CON-NL-0142').first().waitFor()
  await page.waitForTimeout(5_500)
  await panel.getByRole('button', { name: say('devices', 'readAgain') }).click()
  await panel.getByText(/DeviceManagementApps\.Read\.All/).waitFor({ timeout: 20_000 })
  await looks(tess, 'ticket-devices-partly', { settled: inSight })
  await simulator.control.noFaults()
  await page.waitForTimeout(5_500)
  await panel.getByRole('button', { name: say('devices', 'readAgain') }).click()
  await expect(panel.getByText(/DeviceManagementApps\.Read\.All/)).toBeHidden({ timeout: 20_000 })
})

test('the ticket is there at once where Microsoft swallows every call', async ({ scene: { tess } }) => {
  const { page, say } = tess
  await simulator.control.outage('hang')
  try {
    await page.goto(`/tickets/${number}`)
    const panel = page.getByRole('region', { name: say('devices', 'title') })
    await panel.getByText('CON-NL-0142').first().waitFor({ timeout: 5_000 })
    await panel.getByRole('button', { name: say('devices', 'readAgain') }).click()
    await page.reload()
    await panel.getByText('CON-NL-0142').first().waitFor({ timeout: 5_000 })
  } finally {
    await simulator.control.outage('none')
  }
})
