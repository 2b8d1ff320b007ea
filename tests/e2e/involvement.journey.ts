import type { Page } from '@playwright/test'
import { expect } from '../support/browser.ts'
import { type Colleague, joins } from '../support/browser-journey-people.ts'
import { test } from '../support/browser-journey-scene.ts'
import { expectEveryLook, type LookOptions, wear } from '../support/browser-looks.ts'

/** Support keeps what it promised: a commitment is owned, met and shown; own devices are tried; the mails of a wave are written. */

test.describe.configure({ mode: 'serial' })
test.setTimeout(240_000)

let roos: Colleague

test.beforeAll(async ({ browser, scene }) => {
  test.setTimeout(300_000)
  roos = await joins(browser, scene.desk, scene.root, {
    name: 'Roos Smits',
    email: 'roos@contoso.example',
    language: 'nl',
    roles: ['requester', 'rollout-manager'],
  })
  for (const [name, language] of [
    ['Anna Mulder', 'nl'],
    ['Ben Carter', 'en'],
  ] as const)
    await scene.root.api('POST', '/api/v1/people', {
      name,
      email: `${name.split(' ')[0]?.toLowerCase()}@contoso.example`,
      language,
      roles: ['requester'],
      groups: ['wave-1'],
      invite: false,
    })
  await wear(roos.page, { language: 'nl', theme: 'light', width: 1280 })
})
test.afterAll(() => roos?.context.close())

/** What people wrote, and words that are shown in a language of their own. */
const looks = (page: Page, name: string, options: LookOptions = {}) =>
  expectEveryLook(page, name, { except: ['[dir=auto]', 'iframe', 'main [lang]', 'option'], ...options })

test('a lead gives a commitment to somebody of the team, who says what shows it', async ({ scene }) => {
  const { lies, tess } = scene
  await lies.page.goto('/rollout/commitments')
  await lies.page.getByRole('link', { name: /Support reviews the plan/ }).click()
  await lies.page.getByRole('button', { name: 'More you can do' }).click()
  await lies.page.getByRole('menuitem', { name: 'Choose the owner' }).click()
  await lies.page.getByLabel(/^Owner/).selectOption('Tess Bakker')
  await lies.page.keyboard.press('Control+Enter')
  await expect(lies.page.getByRole('list', { name: 'What happened' })).toContainText('made Tess Bakker the owner')

  await tess.page.goto('/rollout/commitments/plan-review')
  await tess.page.getByRole('button', { name: 'Als nagekomen melden' }).click()
  const dialog = tess.page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Als nagekomen melden' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await dialog.getByLabel(/^In woorden/).fill('Het commentaar van support staat in versie 1 van het plan.')
  await dialog.getByLabel(/^Link/).fill('https://intranet.contoso.example/uitrol/commentaar')
  await tess.page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(tess.page.getByText('Nagekomen').first()).toBeVisible()
  // The lead, who looks on, sees it happen.
  await expect(lies.page.getByRole('list', { name: 'What happened' })).toContainText('marked it as met')
})

