import type { Locator, Page } from '@playwright/test'
import { startSimulator, type Simulator } from '../../simulators/microsoft-graph/simulator.ts'
import type { Colleague } from '../support/browser-journey-people.ts'
import { test } from '../support/browser-journey-scene.ts'
import { expect } from '../support/browser.ts'
import { type Say, wordsOf } from '../support/journey-words.ts'
import { expectEveryLook, type LookOptions, wear } from '../support/browser-looks.ts'

/** People of a wave come from a group in Entra ID, and the desk's mail from a mailbox in the same tenant. */

test.setTimeout(300_000)
test.describe.configure({ mode: 'serial' })

let simulator: Simulator
const group = 'Intune-Wave-03-Field'
/** Visitors who are in the group too, and leave it all at once. */
const visitors = Array.from({ length: 7 }, (_, index) => ({
  ...{ name: `Bezoeker ${index + 1}`, address: `bezoeker${index + 1}@contoso.example` },
  ...{ language: 'nl' as const, groups: [group] },
}))
/** Names of groups, and what Microsoft calls things. */
const words = [
  '[dir=auto]',
  'h1',
  'h2',
  'section li',
  'dd',
  '[role=dialog] li',
  '[role=dialog] p',
  'section p',
  'details',
  'code',
]

async function looks({ page, language }: Colleague, name: string, options: LookOptions = {}): Promise<void> {
  await expectEveryLook(page, name, { except: words, ...options })
  await wear(page, { language, theme: 'light', width: 1280 })
}

test.beforeAll(async ({ scene: { root, ada } }) => {
  const fred = { name: 'Fred Vos', address: 'fred.vos@contoso.example', language: 'nl' as const }
  simulator = await startSimulator({
    devices: 0,
    people: [
      { name: ada.name, address: ada.email, language: 'nl', groups: [group] },
      { ...fred, groups: [group] },
      ...visitors,
      { name: 'Support', address: 'support@contoso.example', language: 'nl', groups: [] },
    ],
  })
  const { tenantId, loginUrl, graphUrl, read } = simulator.connection
  await root.api('PUT', '/api/v1/tenant', {
    tenantId,
    cloud: 'own',
    loginUrl,
    graphUrl,
    allowPrivate: true,
    read: { clientId: read.clientId, credential: { kind: 'secret', secret: read.secret } },
  })
})
test.afterAll(async ({ scene: { root } }) => {
  await root.api('DELETE', '/api/v1/tenant').catch(() => undefined)
  await simulator.close()
})

/** The words of the page as it now is. */
async function wordsOn(page: Page): Promise<Say> {
  return wordsOf((await page.locator('html').getAttribute('lang')) === 'en' ? 'en' : 'nl')
}

