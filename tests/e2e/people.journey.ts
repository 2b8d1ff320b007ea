import type { Browser, Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../support/browser.ts'
import { expectEveryLook, wear } from '../support/browser-looks.ts'

/** From the one-time link of the first start to a desk with colleagues in teams; every page on the way in every look. */

const password = 'koe fiets lantaarn drie'
const dutch = { language: 'nl', theme: 'light', width: 1280 } as const

/** A browser of its own, without what others remember. */
async function freshPage(browser: Browser, baseURL: string): Promise<Page> {
  return (await browser.newContext({ baseURL })).newPage()
}

test.describe.configure({ mode: 'serial' })
test.setTimeout(240_000)

let root: Page
let invitation = ''

test.beforeAll(async ({ browser, desk }) => {
  root = await freshPage(browser, desk.url)
})
test.afterAll(() => root.close())

test('the first administrator comes in by the link and takes the first steps', async ({ desk }) => {
  const link = desk.administratorLink()
  await root.goto(link)
  await expectEveryLook(root, 'welcome-administrator', {
    settled: (page) => page.locator('input[type=email]').waitFor(),
  })
  await wear(root, dutch)
  await root.getByLabel('Naam').fill('Jan Visser')
  await root.getByLabel('E-mailadres').fill('jan@contoso.example')
  await root.getByLabel('Nieuw wachtwoord').fill('wachtwoord123')
  await expect(root.getByText('een van de eerste die iemand zou raden')).toBeVisible()
  await root.getByLabel('Nieuw wachtwoord').fill(password)
  await root.keyboard.press('Enter')

  await expect(root.getByRole('heading', { name: 'Je organisatie' })).toBeVisible()
  await expectEveryLook(root, 'first-steps-organisation', {
    settled: (page) => page.locator('select').first().waitFor(),
    except: ['option'],
  })
  await wear(root, dutch)
  await root.getByLabel('Naam van de organisatie').fill('Contoso')
  await root.keyboard.press('Enter')
  await expect(root.getByRole('heading', { name: 'Je collega’s' })).toBeVisible()
  await root.getByRole('textbox', { name: /^Naam/ }).fill('Tess de Boer')
  await root.getByLabel('E-mailadres').fill('tess@contoso.example')
  await root.getByRole('combobox', { name: /^Team/ }).selectOption({ index: 1 })
  await root.getByRole('button', { name: 'Uitnodigen' }).click()
  const shown = root.getByRole('dialog')
  await expect(shown).toContainText('Uitnodiging voor Tess de Boer')
  invitation = (await shown.locator('code').textContent()) ?? ''
  await shown.getByRole('button', { name: 'Sluiten' }).click()
  await root.getByRole('button', { name: 'Verder' }).click()
  await expect(root.getByRole('heading', { name: 'Klaar om te beginnen' })).toBeVisible()
})

test('a colleague accepts the invitation, once', async ({ browser, desk }) => {
  const tess = await freshPage(browser, desk.url)
  await tess.goto(invitation)
  await wear(tess, dutch)
  await tess.locator('input[type=password]').waitFor()
  await expectAccessible(tess)
  await tess.getByLabel('Nieuw wachtwoord').fill(password)
  await tess.getByRole('button', { name: 'Beginnen' }).click()
  await tess.waitForURL((url) => url.pathname !== '/welcome')
  await tess.goto('/profile')
  await expect(tess.getByRole('heading', { level: 1, name: 'Jij' })).toBeVisible()
  await tess.goto(invitation)
  await tess.reload()
  await expect(tess.getByRole('heading', { name: 'Deze link werkt niet meer' })).toBeVisible()
  await expectAccessible(tess)
  await tess.close()
})

test('people are found, certified and planned away', async () => {
  await root.goto('/people')
  const settled = (page: Page) => page.getByText('Tess de Boer').first().waitFor()
  await expectEveryLook(root, 'people', { settled, except: ['[role=row] [role=gridcell]'] })
  await wear(root, dutch)
  await root.getByRole('searchbox').fill('boer')
  await expect(root.getByText('jan@contoso.example')).toBeHidden()
  await expect(root).toHaveURL(/search=boer/)
  await root.getByText('Tess de Boer').click()
  await expect(root.getByRole('heading', { level: 1, name: 'Tess de Boer' })).toBeVisible()

  await root.getByRole('button', { name: 'Bevoegd maken' }).click()
  const until = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10)
  await root.getByRole('dialog').getByLabel('Laatste dag').fill(until)
  await root.getByRole('dialog').getByLabel('Reden').fill('Werkt al jaren in deze laag')
  await root.keyboard.press('Control+Enter')
  await expect(root.getByText('Zonder training: Werkt al jaren in deze laag')).toBeVisible()

  await root.getByRole('button', { name: 'Afwezigheid plannen' }).click()
  await root.getByLabel('Eerste dag').fill('2030-07-01')
  await root.keyboard.press('Control+Enter')
  await expect(root.getByRole('dialog')).toBeHidden()
  await expect(root.getByRole('button', { name: 'Intrekken' })).toBeVisible()

  const shown = (page: Page) => page.getByRole('list').nth(1).waitFor()
  await expectEveryLook(root, 'person', { settled: shown, except: ['h1', '[role=list]', 'li', 'dd'] })
})

