import type { Page } from '@playwright/test'
import type { ParsedMail } from '#integrations/mail/parsed-mail.ts'
import { expect, test } from '../support/browser.ts'
import { bellsSay, readsNews } from '../support/browser-bell.ts'
import { type Desk, startDesk } from '../support/browser-desk.ts'
import { expectEveryLook } from '../support/browser-looks.ts'
import {
  begins,
  fillsEvidence,
  makes,
  makesWithText,
  opensTicket,
  pathWords,
  sends,
  ticketFor,
} from '../support/browser-journey-moves.ts'
import { administrator, type Colleague, joins, writesMailOnly } from '../support/browser-journey-people.ts'
import { wordsOf } from '../support/journey-words.ts'
import { linkIn, type MailPeer, mailPeer } from '../support/mail-peer.ts'

/**
 * The five steps, as people take them: a requester who only writes mail, three agents, a lead and an administrator, each in
 * a browser of their own; mail in and out by real SMTP connections.
 */
const ada = { name: 'Ada Visser', email: 'ada@contoso.example', language: 'en' } as const
const helpdesk = 'helpdesk@contoso.example'
const subject = 'iPhone enrollment stops at "Device limit reached"'
const english = wordsOf('en')

/** What people write; what is internal must never reach the requester. */
const said = {
  problem: 'I enrolled my phone this morning and it stops. What should I do?',
  question: 'Which phone do you have, and does it belong to you?',
  answer: 'It is an iPhone 15 and it belongs to the organisation.',
  worksNot: 'It stops again, at the very same screen.',
}
const internal = {
  note: 'Ada rang three times already, handle with care',
  asked: 'Please find out why the limit counts retired devices',
  waiver: 'The whole sales floor waits for this one',
  sentBack: 'The message on the screen is not here, and we need it',
  deeper: 'The limit looks right; where does the count come from?',
  rootCause: 'Retired devices still count against the device limit of ten',
  solution: 'Delete stale device objects older than ninety days in Entra',
  unclear: 'May tier 1 delete those objects, or only tier 3?',
  explained: 'Tier 1 may do so with the Cloud device administrator role',
  finding: 'A second stale object came back after the next sync',
  knownIssue: 'Retired devices count against the limit',
}
const wording = 'We removed two old phones from your account. Please start the enrollment once more.'

test.describe.configure({ mode: 'serial' })
test.setTimeout(180_000)

let desk: Desk
let post: MailPeer
let root: Colleague
let tess: Colleague
let joris: Colleague
let mira: Colleague
let lies: Colleague
let requester: Page
let number = 0
let resolved: ParsedMail

test.beforeAll(async ({ browser }) => {
  post = await mailPeer()
  desk = await startDesk({
    environment: { TIERWISE_SMTP_PORT: String(post.deskPort), TIERWISE_SMTP_HOST: '127.0.0.1' },
  })
  root = await administrator(browser, desk, 'nl')
  requester = await (await browser.newContext({ baseURL: desk.url })).newPage()
})
test.afterAll(async () => {
  await desk?.stop()
  await post?.close()
})

test('the desk is set up: people in three tiers, a plan in force, a mailbox', async ({ browser }) => {
  const staff = { roles: ['requester', 'agent'] }
  const [first, second, third] = ['servicedesk', 'support-specialists', 'mdm-team']
  const come = (given: Parameters<typeof joins>[3]) => joins(browser, desk, root, given)
  tess = await come({
    ...staff,
    name: 'Tess Bakker',
    email: 'tess@contoso.example',
    language: 'nl',
    team: first,
    tier: 1,
  })
  joris = await come({
    ...staff,
    name: 'Joris Prins',
    email: 'joris@contoso.example',
    language: 'en',
    team: second,
    tier: 2,
  })
  mira = await come({
    ...staff,
    name: 'Mira Jansen',
    email: 'mira@contoso.example',
    language: 'nl',
    team: third,
    tier: 3,
  })
  lies = await come({
    name: 'Lies Smit',
    email: 'lies@contoso.example',
    language: 'en',
    roles: ['requester', 'agent', 'lead'],
    team: first,
    tier: 1,
    isLead: true,
  })
  await writesMailOnly(root, ada)

  const { page, say } = root
  await page.goto('/plan/draft')
  await page.getByRole('button', { name: say('plan', 'bar.publish'), exact: true }).click()
  await page.getByLabel(say('plan', 'publish.reason')).fill('De uitrol begint')
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/plan(\?|$)/)

  await root.api('POST', '/api/v1/mailboxes', {
    address: helpdesk,
    name: 'Helpdesk Contoso',
    receives: 'smtp',
    smtp: { host: '127.0.0.1', port: post.world.port, security: 'none', allowPrivate: true },
    unknownSenders: 'quarantine',
  })
})

