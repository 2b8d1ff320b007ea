import type { Page } from '@playwright/test'
import { expect, expectAccessible } from '../support/browser.ts'
import { begins, fillsEvidence, makes, opensTicket, sends, ticketFor } from '../support/browser-journey-moves.ts'
import { moves, reports, test } from '../support/browser-journey-scene.ts'
import { expectEveryLook, type LookOptions, wear } from '../support/browser-looks.ts'

/** What a ticket may be: first aid before it is sent, candidates with reasons, checks that go along, and what helped ranks the next. */

test.describe.configure({ mode: 'serial' })
test.setTimeout(240_000)

const code = '0x80180010'
const described = `Mijn laptop stopt bij het inschrijven. Er staat ${code} op het scherm.`
let number = 0

/** In every look, and then again as it was. */
async function looks(page: Page, name: string, settled: NonNullable<LookOptions['settled']>): Promise<void> {
  await expectEveryLook(page, name, { settled, except: ['[dir=auto]', 'textarea', 'input'] })
  await wear(page, { language: 'nl', theme: 'light', width: 1280 })
  await settled(page)
}
const candidates = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })
/** Words that are for those who work on tickets. */
const internal = /learn[.]microsoft|enrollment\.manage|DNS/

test('somebody who reports gets first aid as they write, tries it, and reports all the same', async ({
  scene,
}) => {
  const { page, say } = scene.ada
  await page.goto('/portal/report')
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: say('portal', 'platforms.windows') }).click()
  await page.getByLabel(say('portal', 'report.subject')).fill('Laptop: code')
  await page.getByLabel(say('portal', 'report.description')).fill(described)
  const aid = page.getByRole('region', { name: say('portal', 'aid.title') })
  await expect(aid.getByText('Je computer kan de dienst niet bereiken')).toBeVisible()
  expect(await aid.textContent()).not.toMatch(internal)
  await looks(page, 'portal-first-aid', (one) => one.getByRole('heading', { level: 2 }).scrollIntoViewIfNeeded())

  // By keyboard alone, and nothing stands in the way of sending.
  await aid.getByRole('button', { name: say('portal', 'aid.worksNot') }).focus()
  await page.keyboard.press('Enter')
  await expect(aid.getByText(say('portal', 'aid.noted'))).toBeVisible()
  await page.getByRole('button', { name: say('portal', 'report.send'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('portal', 'report.sent'))
  await page.getByRole('link', { name: say('portal', 'report.follow') }).click()
  await page.waitForURL(/\/portal\/tickets\/\d+/)
  number = Number(/\d+$/.exec(page.url())?.[0])
  const { ticket } = await ticketFor(scene.tess, number)
  expect(ticket.evidence.find(({ key }) => key === 'steps-tried')?.value).toContain('Je computer kan de dienst')
})

test('what works right away is no ticket', async ({ scene }) => {
  const { page, say } = scene.ada
  await page.goto('/portal/report')
  await page.getByLabel(say('portal', 'report.description')).fill(`Op mijn laptop staat ${code} op het scherm.`)
  const counted = page.waitForResponse((one) => one.url().endsWith('/worked'))
  await page.getByRole('button', { name: say('portal', 'aid.works') }).click()
  expect((await counted).status()).toBe(204)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('portal', 'aid.good'))
})

test('tier 1 sees what it may be and why, ticks checks, and a colleague sees that at once', async ({ scene }) => {
  const { tess, lies, joris, mira } = scene
  // Other journeys on this desk may have left them in another language.
  for (const { page, language } of [tess, lies, joris, mira])
    await wear(page, { language, theme: 'light', width: 1280 })
  await opensTicket(lies, number)
  await opensTicket(tess, number)
  await makes(tess, 'claim')
  const own = candidates(tess.page, tess.say('triage', 'candidates.title'))
  await expect(own.getByRole('button', { name: code })).toBeVisible()
  await own.getByRole('button', { name: code }).click()
  await expect(own.getByRole('status')).toContainText(code)
  await own.getByRole('button', { name: code }).click()
  const first = own.getByRole('listitem').first()
  await expect(first.getByText(tess.say('triage', 'reasons.code.opened', { code }))).toBeVisible()
  await first.getByRole('button', { expanded: false }).first().click()
  const found = tess.say('triage', 'checks.choices.found')
  await first.getByRole('button', { name: found, exact: true }).first().click()
  await first.getByPlaceholder(tess.say('triage', 'checks.note')).fill('Op de hotspot lukt het wel.')
  // A note is saved when one goes on, without a word.
  await first.getByRole('button', { expanded: true }).first().click()
  await first.getByRole('button', { expanded: false }).first().click()
  await expect(first.getByRole('textbox').first()).toHaveValue('Op de hotspot lukt het wel.')
  await expect(first.getByRole('link', { name: tess.say('triage', 'candidates.whole') })).toHaveAttribute(
    'href',
    /\/knowledge\/[a-z]/,
  )
  await expect(first.getByRole('button', { name: tess.say('knowledge', 'flags.say') })).toBeVisible()
  await expect(own.getByRole('link', { name: tess.say('triage', 'candidates.noneOfThese') })).toHaveAttribute(
    'href',
    /\/knowledge\?q=Laptop/,
  )

  const theirs = candidates(lies.page, lies.say('triage', 'candidates.title')).getByRole('listitem').first()
  await theirs.getByRole('button', { expanded: false }).first().click()
  await expect(
    theirs.getByRole('button', { name: lies.say('triage', 'checks.choices.found'), exact: true }).first(),
  ).toHaveAttribute('aria-pressed', 'true')
  await expect(theirs.getByRole('textbox').first()).toHaveValue('Op de hotspot lukt het wel.')
  await looks(tess.page, 'ticket-candidates', async (page) => {
    const named = page.getByRole('button', { expanded: false, name: /netwerk|network/i }).first()
    await named.click()
    await page
      .getByRole('textbox', { name: /Wat vond je|What did you find/ })
      .first()
      .scrollIntoViewIfNeeded()
  })
})

