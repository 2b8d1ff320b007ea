import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { expect, expectAccessible, test } from '../support/browser.ts'
import { type Desk, startDesk } from '../support/browser-desk.ts'
import { expectEveryLook, wear } from '../support/browser-looks.ts'

/** An administrator protects their sign-in by app, recovery code and passkey, asks it of everybody, and helps who lost it. */

const password = 'koe fiets lantaarn drie'
const dutch = { language: 'nl', theme: 'light', width: 1280 } as const

test.describe.configure({ mode: 'serial' })
test.setTimeout(180_000)

let desk: Desk
let page: Page
let secret = ''
let codes: string[] = []
let removeAuthenticator: () => Promise<void>

test.beforeAll(async ({ browser }) => {
  desk = await startDesk()
  page = await (await browser.newContext({ baseURL: desk.url })).newPage()
})
test.afterAll(async () => {
  await page?.close()
  await desk?.stop()
})

/** What the app shows; `later` half minutes from now, as each code counts once. */
const code = (later = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later * 30_000 })
const dialog = () => page.getByRole('dialog')
const shownCodes = () => page.getByRole('alertdialog')

async function signOut() {
  await page.evaluate(async () => {
    await fetch('/api/v1/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: '{}',
    })
  })
  await page.goto('/sign-in')
}

async function givePassword() {
  await page.locator('input[type=email]').fill('jan@contoso.example')
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
}

/** A device with a screen lock, in software. */
async function withDevice(): Promise<() => Promise<void>> {
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return () => device.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }).then(() => undefined)
}

test('an authenticator app is set up, with ten recovery codes', async () => {
  await page.goto(desk.administratorLink())
  await wear(page, dutch)
  await page.getByLabel('Naam').fill('Jan Visser')
  await page.getByLabel('E-mailadres').fill('jan@contoso.example')
  await page.getByLabel('Nieuw wachtwoord').fill(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Je organisatie' })).toBeVisible()
  await page.goto('/profile')
  await page.getByRole('button', { name: 'App instellen' }).click()
  await expect(dialog().getByRole('img', { name: 'QR-code voor een authenticator-app' })).toBeVisible()
  await expectAccessible(page)
  secret = ((await dialog().locator('code').textContent()) ?? '').replaceAll(' ', '')
  await dialog().getByLabel('Code van de app').fill('000000')
  await page.keyboard.press('Control+Enter')
  await expect(dialog().getByRole('alert')).toContainText('Deze code klopt niet')
  await dialog().getByLabel('Code van de app').fill(code())
  await page.keyboard.press('Control+Enter')
  await expect(shownCodes()).toContainText('Je herstelcodes')
  await expect(dialog()).toBeHidden()
  await expectAccessible(page)
  codes = await shownCodes().locator('li code').allTextContents()
  expect(codes).toHaveLength(10)
  await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click()
  await expect(page.getByText('Nog 10 codes')).toBeVisible()
})

test('after the password the code is asked for, or a recovery code, also with the keyboard alone', async () => {
  await signOut()
  await givePassword()
  await page.getByRole('heading', { name: 'Tweede stap' }).waitFor()
  await page.locator('input[autocomplete=one-time-code]:focus').waitFor()
  await expectAccessible(page)
  await page.keyboard.type(code(1))
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')

  await signOut()
  await givePassword()
  await page.getByRole('button', { name: 'Herstelcode gebruiken' }).click()
  await page.getByLabel('Herstelcode').fill(codes[0] ?? '')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await page.goto('/profile')
  await expect(page.getByText('Nog 9 codes')).toBeVisible()
})

test('a passkey is added, named, and signs in without a password', async () => {
  removeAuthenticator = await withDevice()
  // As if the last proof was long ago.
  await page.route('**/api/v1/me/second-factor', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), proven: false } })
  })
  await page.getByRole('button', { name: 'Toegangssleutel toevoegen' }).click()
  await expect(dialog()).toContainText('Ben jij het?')
  await expectAccessible(page)
  await dialog().locator('input[type=password]').fill('niet het wachtwoord')
  await page.keyboard.press('Control+Enter')
  await expect(dialog().getByRole('alert')).toContainText('Het huidige wachtwoord klopt niet')
  await dialog().locator('input[type=password]').fill(password)
  await page.keyboard.press('Control+Enter')
  await page.unroute('**/api/v1/me/second-factor')
  await dialog().getByLabel('Hoe noem je deze sleutel?').fill('Laptop van Jan')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('list', { name: 'Toegangssleutels' })).toContainText('Laptop van Jan')
  await expectEveryLook(page, 'profile-second-factor', {
    settled: (one) => one.getByText('Laptop van Jan').waitFor(),
    except: ['option', 'li'],
  })
  await wear(page, dutch)
  await signOut()
  const button = page.getByRole('button', { name: 'Aanmelden met een toegangssleutel' })
  // The device answers by itself: it may have taken the suggestion before the button is pressed.
  await Promise.race([page.waitForURL((url) => url.pathname !== '/sign-in'), button.click()]).catch(
    () => undefined,
  )
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await page.goto('/profile')
  await expect(page.getByText('Laptop van Jan')).toBeVisible()
})