test('whoever manages the rollout adds one that comes ready', async () => {
  const { page } = roos
  await page.goto('/rollout/commitments')
  await page.getByRole('button', { name: 'Afspraak toevoegen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^Wat voor afspraak/).selectOption('Akkoord getekend')
  await expect(dialog.getByLabel(/^Wat, in het Nederlands/)).toHaveValue(/tekent dat support er klaar voor is/)
  await dialog.getByLabel(/^Team/).selectOption('Servicedesk')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('link', { name: /tekent dat support er klaar voor is/ })).toBeVisible()
})

test('what is due within two weeks stands on the page of today, for the owner and the lead', async ({ scene }) => {
  const { page } = scene.lies
  await page.goto('/today')
  await page.getByRole('link', { name: /The lead of support signs/ }).click()
  await expect(page).toHaveURL(/\/rollout\/commitments\/sign-off-2$/)
  await scene.tess.page.goto('/today')
  await expect(scene.tess.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(scene.tess.page.getByRole('link', { name: /tekent dat support/ })).toHaveCount(0)
})

test('the pages of commitments', async () => {
  await roos.page.goto('/rollout/commitments')
  await looks(roos.page, 'commitments', { settled: (page) => page.getByRole('figure').waitFor() })
  await roos.page.goto('/rollout/commitments/plan-review')
  await looks(roos.page, 'commitment')
})

test('support tries its own devices, and what goes wrong becomes a ticket', async ({ scene }) => {
  const { page } = scene.tess
  await page.goto('/rollout/pilot')
  await page.getByRole('button', { name: 'Noteer hoe het ging met Windows' }).click()
  await page.getByLabel(/^Wanneer/).fill('2026-01-05')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('button', { name: 'Noteer hoe het ging met iPhone en iPad' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Ingeschreven, met moeite').check()
  await dialog.getByLabel(/^Wat ging er mis/).fill('Bij stap 3 kwam 0x80180014; na een herstart lukte het.')
  await dialog.getByLabel('Dit verdient een bekend probleem').check()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Er een melding van maken' }).click()
  await expect(page.getByRole('link', { name: /^T-\d+$/ }).first()).toBeVisible()

  await page.getByRole('button', { name: 'Testgevallen voor iPhone en iPad' }).click()
  await dialog.getByRole('radio', { name: 'Zoals het hoort', exact: true }).first().check()
  await dialog.getByRole('radio', { name: 'Niet zoals het hoort' }).nth(1).check()
  await dialog.getByLabel(/^Wat er in plaats daarvan gebeurde/).fill('De status bleef een uur op onbekend staan.')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('2 van 7 testgevallen gedaan')).toBeVisible()
  await expect(page.getByText('Naleving mislukte')).toBeVisible()
})

test('the page of own experience', async ({ scene }) => {
  const { page } = scene.tess
  await page.goto('/rollout/pilot')
  await looks(page, 'own-experience', { settled: (one) => one.getByRole('table').waitFor() })
  await wear(page, { language: 'nl', theme: 'light', width: 1280 })
})

test('a mail is written with its reader in sight, checked, and approved', async () => {
  const { page } = roos
  await page.goto('/rollout/waves/wave-1/mails/enrollment')
  await wear(page, { language: 'nl', theme: 'light', width: 1280 })
  const preview = page.frameLocator('iframe')
  await expect(preview.getByText('Hallo Anna Mulder,')).toBeVisible()
  await page.getByLabel(/^Tekst/).fill('Hallo {{naam}},\n\n{{steps}}\n\n{{contact}}')
  await expect(
    page.getByText('Tekst in het Nederlands vraagt om “naam”, en dat kent Tierwise niet.'),
  ).toBeVisible()
  await page.getByLabel(/^Tekst/).fill('Hallo {{name}},\n\nVandaag begint het.\n\n{{steps}}\n\n{{contact}}')
  await expect(preview.getByText('Vandaag begint het.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel(/^Tekst/)).toHaveValue(/Vandaag begint het/)
  await page.getByRole('button', { name: 'Bewaren wat ik schreef' }).click()
  await expect(page.getByText('Bewaard. Hij moet worden goedgekeurd voor hij gaat.')).toBeVisible()
  await page.getByLabel(/^Bekijk hem als/).selectOption('Ben Carter (Engels)')
  await expect(preview.getByText('Hello Ben Carter,')).toBeVisible()
  await page.getByRole('button', { name: 'Deze mail goedkeuren' }).click()
  await expect(page.getByRole('dialog')).toContainText('in de eigen taal')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Goedgekeurd').first()).toBeVisible()
  await expect(page.getByRole('list', { name: 'Wie wat deed' })).toContainText('keurde hem goed')
})

test('the page of a mail', async () => {
  await roos.page.goto('/rollout/waves/wave-1/mails/enrollment')
  await looks(roos.page, 'wave-mail', {
    settled: (page) =>
      page
        .frameLocator('iframe')
        .getByText(/^(Hallo|Hello) /)
        .waitFor(),
  })
})

test("what a wave taught is put into the next wave's mail with one action, and shows as changed text", async () => {
  const { page } = roos
  await page.goto('/rollout/waves/wave-1?part=mails')
  await wear(page, { language: 'nl', theme: 'light', width: 1280 })
  await page.getByRole('button', { name: 'Les opschrijven' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^Wat er gebeurde/).fill('Veel mensen hadden nog een oud toestel ingeschreven.')
  await dialog.getByLabel(/in het Nederlands/).fill('Heb je nog een oud toestel? Haal dat eerst weg.')
  await dialog.getByLabel(/in het Engels/).fill('Do you still have an old device? Remove it first.')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'In een mail zetten' }).click()
  await expect(dialog.getByRole('radio', { name: /^Golf 2/ })).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await page.goto('/rollout/waves/wave-2/mails/enrollment')
  const changed = page.getByRole('region', { name: 'Wat er anders is' })
  await expect(changed).toContainText('anders dan in Golf 1')
  await expect(changed.getByRole('listitem')).toHaveText([
    'Erbij:+ Heb je nog een oud toestel? Haal dat eerst weg.',
  ])
  await expect(page.getByText('Nog goed te keuren')).toBeVisible()
})

test('the mails of a wave on its page', async () => {
  await roos.page.goto('/rollout/waves/wave-2?part=mails')
  await looks(roos.page, 'wave-mails', {
    settled: (page) => page.getByRole('heading', { level: 3 }).nth(3).waitFor(),
  })
})