test('a mail becomes a ticket that tier 1 sees come in, and the requester is told so in their own language', async () => {
  await tess.page.goto('/desk')
  await tess.page.getByRole('heading', { level: 1 }).waitFor()
  await post.write({ from: `${ada.name} <${ada.email}>`, to: helpdesk, subject, text: said.problem })
  const confirmation = await post.next(ada.email, /received your problem/)
  number = Number(/\[T-(\d+)\]/.exec(confirmation.subject)?.[1])
  expect(confirmation.subject).toBe(english('tickets', 'mail.requester.opened.subject', { subject, number }))
  expect(confirmation.headers.find(({ name }) => name === 'auto-submitted')?.value).toMatch(/^auto-/)
  await expect(tess.page.getByText(subject).first()).toBeVisible()
})

test('tier 1 takes it, says what it is, and asks; the answer by mail lands in the ticket', async () => {
  await opensTicket(tess, number)
  await expect(tess.page.getByText(said.problem)).toBeVisible()
  await makes(tess, 'claim')
  const dialog = await begins(tess, 'categorise')
  await dialog.getByLabel(tess.say('tickets', 'category')).selectOption('enrollment-blocked')
  await dialog.getByLabel(tess.say('tickets', 'platform')).selectOption('ios')
  await sends(tess)

  await makesWithText(tess, 'ask', said.question, { name: ada.name })
  const waits = tess.page.getByText(
    new RegExp(tess.say('tickets', 'state.waiting.requester').replace(/{{\w+}}/g, '.+')),
  )
  await expect(waits).toBeVisible()
  const question = await post.next(ada.email, /^A question about/)
  expect(question.text).toContain(said.question)
  expect(question.from?.address).toContain('helpdesk')

  await post.write({
    from: `${ada.name} <${ada.email}>`,
    to: question.replyTo[0]?.address ?? helpdesk,
    subject: `Re: ${question.subject}`,
    text: `${said.answer}\n\nOn Monday Helpdesk Contoso wrote:\n> ${said.question}`,
    answers: question,
  })
  // The page is told; nobody reloads it.
  await expect(tess.page.getByText(said.answer)).toBeVisible({ timeout: 30_000 })
  await expect(waits).toBeHidden()

  await tess.page.getByRole('tab', { name: tess.say('tickets', 'composer.note') }).click()
  await tess.page.getByRole('textbox', { name: tess.say('tickets', 'composer.note') }).fill(internal.note)
  await tess.page.getByRole('button', { name: tess.say('tickets', 'composer.saveNote') }).click()
  const note = tess.page.locator('[data-kind=internal]', { hasText: internal.note })
  await expect(note).toContainText(tess.say('tickets', 'conversation.internal'), { timeout: 30_000 })
})