test('the second step in every look', async () => {
  await removeAuthenticator()
  await signOut()
  for (const width of [1280, 390] as const)
    for (const [language, theme] of [
      ['nl', 'light'],
      ['en', 'dark'],
    ] as const) {
      await wear(page, { language, theme, width })
      await givePassword()
      await page.locator('input[autocomplete=one-time-code]').waitFor()
      await expectAccessible(page)
      const folder = process.env['TIERWISE_LOOKS']
      if (folder) await page.screenshot({ path: `${folder}/second-step-${language}-${theme}-${width}.png` })
    }
  await wear(page, dutch)
  await givePassword()
  await page.getByRole('button', { name: 'Herstelcode gebruiken' }).click()
  await page.getByLabel('Herstelcode').fill(codes[1] ?? '')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
})

test('whoever lacks what the organisation asks for is led to set it up, and an administrator resets it', async ({
  browser,
}) => {
  await page.goto('/settings')
  await page.getByLabel('Gevraagd van').selectOption({ label: 'Iedereen die ondersteunt' })
  await expect(page.getByText('Opgeslagen')).toBeVisible()
  await page.goto('/people')
  await page.getByRole('button', { name: 'Iemand uitnodigen' }).click()
  await dialog().getByRole('textbox', { name: /^Naam/ }).fill('Tess de Boer')
  await dialog().getByLabel('E-mailadres').fill('tess@contoso.example')
  await dialog().getByLabel('Behandelaar').check()
  await page.keyboard.press('Control+Enter')
  const link = (await dialog().locator('code').textContent()) ?? ''
  await page.keyboard.press('Escape')

  const tess = await (await browser.newContext({ baseURL: desk.url })).newPage()
  await tess.goto(link)
  await wear(tess, dutch)
  await tess.getByLabel('Nieuw wachtwoord').fill(password)
  await tess.keyboard.press('Enter')
  await tess.waitForURL(/\/second-factor/)
  await tess.goto('/people')
  await tess.waitForURL(/\/second-factor/)
  await expectEveryLook(tess, 'second-factor-set-up', {
    settled: (one) => one.getByRole('button').nth(2).waitFor(),
  })
  await wear(tess, dutch)
  await tess.getByRole('button', { name: 'App instellen' }).click()
  secret = ((await tess.getByRole('dialog').locator('code').textContent()) ?? '').replaceAll(' ', '')
  await tess.getByLabel('Code van de app').fill(code())
  await tess.keyboard.press('Control+Enter')
  await tess.getByRole('button', { name: 'Ik heb ze bewaard' }).click()
  await tess.getByRole('button', { name: 'Verder' }).click()
  await tess.waitForURL((url) => url.pathname !== '/second-factor')
  await tess.close()

  await page.goto('/people?search=tess')
  await page.getByText('Tess de Boer').click()
  await expect(page.getByText('Tweede stap: een authenticator-app, herstelcodes.')).toBeVisible()
  await page.getByRole('button', { name: 'Tweede stap wissen' }).click()
  await dialog().getByRole('button', { name: 'Tweede stap wissen' }).click()
  await expect(page.getByText('Geen tweede stap.')).toBeVisible()
})