test('the checks stand in the handover, marked as the machine’s, and can be changed', async ({ scene }) => {
  const { tess, joris } = scene
  await opensTicket(tess, number)
  const dialog = await begins(tess, 'escalate', { tier: 2 })
  const origin = dialog.locator('[data-origin="checks"]')
  await expect(origin).toBeVisible()
  const steps = dialog.getByRole('textbox').filter({ hasText: 'Op de hotspot lukt het wel.' })
  await expect(steps).toHaveValue(/Je computer kan de dienst[\s\S]*Op de hotspot lukt het wel\. \(Tess Bakker\)/)
  await expect(dialog.locator('[data-origin="codes-in-text"]')).toBeVisible()
  if (process.env['TIERWISE_LOOKS'])
    await tess.page.screenshot({ path: `${process.env['TIERWISE_LOOKS']}/triage-escalate.png` })
  await expectAccessible(tess.page)
  await steps.fill(`${await steps.inputValue()}\n- Herstart: hielp niet.`)
  await expect(origin).toBeHidden()
  await dialog.getByLabel(tess.say('tickets', 'moves.escalate.asked')).fill('Mag het adres door de proxy?')
  await fillsEvidence(dialog)
  await sends(tess)
  const { ticket } = await ticketFor(joris, number)
  expect(ticket.evidence.find(({ key }) => key === 'steps-tried')?.value).toContain('Herstart')
})

test('what helped becomes the diagnosis in one step, and ranks the next ticket', async ({ scene }) => {
  const { joris, tess, ada } = scene
  await moves(joris, number, { move: 'accept' })
  await opensTicket(joris, number)
  const own = candidates(joris.page, joris.say('triage', 'candidates.title'))
  // It sank below the others, since it did not help who reported it.
  await own.getByRole('button', { expanded: false, name: /netwerk|network/i }).click()
  await own.getByRole('button', { name: joris.say('triage', 'candidates.helped') }).click()
  const dialog = joris.page.getByRole('dialog')
  await expect(dialog.getByLabel(joris.say('tickets', 'moves.diagnose.link'))).toBeChecked()
  await expect(dialog.getByLabel(joris.say('tickets', 'moves.diagnose.rootCause'))).not.toHaveValue('')
  if (process.env['TIERWISE_LOOKS'])
    await joris.page.screenshot({ path: `${process.env['TIERWISE_LOOKS']}/triage-diagnose.png` })
  await expectAccessible(joris.page)
  await sends(joris)
  await expect(joris.page.getByText(joris.say('tickets', 'known.issue'), { exact: true })).toBeVisible()

  // Who takes note reads what to check next time.
  await opensTicket(tess, number)
  const note = await begins(tess, 'take-note')
  await expect(note.getByText(tess.say('triage', 'candidates.fix'))).toBeVisible()
  await sends(tess)

  const next = await reports(ada, {
    subject: 'Weer die code',
    description: `Er staat ${code}`,
    platform: 'windows',
  })
  await opensTicket(tess, next)
  const again = candidates(tess.page, tess.say('triage', 'candidates.title'))
  const record = tess.say('triage', 'reasons.record', { helped: 1, tried: 1 })
  await expect(again.getByText(record)).toBeVisible()

  // None of it reaches the requester.
  await ada.page.goto(`/portal/tickets/${number}`)
  await ada.page.getByRole('heading', { level: 1 }).waitFor()
  const read = (await ada.page.locator('main').textContent()) ?? ''
  expect(read).not.toContain('hotspot')
  expect(read).not.toMatch(internal)
})