test('a team gets a lead, and its own page says so', async () => {
  await root.goto('/teams')
  await wear(root, dutch)
  await root.getByRole('button', { name: 'Meer voor Tess de Boer' }).click()
  await root.getByRole('menuitem', { name: 'Teamleider maken' }).click()
  await expect(root.getByText('Teamleider', { exact: true })).toBeVisible()
  const settled = (page: Page) => page.getByText('Tess de Boer').waitFor()
  await expectEveryLook(root, 'teams', { settled, except: ['li'] })
})

test('dialogs are accessible too', async () => {
  await root.goto('/people')
  const inviting = async (page: Page) => {
    await page.locator('header button').last().waitFor()
    await page.getByRole('button', { name: /Iemand uitnodigen|Invite somebody/ }).click()
    await page.getByRole('dialog').getByRole('group').nth(1).waitFor()
  }
  await expectEveryLook(root, 'invite', { settled: inviting, except: ['[role=gridcell]'] })
})

test('settings and oneself', async () => {
  await root.goto('/settings')
  await expectEveryLook(root, 'settings', {
    settled: (page) => page.locator('dd').first().waitFor(),
    except: ['dd'],
  })
  await wear(root, dutch)
  await root.getByRole('button', { name: 'Aanbieder toevoegen' }).click()
  await expect(root.getByRole('dialog')).toContainText('Microsoft Entra ID')
  await root.keyboard.press('Escape')

  await root.goto('/profile')
  await root.getByRole('button', { name: 'Token maken' }).click()
  await root.getByLabel('Waar is het voor?').fill('Weekrapport')
  await root.keyboard.press('Control+Enter')
  await expect(root.getByRole('dialog').locator('code')).toContainText(/^tw_/)
  await root.keyboard.press('Escape')
  await expectEveryLook(root, 'profile', {
    settled: (page) => page.getByText('Weekrapport').waitFor(),
    except: ['option', 'li'],
  })
})

test('signing out and in again, also with the keyboard alone', async ({ browser, desk }) => {
  const page = await freshPage(browser, desk.url)
  await page.goto('/people')
  await page.waitForURL(/\/sign-in/)
  await expectEveryLook(page, 'sign-in', { settled: (one) => one.locator('input[type=email]').waitFor() })
  await wear(page, dutch)
  await page.locator('input[type=email]:focus').waitFor()
  await page.keyboard.type('tess@contoso.example')
  await page.keyboard.press('Tab')
  await page.keyboard.type('niet het wachtwoord')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('horen niet bij elkaar')
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/people/)
  await expect(page.getByRole('heading', { level: 1, name: 'Mensen' })).toBeVisible()
  await page.close()
})

test('who is disabled is out within ten seconds, without doing anything', async ({ browser, desk }) => {
  const page = await freshPage(browser, desk.url)
  await page.goto('/sign-in')
  await wear(page, dutch)
  await page.locator('input[type=email]').fill('tess@contoso.example')
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await page.goto('/people')
  await page.getByText('jan@contoso.example').waitFor()

  await root.goto('/people?search=tess')
  await wear(root, dutch)
  await root.getByText('Tess de Boer').click()
  await root.getByRole('button', { name: 'Uitschakelen' }).click()
  await root.getByRole('dialog').getByRole('button', { name: 'Uitschakelen' }).click()
  await expect(root.getByRole('dialog')).toBeHidden()
  await page.waitForURL(/\/sign-in/, { timeout: 10_000 })
  await page.close()
})