test('without the evidence nothing goes up, but a lead may let it, and that is recorded', async () => {
  const dialog = await begins(tess, 'escalate', { tier: 2 })
  await dialog.getByLabel(tess.say('tickets', 'moves.escalate.asked')).fill(internal.asked)
  const up = dialog.getByRole('button', { name: tess.say('tickets', 'moves.escalate.primary', { tier: 2 }) })
  await expect(up).toHaveAttribute('aria-disabled', 'true')
  await expect(dialog.getByRole('checkbox')).toHaveCount(0)
  await tess.page.keyboard.press('Escape')
  expect((await ticketFor(tess, number)).ticket.offer).toBeNull()

  await opensTicket(lies, number)
  const leads = await begins(lies, 'escalate', { tier: 2 })
  await leads.getByLabel(lies.say('tickets', 'moves.escalate.asked')).fill(internal.asked)
  await leads.getByRole('checkbox').last().check()
  await leads.getByLabel(lies.say('tickets', 'moves.escalate.waiver')).fill(internal.waiver)
  await sends(lies)
  const { offer } = (await ticketFor(lies, number)).ticket
  expect(offer?.waiver).toMatchObject({ by: lies.id, reason: internal.waiver })
  expect(offer?.waiver?.missing).toContain('error-text')
  expect(offer?.by).toBe(lies.id)
})

test('tier 2 accepts, sends back with what is missing; tier 1 completes it and hands over again', async () => {
  await opensTicket(joris, number)
  await expect(joris.page.getByText(internal.waiver).first()).toBeVisible()
  await makes(joris, 'accept')
  const back = await begins(joris, 'send-back', { tier: 1 })
  await back.getByLabel(joris.say('tickets', 'moves.send-back.reason')).fill(internal.sentBack)
  await back.getByRole('checkbox', { name: 'Message on the screen' }).check()
  await sends(joris)
  await expect(joris.page.getByText(joris.say('tickets', 'path.edge.back', { count: 1 })).first()).toBeVisible()

  const dialog = await begins(tess, 'escalate', { tier: 2 })
  // What was typed for the first try is still there.
  await expect(dialog.getByLabel(tess.say('tickets', 'moves.escalate.asked'))).toHaveValue(internal.asked)
  await fillsEvidence(dialog)
  await sends(tess)
  await makes(joris, 'accept')
  const { ticket } = await ticketFor(joris, number)
  expect(ticket).toMatchObject({ stage: { name: 'investigating', tier: 2 }, assigneeId: joris.id, bounces: 1 })
})

test('tier 3 gets it with the evidence of its own edge, and finds the cause', async () => {
  const dialog = await begins(joris, 'escalate', { tier: 3 })
  await dialog.getByLabel(joris.say('tickets', 'moves.escalate.asked')).fill(internal.deeper)
  await fillsEvidence(dialog)
  await sends(joris)
  await opensTicket(mira, number)
  await makes(mira, 'accept')
  await diagnoses(internal.rootCause)
})

async function diagnoses(rootCause: string): Promise<void> {
  const { say } = mira
  const dialog = await begins(mira, 'diagnose')
  await dialog.getByLabel(say('tickets', 'moves.diagnose.rootCause')).fill(rootCause)
  await dialog
    .getByLabel(say('tickets', 'moves.diagnose.solution'), { exact: false })
    .first()
    .fill(internal.solution)
  await dialog.getByLabel(say('tickets', 'moves.diagnose.wording', { name: ada.name })).fill(wording)
  await dialog.getByRole('radio', { name: say('tickets', 'moves.diagnose.create') }).check()
  await dialog.getByLabel(say('tickets', 'moves.diagnose.createTitle')).fill(internal.knownIssue)
  await sends(mira)
  expect((await ticketFor(mira, number)).ticket.stage).toEqual({ name: 'delivering', tier: 1 })
}

test('the solution goes down to all at once; tier 1 asks about it before taking note', async () => {
  await noteTaken(joris)
  await makesWithText(tess, 'ask-diagnoser', internal.unclear)
  await expect(mira.page.getByText(internal.unclear).first()).toBeVisible()
  await makesWithText(mira, 'answer-question', internal.explained)
  await expect(tess.page.getByText(internal.explained).first()).toBeVisible()
  await noteTaken(tess)
})

async function noteTaken(who: Colleague): Promise<void> {
  const dialog = await begins(who, 'take-note')
  await expect(dialog).toContainText(internal.solution)
  await sends(who)
}

