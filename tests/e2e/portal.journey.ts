import type { Page } from '@playwright/test'
import { expect } from '../support/browser.ts'
import { makes, makesWithText, opensTicket } from '../support/browser-journey-moves.ts'
import { type Colleague, joins } from '../support/browser-journey-people.ts'
import { moves, test } from '../support/browser-journey-scene.ts'

/** Somebody with a problem, who signs in: reports it with a picture, follows it, answers, and says whether it works. */

test.setTimeout(180_000)

const people = [
  {
    language: 'nl',
    name: 'Bram Vos',
    subject: 'Mijn telefoon weigert mijn code',
    text: 'Na de update vraagt hij steeds opnieuw om een code.',
    question: 'Welke versie staat er bij Info?',
    answer: 'Er staat 26.1.',
    stillBroken: 'Na een minuut vraagt hij er weer om.',
  },
  {
    language: 'en',
    name: 'Emma Clarke',
    subject: 'My laptop does not open my mail',
    text: 'Since this morning it says that the device is not compliant.',
    question: 'Did you restart it today?',
    answer: 'Yes, twice.',
    stillBroken: 'The same message came back after lunch.',
  },
] as const

for (const person of people) {
  test(`a requester is helped in the portal (${person.language})`, async ({ browser, scene }) => {
    const { desk, root, tess } = scene
    const email = `${person.name.split(' ')[0]?.toLowerCase()}@contoso.example`
    const requester = await joins(browser, desk, root, { name: person.name, email, language: person.language })
    const { page, say } = requester
    const agent = await aside(tess)

    await page.goto('/')
    await expect(page).toHaveURL(/\/portal$/)
    await expect(page.getByText(say('portal', 'mine.none'))).toBeVisible()
    await page
      .getByRole('link', { name: say('portal', 'mine.report') })
      .first()
      .click()
    await page.getByRole('radio').first().check()
    await page.getByRole('button', { name: say('portal', 'platforms.ios') }).click()
    await page.getByLabel(say('portal', 'report.subject')).fill(person.subject)
    await page.getByLabel(say('portal', 'report.description')).fill(person.text)
    await pastesScreenshot(page)
    await expect(page.getByRole('group', { name: say('portal', 'report.files') }).locator('img')).toBeVisible()
    await page.getByRole('button', { name: say('portal', 'report.send'), exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('portal', 'report.sent'))
    await page.getByRole('link', { name: say('portal', 'report.follow') }).click()
    await expect(page.getByRole('status').first()).toHaveText(say('portal', 'state.received'))
    const number = Number(/\d+$/.exec(page.url())?.[0])

    // The picture came along, and is a picture to those who help.
    await opensTicket(agent, number)
    const picture = agent.page.getByRole('link', { name: /\.png/ }).first()
    await expect(picture).toBeVisible()
    const file = await agent.page.request.get((await picture.getAttribute('href')) ?? '')
    expect(file.headers()['content-type']).toBe('image/png')

    await makes(agent, 'claim')
    await expect(page.getByRole('status').first()).toHaveText(say('portal', 'state.being-looked-at'))
    await makesWithText(agent, 'ask', person.question, { name: person.name })
    await expect(page.getByText(person.question)).toBeVisible()
    await expect(page.getByRole('status').first()).toHaveText(say('portal', 'state.waiting-for-you'))
    await page.getByLabel(say('portal', 'answer.asked')).fill(person.answer)
    await page.getByRole('button', { name: say('portal', 'answer.send'), exact: true }).click()
    await expect(agent.page.getByText(person.answer)).toBeVisible()

    await solves(agent, number, 'Remove the old profile')
    await expect(page.getByRole('status').first()).toHaveText(say('portal', 'state.please-confirm'))
    await page.getByRole('button', { name: say('portal', 'confirm.worksNot'), exact: true }).click()
    await page.getByLabel(say('portal', 'reopen.reason')).fill(person.stillBroken)
    await page.getByRole('button', { name: say('portal', 'reopen.send'), exact: true }).click()
    await expect(agent.page.getByText(person.stillBroken).first()).toBeVisible()

    await solves(agent, number, 'Remove the second profile too')
    await page.getByRole('button', { name: say('portal', 'confirm.works'), exact: true }).click()
    await expect(page.getByRole('status').first()).toHaveText(say('portal', 'state.closed'))
    await page.getByRole('button', { name: say('portal', 'rate.score', { score: 4 }) }).click()
    await expect(page.getByText(say('portal', 'told.rated', { score: 4 }))).toBeVisible()
    await page.goto('/portal')
    await expect(page.getByRole('heading', { name: say('portal', 'mine.closed') })).toBeVisible()
    await expect(page.getByRole('link', { name: person.subject })).toBeVisible()
    await agent.page.close()
    await requester.context.close()
  })
}

test('first aid comes by a code alone; that it did not help stands beside the ticket, and what helps is told in their language', async ({
  browser,
  scene,
}) => {
  const { desk, root, tess } = scene
  const given = { name: 'Fenna Smit', email: 'fenna@contoso.example', language: 'nl' } as const
  const { page, say } = await joins(browser, desk, root, given)
  await page.goto('/portal/report')
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: say('portal', 'platforms.windows') }).click()
  await page.getByLabel(say('portal', 'report.description')).fill('0x80180013')
  const aid = page.getByRole('region', { name: 'Je hebt het maximale aantal apparaten' })
  const step = (await aid.getByRole('listitem').first().textContent()) ?? ''
  await aid.getByRole('button', { name: say('portal', 'aid.worksNot') }).click()
  await page.getByLabel(say('portal', 'report.subject')).fill('Inschrijven lukt niet')
  await page.getByRole('button', { name: say('portal', 'report.send'), exact: true }).click()
  await page.getByRole('link', { name: say('portal', 'report.follow') }).click()
  await expect(page.getByText('0x80180013', { exact: true })).toBeVisible()
  const number = Number(/\d+$/.exec(page.url())?.[0])

  const agent = await aside(tess)
  await opensTicket(agent, number)
  await makes(agent, 'claim')
  const tried = agent.page
    .getByRole('listitem')
    .filter({ hasText: agent.say('triage', 'candidates.requesterTried', { name: given.name }) })
  await expect(tried).toBeVisible()
  await tried.getByRole('heading').getByRole('button').click()
  await tried.getByRole('button', { name: agent.say('triage', 'candidates.helped'), exact: true }).click()
  const wording = agent.page.getByLabel(agent.say('tickets', 'moves.diagnose.wording', { name: given.name }))
  await expect(wording).toHaveValue(new RegExp(`^${RegExp.escape(step)}`))
})

/** Another tab of the same agent. */
async function aside(who: Colleague): Promise<Colleague> {
  return { ...who, page: await who.context.newPage() }
}

/** A picture on the clipboard, as a key for screenshots leaves it there. */
async function pastesScreenshot(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 320
    canvas.height = 200
    canvas.getContext('2d')?.fillRect(20, 20, 200, 100)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    const clipboardData = new DataTransfer()
    if (blob) clipboardData.items.add(new File([blob], 'image.png', { type: 'image/png' }))
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
}

/** Tier 1 finds it by itself, and helps by phone. */
async function solves(agent: Colleague, number: number, solution: string): Promise<void> {
  const { ticket } = await agent.api<{ ticket: { assigneeId: string | null } }>(
    'GET',
    `/api/v1/tickets/numbered/${number}`,
  )
  if (ticket.assigneeId === null) await moves(agent, number, { move: 'claim' })
  await moves(
    agent,
    number,
    {
      move: 'diagnose',
      rootCause: 'An old profile was in the way',
      solution,
      wordingForRequester: 'We removed what was in the way.',
      knownIssue: { kind: 'one-off', reason: 'Left over from the old phone' },
    },
    { move: 'contact', channel: 'phone', outcome: 'applied', text: 'Did it together' },
  )
}
