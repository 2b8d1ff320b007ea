import type { Browser, Locator, Page } from '@playwright/test'
import { expect, test } from '../support/browser.ts'
import { type Desk, startDesk } from '../support/browser-desk.ts'
import { expectEveryLook, wear } from '../support/browser-looks.ts'

/** The plan is read, edited by two people at once, stopped by a problem, reviewed and published. */

const password = 'koe fiets lantaarn drie'
const dutch = { language: 'nl', theme: 'light', width: 1280 } as const

test.describe.configure({ mode: 'serial' })
test.setTimeout(420_000)

let jan: Page
let tess: Page

async function freshPage(browser: Browser, baseURL: string): Promise<Page> {
  return (await browser.newContext({ baseURL })).newPage()
}

async function signUp(page: Page, link: string, name?: string): Promise<void> {
  await page.goto(link)
  await page.locator('input[type=password]').waitFor()
  await wear(page, dutch)
  if (name) {
    await page.getByLabel('Naam').fill(name)
    await page.getByLabel('E-mailadres').fill('jan@contoso.example')
  }
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/welcome')
  await wear(page, dutch)
}

/** Through the API, as the pages would: inviting has a journey of its own. */
async function invite(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const response = await fetch('/api/v1/people', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'Tess Boer',
        email: 'tess@contoso.example',
        language: 'nl',
        roles: ['plan-owner'],
      }),
    })
    const body = (await response.json()) as { readonly link: { readonly address: string } }
    return body.link.address
  })
}

const chapter = (page: Page) => page.locator('#chapter')
const draftBar = (page: Page) => page.getByRole('region', { name: 'Stand van het concept' })
/** Nothing that was found keeps the draft from being published. */
const expectPublishable = (page: Page) =>
  expect(draftBar(page).getByRole('button', { name: 'Publiceren' })).not.toHaveAttribute('aria-disabled', 'true')
const saved = (page: Page): Locator => draftBar(page).getByText('Alles bewaard')

/** Opens another chapter in every look, so that each is seen in both languages, both themes and both widths over the two rounds. */
function eachChapter(first: number): (page: Page) => Promise<void> {
  let look = first - 1
  return async (page) => {
    look += 1
    const one = page.getByRole('tab').nth((look + Math.floor(look / 4)) % 4)
    await one.click()
    await expect(one).toHaveAttribute('aria-selected', 'true')
    await chapter(page).waitFor()
  }
}

let desk: Desk

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  desk = await startDesk()
  jan = await freshPage(browser, desk.url)
  tess = await freshPage(browser, desk.url)
  await signUp(jan, desk.administratorLink(), 'Jan Visser')
  await signUp(tess, await invite(jan))
})
test.afterAll(async () => {
  await jan?.close()
  await tess?.close()
  await desk?.stop()
})

test('without a published plan the page says what comes next', async () => {
  await jan.goto('/plan')
  await expect(jan.getByText('Er is nog geen gepubliceerd plan')).toBeVisible()
  await expectEveryLook(jan, 'plan-none')
  await wear(jan, dutch)
})

test('the starter plan is there complete, as forms, in every look', async () => {
  await jan.getByRole('button', { name: 'Verder met versie 1' }).click()
  await expectPublishable(jan)
  await expectEveryLook(jan, 'plan-draft', { settled: eachChapter(0), except: ['option', 'select'] })
  await wear(jan, dutch)
})

test('what is typed is saved by itself and is there after a reload', async () => {
  await jan.goto('/plan/draft?chapter=teams')
  await jan.getByRole('textbox', { name: 'Eigenaar' }).fill('Uitrolteam')
  await expect(saved(jan)).toBeVisible()
  await jan.reload()
  await expect(jan.getByRole('textbox', { name: 'Eigenaar' })).toHaveValue('Uitrolteam')
})

test('what was typed while the server was away is kept through a reload, and saved once it is back', async () => {
  await jan.route('**/api/v1/plan/draft', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  )
  await jan.getByLabel('Dienst').fill('Microsoft Intune, Autopilot')
  await expect(jan.getByText('De server is niet bereikbaar.')).toBeVisible()
  await jan.unroute('**/api/v1/plan/draft')
  await jan.reload()
  await expect(jan.getByLabel('Dienst')).toHaveValue('Microsoft Intune, Autopilot')
  await expect(saved(jan)).toBeVisible()
})