test('it does not work: the finding goes back to who found the cause, and comes down again', async () => {
  await contacts('did-not-work', internal.finding)
  const { ticket } = await ticketFor(mira, number)
  expect(ticket).toMatchObject({ stage: { name: 'investigating', tier: 3 }, assigneeId: mira.id })
  await expect(mira.page.getByText(internal.finding).first()).toBeVisible()
  await diagnoses(`${internal.rootCause}, also those that sync brings back`)
  await noteTaken(tess)
  await noteTaken(joris)
  await contacts('applied', 'Told Ada by phone and stayed on the line')
})

async function contacts(outcome: 'applied' | 'did-not-work', text: string): Promise<void> {
  const { say } = tess
  const dialog = await begins(tess, 'contact', { name: ada.name })
  await expect(dialog).toContainText(wording)
  await dialog.getByRole('radio', { name: say('tickets', `moves.contact.outcomes.${outcome}`) }).check()
  await dialog.getByLabel(say('tickets', `moves.contact.texts.${outcome}`)).fill(text)
  await sends(tess)
}

test('the requester confirms with one press from the mail; opening the link does nothing', async () => {
  resolved = await post.next(ada.email, /^Does it work now\?/)
  expect(resolved.text).toContain(wording)
  const works = linkIn(resolved, english('tickets', 'mail.requester.works'))
  expect(linkIn(resolved, english('tickets', 'mail.requester.worksNot'))).not.toBe(works)
  const before = await ticketFor(tess, number)
  // As scanners of mail do.
  await fetch(works, { method: 'HEAD' })
  await fetch(works)
  await requester.goto(works)
  await expect(requester.getByRole('heading', { level: 1 })).toHaveText(subject)
  expect(requester.url()).not.toContain('token')
  expect((await ticketFor(tess, number)).ticket.version).toBe(before.ticket.version)

  await requester.getByRole('button', { name: english('portal', 'confirm.works'), exact: true }).click()
  await expect(requester.getByRole('status').first()).toHaveText(english('portal', 'state.closed'))
  await requester.getByRole('button', { name: english('portal', 'rate.score', { score: 5 }) }).click()
  await expect(requester.getByText(english('portal', 'told.rated', { score: 5 }))).toBeVisible()
  await expect(tess.page.getByText(/^Gesloten na/).first()).toBeVisible()
  expect((await ticketFor(tess, number)).ticket).toMatchObject({
    stage: { name: 'closed' },
    satisfaction: { score: 5 },
  })
})

test('the path, the clocks and the audit trail tell what happened', async () => {
  const shown = await ticketFor(lies, number)
  await opensTicket(lies, number)
  const path = await pathWords(lies)
  const facts = (key: string) => lies.say('tickets', `path.${key}`)
  expect(path).toHaveLength(3)
  for (const [index, who] of ([tess, joris, mira] as const).entries()) expect(path[index]).toContain(who.name)
  expect(path[0]).toContain(facts('tookNote'))
  expect(path[1]).toContain(facts('tookNote'))
  expect(path[2]).toContain(facts('foundCause'))

  // The intervals follow each other without gap or overlap, and each tier's clock is the sum of its own.
  const { intervals } = shown
  expect(intervals[0]?.from).toBe(shown.ticket.openedAt)
  expect(intervals.at(-1)?.to ?? shown.ticket.closedAt).toBe(shown.ticket.closedAt)
  for (const [index, { to }] of intervals.slice(0, -1).entries()) expect(intervals[index + 1]?.from).toBe(to)
  const minutes = (list: typeof intervals) =>
    list.reduce((sum, { from, to }) => sum + (Date.parse(to ?? from) - Date.parse(from)) / 60_000, 0)
  for (const { tier, wallMinutes } of shown.path.steps.filter(({ state }) => state !== 'ahead')) {
    const own = minutes(intervals.filter((one) => one.tier === tier && one.stage !== 'closed'))
    expect(wallMinutes, `clock of tier ${tier}`).toBeCloseTo(own, 3)
  }
  await lies.page.getByRole('tab', { name: lies.say('tickets', 'views.clocks') }).click()
  const table = lies.page.getByRole('table', { name: lies.say('tickets', 'clocks.intervals') })
  await expect(table.getByRole('row')).toHaveCount(intervals.length + 1)

  await lies.page.getByRole('tab', { name: lies.say('tickets', 'views.timeline') }).click()
  await lies.page.getByRole('button', { name: lies.say('tickets', 'timeline.audit') }).click()
  const audit = await lies.api<{ brokenAt: number | null; events: { hash: string; by: string; type: string }[] }>(
    'GET',
    `/api/v1/tickets/${shown.ticket.id}/audit`,
  )
  expect(audit.brokenAt).toBeNull()
  const hash = (audit.events.at(-1)?.hash ?? '').slice(0, 12)
  const holds = lies.say('tickets', 'timeline.chainHolds', { count: audit.events.length, hash })
  await expect(lies.page.getByRole('status').filter({ hasText: hash })).toHaveText(holds)
  const types = audit.events.map(({ type }) => type)
  for (const type of ['overridden', 'sent-back', 'diagnosed', 'contacted', 'confirmed', 'rated'])
    expect(types).toContain(type)
})

