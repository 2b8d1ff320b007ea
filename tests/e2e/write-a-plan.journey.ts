import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Locator, Page } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from '../support/browser.ts'
import { type Desk, startDesk } from '../support/browser-desk.ts'
import { administrator, type Colleague, joins } from '../support/browser-journey-people.ts'

/** Somebody who never saw the desk makes the starter their own plan, has it approved, prints it, and changes it once more. */

test.describe.configure({ mode: 'serial' })
test.setTimeout(300_000)

let desk: Desk
let jan: Colleague
let page: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  desk = await startDesk()
  jan = await administrator(browser, desk, 'en')
  page = jan.page
})
test.afterAll(async () => {
  await desk?.stop()
})

const tiers = ['Help desk', 'Support specialists', 'MDM team', 'Microsoft Support'] as const

const chapter = () => page.locator('#chapter')
const bar = () => page.getByRole('region', { name: 'State of the draft' })
const publish = () => bar().getByRole('button', { name: 'Publish' })
const saved = () => expect(bar().getByText('Everything saved')).toBeVisible()
const found = (sentence: RegExp): Locator => chapter().getByRole('listitem').filter({ hasText: sentence }).last()

/** Opens a chapter by its tab, or an entry in a list by its title. */
const chapterOf = (name: string) => page.getByRole('tab', { name: new RegExp(`\\b${name}`) }).click()
const opens = (entry: RegExp | string) => chapter().getByRole('button', { name: entry }).first().click()

test('teams: the plan gets an owner and a tier more people; a silent contact is mended by one click', async () => {
  await page.goto('/plan')
  await page.getByRole('button', { name: 'Go on with version 1' }).click()
  await page.getByRole('textbox', { name: 'Owner' }).fill('Rollout team')
  await opens(/Help desk/)
  await page.getByLabel('Number of agents').fill('6')
  await page.getByRole('switch', { name: 'Talks to requesters' }).uncheck()
  const finding = found(/Tier 1 is the contact, but the plan does not let it talk to requesters/)
  await bar().getByRole('button', { name: 'Mend 1 error first.' }).click()
  await finding.getByRole('button', { name: 'Let tier 1 talk to requesters' }).click()
  await expect(finding).toBeHidden()
  await chapterOf('Teams')
  await expect(page.getByRole('switch', { name: 'Talks to requesters' })).toBeChecked()
})

test('process: a name in one language only is found, and mended by hand where the finding leads', async () => {
  await chapterOf('Process')
  await opens('Enrollment is blocked')
  await page.getByLabel('Category (Dutch)').fill('')
  const finding = found(/There is text in one language only: ‘Enrollment is blocked’/)
  await page
    .getByRole('tab', { name: /Training/ })
    .first()
    .click()
  await page.getByRole('tab', { name: /In all chapters/ }).click()
  await finding.getByRole('button', { name: /one language only/ }).click()
  await expect(page.getByLabel('Category (Dutch)')).toBeFocused()
  await page.keyboard.type('Inschrijven stopt halverwege')
  await expect(finding).toBeHidden()
})

test('training: an agenda that is too long is found, and taken back', async () => {
  await chapterOf('Training')
  await opens(/Intune for the help desk/)
  await opens(/Go through the support plan/)
  await page.getByLabel('Length').first().fill('150')
  const finding = found(/‘Intune for the help desk’ takes .+; two to three hours is what works/)
  await expect(finding).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(finding).toBeHidden()
  await page.getByLabel('Test passed at').fill('85')
})

test('early involvement: a wave brings more people', async () => {
  await chapterOf('Early involvement')
  await opens(/^Pilot/)
  await opens(/Pilot: IT and support/)
  await page.getByLabel('Expected users').fill('60')
  await saved()
  await expect(publish()).not.toHaveAttribute('aria-disabled', 'true')
})

test('somebody else approves it', async ({ browser }) => {
  const tess = await joins(browser, desk, jan, {
    name: 'Tess Boer',
    email: 'tess@contoso.example',
    language: 'en',
    roles: ['plan-owner'],
  })
  await publish().click()
  await page.getByLabel(/Somebody else/).click()
  await page.getByLabel(/Approver/).selectOption({ label: 'Tess Boer' })
  await page.getByLabel(/Why is this version needed/).fill('The rollout begins')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Version 1 in review' })).toBeVisible()

  await tess.page.goto('/plan')
  await expect(tess.page.getByText('Version 1 waits for your approval.')).toBeVisible()
  await tess.page.getByRole('button', { name: 'Look at version 1' }).click()
  await tess.page.getByRole('button', { name: 'Publish version 1' }).click()
  await expect(tess.page.getByLabel(/Why is this version needed/)).toHaveValue('The rollout begins')
  await tess.page.keyboard.press('Control+Enter')
  await expect(tess.page.getByText('approved by Tess Boer')).toBeVisible()
  await tess.context.close()
})

test('it is printed: as a PDF and as a Word document, with its tiers', async () => {
  await page.goto('/plan')
  await page.getByRole('link', { name: 'Documents' }).click()
  await page.getByRole('button', { name: 'Make document' }).click()
  await page.getByRole('radio', { name: /^Word/ }).check()
  await page.getByRole('button', { name: 'Make document' }).click()

  const pdf = await getDocumentProxy(new Uint8Array(await downloaded('Download: PDF, English')))
  const { text } = await extractText(pdf, { mergePages: true })
  const word = unzipSync(await downloaded('Download: Word, English'))
  const written = strFromU8(word['word/document.xml'] ?? new Uint8Array())
  for (const one of [...tiers, 'Rollout team', 'Enrollment is blocked', 'Tess Boer', 'The rollout begins']) {
    expect(text.replace(/\s+/g, ' '), 'the PDF').toContain(one)
    expect(written, 'the Word document').toContain(one)
  }
})

async function downloaded(link: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 90_000 }),
    page.getByRole('link', { name: link }).click({ timeout: 90_000 }),
  ])
  return readFileSync(await download.path())
}

test('one tier opens on Saturday morning, and the difference is read in a sentence', async () => {
  await page.goto('/plan')
  await page.getByRole('button', { name: 'Edit the plan' }).click()
  await page.getByRole('button', { name: 'Add hours' }).click()
  await page.getByLabel('Name (Dutch)').last().fill('Kantoortijden en zaterdag')
  await page.getByLabel('Name (English)').last().fill('Office hours and Saturday')
  await page.getByLabel('Saturday').fill('9-13')
  await page.getByLabel('Saturday').press('Tab')
  await opens(/Support specialists/)
  await page.getByRole('combobox', { name: 'Support hours' }).selectOption({ label: 'Office hours and Saturday' })
  await saved()
  await publish().click()
  await page.getByLabel(/Why is this version needed/).fill('Branches work on Saturday')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Version 2 is in force').first()).toBeVisible()

  await page.getByRole('link', { name: 'Versions' }).click()
  await page.getByRole('link', { name: 'What changed in version 2' }).click()
  await expect(page.getByText('Tier 2 now also supports Saturday 09:00–13:00')).toBeVisible()
})