async function choosesGroup(page: Page): Promise<Locator> {
  const say = await wordsOn(page)
  const section = page.getByRole('region', { name: say('tenant', 'directory.title') })
  await section.getByRole('button', { name: say('tenant', 'directory.choose') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(say('tenant', 'directory.find')).fill('Intune-Wave-03')
  await expect(dialog.getByText('Autopilot-Devices')).toBeHidden()
  await dialog.getByRole('button', { name: say('tenant', 'directory.addOf', { name: group }) }).click()
  await dialog.getByLabel(say('tenant', 'directory.keyOf', { name: group })).fill('field')
  return dialog
}

test('an administrator chooses a group, and its people follow it', async ({ scene: { root } }) => {
  const { page } = root
  await page.goto('/settings/intune')
  await looks(root, 'directory-groups', { settled: async (shown) => void (await choosesGroup(shown)) })
  const dialog = await choosesGroup(page)
  await dialog.getByRole('button', { name: root.say('tenant', 'directory.keep') }).click()
  await expect(dialog).toBeHidden()
  const section = page.getByRole('region', { name: root.say('tenant', 'directory.title') })
  const people = root.say('tenant', 'directory.people_other', { count: 9 })
  await expect(section.getByText(people)).toBeVisible({ timeout: 30_000 })
  await looks(root, 'directory', {
    settled: async (shown) => {
      const one = shown.getByText(group)
      await one.waitFor()
      await one.evaluate((element) => element.closest('section')?.scrollIntoView({ block: 'start' }))
    },
  })
})

test('whoever joins there is here without being typed in', async ({ scene: { root } }) => {
  await simulator.control.renamePerson('fred.vos@contoso.example', { name: 'Fred de Vos' })
  const { page } = root
  await page.goto('/settings/intune')
  const section = page.getByRole('region', { name: root.say('tenant', 'directory.title') })
  await section.getByRole('button', { name: root.say('tenant', 'directory.now') }).click()
  await expect(section.getByText(root.say('tenant', 'directory.did.renamed_one', { count: 1 }))).toBeVisible({
    timeout: 30_000,
  })
  await page.goto('/people')
  await page.getByText('Fred de Vos').first().waitFor()
})

test('when Entra ID takes unusually many away at once, nobody goes until the administrator has said so', async ({
  scene: { root },
}) => {
  for (const { address } of visitors) await simulator.control.membership(address, group, false)
  const { page } = root
  const say = (key: string, values = {}) => root.say('tenant', key, values)
  await page.goto('/settings/intune')
  const section = page.getByRole('region', { name: say('directory.title') })
  await section.getByRole('button', { name: say('directory.now') }).click()
  await expect(section.getByText(say('withdrawals.held_other', { count: 7 }))).toBeVisible({ timeout: 30_000 })
  await expect(section.getByText(say('directory.people_other', { count: 9 }))).toBeVisible()
  await expect(section.getByRole('link', { name: 'Bezoeker 3' })).toBeVisible()
  const settled = async (shown: Page) => {
    const one = shown.getByText('Bezoeker 3')
    await one.waitFor()
    await one.evaluate((element) => element.closest('section')?.scrollIntoView({ block: 'start' }))
  }
  await looks(root, 'directory-held', { settled })
  await page.goto('/settings/intune')
  await section.getByRole('button', { name: say('withdrawals.keep_other', { count: 7 }) }).click()
  await expect(section.getByText(say('withdrawals.kept_other', { count: 7 }))).toBeVisible()
  await looks(root, 'directory-kept', { settled })
  await page.goto('/settings/intune')
  await section.getByRole('button', { name: say('withdrawals.withdraw_other', { count: 7 }) }).click()
  await expect(section.getByText(say('directory.people_other', { count: 2 }))).toBeVisible({ timeout: 30_000 })
  await expect(section.getByText(say('withdrawals.kept_other', { count: 7 }))).toBeHidden()
})

async function fillsMailbox(page: Page): Promise<Locator> {
  const words = await wordsOn(page)
  const say = (key: string) => words('mailboxes', key)
  await page.getByRole('button', { name: say('mailboxes.add') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(say('field.address')).fill('support@contoso.example')
  await dialog.getByLabel(say('field.name')).fill('Support')
  await dialog.getByRole('radio', { name: say('receives.graph') }).check()
  await dialog.getByRole('radio', { name: say('sends.graph') }).check()
  await dialog.getByRole('button', { name: say('check.do') }).click()
  await expect(dialog.getByRole('status').getByText(say('mailboxes.graph'))).toBeVisible()
  return dialog
}

test('a mailbox of the tenant takes mail in and sends it', async ({ scene: { root } }) => {
  const { page } = root
  await page.goto('/mail/mailboxes')
  await looks(root, 'mailbox-graph', { settled: async (shown) => void (await fillsMailbox(shown)) })
  const dialog = await fillsMailbox(page)
  const say = (key: string) => root.say('mailboxes', key)
  await dialog.getByRole('button', { name: say('mailboxes.keep') }).click()
  await expect(dialog).toBeHidden()
  await simulator.control.addMail('support@contoso.example', {
    from: { address: 'fred.vos@contoso.example', name: 'Fred' },
    to: [{ address: 'support@contoso.example' }],
    subject: 'Tablet vraagt steeds om een code',
    text: 'De tablet vraagt steeds om een code.',
  })
  await page.goto('/desk?view=all')
  await expect(page.getByText('Tablet vraagt steeds om een code').first()).toBeVisible({ timeout: 60_000 })
  const { mailboxes } = (await root.api('GET', '/api/v1/mailboxes')) as {
    mailboxes: { id: string; address: string }[]
  }
  for (const { id, address } of mailboxes) {
    if (address === 'support@contoso.example') await root.api('DELETE', `/api/v1/mailboxes/${id}`)
  }
})