test('it comes back: the requester reopens from the same mail, and tier 1 has it again', async () => {
  await requester.goto('about:blank')
  await requester.goto(linkIn(resolved, english('tickets', 'mail.requester.works')))
  await requester.getByRole('button', { name: english('portal', 'reopen.button') }).click()
  await requester.getByLabel(english('portal', 'reopen.reason')).fill(said.worksNot)
  await requester.getByRole('button', { name: english('portal', 'reopen.send') }).click()
  await expect(requester.getByText(said.worksNot)).toBeVisible()
  await expect(tess.page.getByText(said.worksNot).first()).toBeVisible()
  const { ticket } = await ticketFor(tess, number)
  expect(ticket).toMatchObject({ stage: { name: 'investigating', tier: 1 }, reopened: 1 })
})

test('bells hold what still waits apart from the news', async () => {
  const news = { asks: 0, news: true }
  // Tess has it again, of which the others only hear; a lead is also asked to confirm what was written down of both causes.
  await bellsSay([tess, { asks: 1, news: false }], [joris, news], [mira, news], [lies, { asks: 2, news: true }])
  await readsNews(joris, joris.say('tickets', 'bell.resolved'))
})

test('the page behind the link in every look', async () => {
  await expectEveryLook(requester, 'visit', { except: ['[dir=auto]', 'h1'] })
})

test('a move on what has moved on is refused with what changed', async () => {
  // Without the live stream this page does not hear of others.
  await lies.page.route('**/api/v1/live*', (route) => route.abort())
  await opensTicket(lies, number)
  const dialog = await begins(lies, 'reprioritise')
  await dialog.getByLabel(lies.say('tickets', 'impact')).selectOption('high')
  await dialog.getByLabel(lies.say('tickets', 'urgency')).selectOption('medium')
  await dialog.getByLabel(lies.say('tickets', 'moves.reprioritise.reason')).fill('The whole floor')
  await makesWithText(tess, 'warn-lead', 'Look at this one, please')
  await lies.page.keyboard.press('Control+Enter')
  const alert = dialog.getByRole('alert')
  await expect(alert).toContainText(lies.say('tickets', 'refusals.ticket-moved-on'))
  await expect(alert).toContainText(tess.name)
  expect((await ticketFor(lies, number)).ticket.impact).not.toBe('high')
})

test('nothing internal ever left by mail to the requester, and the note to nobody', async () => {
  const mails = post.all().map(({ to, mail }) => ({ to, words: `${mail.subject}\n${mail.text}\n${mail.html}` }))
  const hers = mails.filter(({ to }) => to.includes(ada.email))
  expect(hers.length).toBeGreaterThanOrEqual(3)
  const story = await requester.locator('main, body').first().innerText()
  for (const [what, words] of Object.entries(internal)) {
    for (const mail of hers) expect(mail.words, what).not.toContain(words)
    expect(story, what).not.toContain(words)
  }
  for (const mail of mails) expect(mail.words).not.toContain(internal.note)
})