test('a problem stops publishing, stands beside the form, and leads to its place by keyboard', async () => {
  await jan.goto('/plan/draft?chapter=process')
  await chapter(jan).getByRole('button', { name: 'Inschrijven lukt niet', exact: true }).click()
  await jan.getByLabel('Categorie (Engels)').fill('')
  await expect(jan.getByText('Los eerst 1 fout op.')).toBeVisible()
  await expect(jan.getByRole('button', { name: 'Publiceren' })).toHaveAttribute('aria-disabled', 'true')
  await jan.goto('/plan/draft?chapter=training')
  await jan.getByRole('tab', { name: /In alle hoofdstukken/ }).click()
  const finding = jan.getByRole('button', { name: /alleen tekst in één taal: ‘Inschrijven lukt niet’/ })
  await finding.focus()
  await jan.keyboard.press('Enter')
  await expect(jan.getByLabel('Categorie (Engels)')).toBeFocused()
  await jan.keyboard.type('Enrollment is blocked')
  await expectPublishable(jan)
})

test('an entry that was removed by mistake comes back, with all that named it', async () => {
  await jan.getByRole('button', { name: 'Categorie verwijderen' }).first().click()
  const dialog = jan.getByRole('dialog', { name: 'Categorie verwijderen' })
  await expect(dialog.getByRole('button', { name: /Proces › 1 → 2/ }).first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Alles verwijderen' }).click()
  // As long as it is open nothing behind it is there for roles, and keys are not the page's.
  await expect(dialog).toBeHidden()
  const first = chapter(jan).getByRole('button', { name: 'Inschrijven lukt niet', exact: true })
  await expect(first).toBeHidden()
  await jan.keyboard.press('Control+z')
  await expect(first).toBeVisible()
  await expect(draftBar(jan)).toContainText('Ongedaan gemaakt: Proces › Inschrijven lukt niet')
  await jan.keyboard.press('Control+y')
  await expect(first).toBeHidden()
  await draftBar(jan).getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(first).toBeVisible()
  await expect(saved(jan)).toBeVisible()
})

test('support hours that a tier works in stay, and their key is renamed wherever it is used', async () => {
  await jan.goto('/plan/draft?chapter=teams')
  await jan.getByRole('button', { name: 'Tijden verwijderen' }).first().click()
  const dialog = jan.getByRole('dialog', { name: 'Tijden verwijderen' })
  await expect(dialog.getByText(/Het plan kan hier niet zonder/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Annuleren' }).click()

  await chapter(jan)
    .getByRole('button', { name: /^Kantoortijden/ })
    .click()
  const key = jan.getByLabel('Sleutel')
  await key.fill('kantoor')
  await key.press('Enter')
  await expect(saved(jan)).toBeVisible()
  await expectPublishable(jan)

  await jan.getByLabel('zaterdag').fill('9-13')
  await jan.getByLabel('zaterdag').press('Tab')
  await expect(jan.getByLabel('zaterdag')).toHaveValue('09:00-13:00')
  await jan.getByLabel('zaterdag').fill('')
  await jan.getByLabel('zaterdag').press('Tab')
  await expect(saved(jan)).toBeVisible()
})

test('a tier moves with all that names it, and its drawing follows', async () => {
  const drawing = jan.getByRole('figure', { name: /De lagen/ })
  await chapter(jan).getByRole('button', { name: 'Laag omlaag' }).nth(1).click()
  await expect(drawing.getByRole('button').nth(1)).toContainText('Supportspecialisten')
  await expectPublishable(jan)
  await jan.keyboard.press('Control+z')
  await expect(drawing.getByRole('button').nth(1)).toContainText('MDM-team')
  await drawing.getByRole('button').nth(1).click()
  await expect(jan.getByLabel('Naam (Nederlands)').nth(1)).toBeFocused()
})

test('a wave is moved on the calendar by keyboard, and put back', async () => {
  await jan.goto('/plan/draft?chapter=involvement')
  const wave = jan.getByRole('slider', { name: 'Golf 2: vestigingen verschuiven' })
  const before = await wave.getAttribute('aria-valuetext')
  await wave.focus()
  await jan.keyboard.press('ArrowRight')
  await expect(wave).not.toHaveAttribute('aria-valuetext', before ?? '')
  await jan.keyboard.press('Control+z')
  await expect(wave).toHaveAttribute('aria-valuetext', before ?? '')
  await expect(saved(jan)).toBeVisible()
})

test('each chapter has an example that can be taken over', async () => {
  await jan.getByRole('button', { name: 'Voorbeeld tonen' }).click()
  const dialog = jan.getByRole('dialog', { name: 'Een voorbeeld: Vroeg betrokken' })
  await expect(dialog.getByText('Uitrolbridge').first()).toBeVisible()
  await dialog.getByRole('button', { name: /^Dit gebruiken: Gereedheid per golf/ }).click()
  await expect(dialog).toBeHidden()
  await expect(saved(jan)).toBeVisible()
})

test('of two editors each sees the other’s change appear, and neither overwrites the other', async () => {
  await jan.goto('/plan/draft?chapter=teams')
  await tess.goto('/plan/draft?chapter=teams')
  await tess.getByLabel('Naam (Nederlands)').first().fill('Plan van Contoso')
  await expect(jan.getByLabel('Naam (Nederlands)').first()).toHaveValue('Plan van Contoso')

  // What Tess saved since stays when Jan takes his own change back.
  await jan.getByLabel('Dienst').fill('Microsoft Intune en Autopilot')
  await expect(saved(jan)).toBeVisible()
  await expect(tess.getByLabel('Dienst')).toHaveValue('Microsoft Intune en Autopilot')
  await tess.getByLabel('Naam (Nederlands)').first().fill('Plan van Contoso en Fabrikam')
  await expect(jan.getByLabel('Naam (Nederlands)').first()).toHaveValue('Plan van Contoso en Fabrikam')
  await jan.keyboard.press('Control+z')
  await expect(jan.getByLabel('Dienst')).toHaveValue('Microsoft Intune, Autopilot')
  await expect(jan.getByLabel('Naam (Nederlands)').first()).toHaveValue('Plan van Contoso en Fabrikam')
  await expect(saved(jan)).toBeVisible()

  // Both change the same field before either hears of the other.
  await tess.route('**/api/v1/plan/draft', async (route) => {
    if (route.request().method() === 'PUT') await new Promise((resolve) => setTimeout(resolve, 2500))
    await route.continue()
  })
  await tess.getByRole('textbox', { name: 'Eigenaar' }).fill('Team Tess')
  await jan.getByRole('textbox', { name: 'Eigenaar' }).fill('Team Jan')
  await expect(saved(jan)).toBeVisible()
  await expect(tess.getByText(/Jan Visser wijzigde hetzelfde/)).toBeVisible()
  await expect(tess.getByRole('textbox', { name: 'Eigenaar' })).toHaveValue('Team Jan')
  await tess.unrouteAll({ behavior: 'wait' })
  await tess.getByRole('button', { name: 'Mijn tekst gebruiken' }).click()
  await expect(saved(tess)).toBeVisible()
  await expect(jan.getByRole('textbox', { name: 'Eigenaar' })).toHaveValue('Team Tess')
})

test('a review is asked for, stands still, and is approved by who was named', async () => {
  await jan.getByRole('button', { name: 'Publiceren' }).click()
  const dialog = jan.getByRole('dialog')
  await dialog.getByLabel(/Iemand anders/).click()
  await dialog.getByLabel(/Beoordelaar/).selectOption({ label: 'Tess Boer' })
  await dialog.getByLabel(/Waarom is deze versie nodig/).fill('Begin van de uitrol')
  await jan.keyboard.press('Control+Enter')
  await expect(jan.getByRole('heading', { name: 'Versie 1 ter beoordeling' })).toBeVisible()

  await tess.goto('/plan/draft')
  await tess.getByRole('button', { name: 'Versie 1 publiceren' }).click()
  await tess.getByLabel(/Waarom is deze versie nodig/).fill('Akkoord, begin van de uitrol')
  await tess.keyboard.press('Control+Enter')
  await expect(tess).toHaveURL(/\/plan(\?|$)/)
  await expect(tess.getByText('goedgekeurd door Tess Boer')).toBeVisible()
})

test('the published plan is read in four chapters with their drawings, in every look', async () => {
  await jan.goto('/plan')
  await expectEveryLook(jan, 'plan-one', { settled: eachChapter(0) })
  await expectEveryLook(jan, 'plan-two', { settled: eachChapter(2) })
  await jan.goto('/plan/versions')
  await expectEveryLook(jan, 'plan-versions', {
    settled: (page) => page.getByRole('table').waitFor(),
    except: ['td'],
  })
})
