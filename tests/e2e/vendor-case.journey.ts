import type { ParsedMail } from '#integrations/mail/parsed-mail.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { CaseView } from '#features/vendor-cases/contract/answers.ts'
import { expect, test } from '../support/browser.ts'
import { type Desk, startDesk } from '../support/browser-desk.ts'
import { expectEveryLook, wear } from '../support/browser-looks.ts'
import { begins, makes, opensTicket, sends, ticketFor } from '../support/browser-journey-moves.ts'
import { administrator, type Colleague, joins } from '../support/browser-journey-people.ts'
import { handsUp, moves, reports } from '../support/browser-journey-scene.ts'
import { type MailPeer, mailPeer } from '../support/mail-peer.ts'

/**
 * Nobody inside finds it: tier 3 opens a case at Microsoft with a packet that names nobody, the engineer answers by mail to the
 * case's own address, and the answer goes the normal way down to the requester.
 */
const helpdesk = 'helpdesk@contoso.example'
const engineer = { name: 'Kim Park', address: 'kim.park@microsoft.example' }
const secret = 'Zomer2026!'
const problem = [
  'Inschrijven stopt bij de laatste stap met 0x80180014.',
  'Ik ben Ada Visser, bel me op 06-12345678 of mail ada@contoso.example.',
  `Mijn wachtwoord is ${secret}`,
].join('\n')
const answer = 'Your push certificate was renewed with another Apple account. Renew it with the first one.'
const wording = 'Het certificaat is hersteld. Schrijf je telefoon nog een keer in.'
const words = ['pre', 'dd', 'li', 'h1', 'option', '[role=gridcell]', 'p', 'label', 'span']

test.describe.configure({ mode: 'serial' })
test.setTimeout(300_000)

let desk: Desk
let post: MailPeer
let ada: Colleague
let tess: Colleague
let joris: Colleague
let mira: Colleague
let plan: SupportPlan
let number = 0
let alias = ''
let caseId = ''
let sent: ParsedMail

test.beforeAll(async ({ browser }) => {
  post = await mailPeer()
  desk = await startDesk({
    environment: { TIERWISE_SMTP_PORT: String(post.deskPort), TIERWISE_SMTP_HOST: '127.0.0.1' },
  })
  const root = await administrator(browser, desk, 'nl')
  const agent = (name: string, team: string, tier: number) =>
    joins(browser, desk, root, {
      name,
      email: `${name.split(' ')[0]?.toLowerCase()}@contoso.example`,
      language: 'nl',
      roles: ['requester', 'agent'],
      team,
      tier,
    })
  tess = await agent('Tess Bakker', 'servicedesk', 1)
  joris = await agent('Joris Prins', 'support-specialists', 2)
  mira = await agent('Mira Jansen', 'mdm-team', 3)
  ada = await joins(browser, desk, root, { name: 'Ada Visser', email: 'ada@contoso.example', language: 'nl' })
  const { revision } = await root.api<{ revision: number }>('GET', '/api/v1/plan/draft')
  const published = await root.api<{ document: SupportPlan }>('POST', '/api/v1/plan/draft/publish', {
    revision,
    reason: 'De uitrol begint',
  })
  plan = published.document
  await root.api('POST', '/api/v1/mailboxes', {
    address: helpdesk,
    name: 'Helpdesk Contoso',
    receives: 'smtp',
    smtp: {
      host: '127.0.0.1',
      port: post.world.port,
      security: 'none',
      allowPrivate: true,
    },
    unknownSenders: 'quarantine',
    subAddresses: true,
  })
})
test.afterAll(async () => {
  await desk?.stop()
  await post?.close()
})

test('there are no cases, and the page says when there will be', async () => {
  await mira.page.goto('/cases')
  await expect(mira.page.getByText(mira.say('vendor-cases', 'list.empty'))).toBeVisible()
})

test('tier 3 opens a case: what leaves names nobody, and what is missing is filled in', async () => {
  number = await reports(ada, {
    subject: 'iPhone van Ada Visser',
    description: problem,
    category: 'enrollment-blocked',
    platform: 'ios',
  })
  await moves(tess, number, { move: 'claim' })
  await handsUp(tess, plan, number, 'Waarom stopt het?')
  await moves(joris, number, { move: 'accept' })
  await handsUp(joris, plan, number, 'Wat zegt Intune?')
  await moves(mira, number, { move: 'accept' })
  await opensTicket(mira, number)
  const { page, say } = mira
  await expectEveryLook(page, 'vendor-case-open', {
    settled: async (one) => {
      await one.getByRole('button', { name: /^(?:Case openen|Open a case)$/ }).click()
      await one.locator('pre').waitFor()
    },
    except: words,
  })
  await page.keyboard.press('Escape')
  await wear(page, { language: 'nl', theme: 'light', width: 1280 })
  const dialog = await begins(mira, 'open-vendor-case')
  await dialog.getByLabel(say('vendor-cases', 'open.severity')).selectOption({ index: 1 })
  await dialog
    .getByLabel(say('vendor-cases', 'open.asked'))
    .fill('Please find out why enrollment stops for Ada Visser.')
  await dialog
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'company-portal.log',
      mimeType: 'text/plain',
      buffer: Buffer.from(`user ada@contoso.example token Bearer ${'a'.repeat(40)}\n0x80180014 at last step`),
    })
  const own = (section: string) => say('vendor-cases', `packet.fields.own.${section}`)
  for (const item of plan.process.edges.find((edge) => edge.from === 3)?.evidence ?? []) {
    const box = dialog.getByLabel(item.name.nl).first()
    if (item.kind === 'choice') await box.selectOption({ index: 1 })
    else if (item.kind === 'text') await box.fill('Seen at 10:15 UTC with code 0x80180014')
  }
  // Before it leaves: nobody is named, the secret is gone, and it says what Microsoft will ask.
  const paste = dialog.locator('pre')
  await expect(paste).toContainText('0x80180014')
  await expect(paste).toContainText('[User 1]')
  for (const personal of ['Ada Visser', '06-12345678', 'ada@contoso.example', secret]) {
    await expect(paste).not.toContainText(personal)
  }
  await expect(dialog.getByRole('region', { name: say('vendor-cases', 'preview.hidden') })).toContainText(
    '06-12345678',
  )
  const versions = dialog.getByLabel(own('versions'))
  await versions.fill('Company Portal 5.2511.0')
  await expect(paste).toContainText('Company Portal 5.2511.0')
  await expect(dialog.getByText(say('vendor-cases', 'completeness.isDutch')).first()).toBeVisible()
  await sends(mira)
  await page.waitForURL(/\/cases\/[0-9a-f-]+$/)
  caseId = page.url().split('/').at(-1) ?? ''
  expect((await ticketFor(mira, number)).ticket).toMatchObject({ waiting: { for: 'vendor' } })
})

test('the packet is copied as it will be pasted, and what was copied is kept', async () => {
  const { page, say, context } = mira
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: say('vendor-cases', 'case.copy') }).click()
  await expect(page.getByText(say('vendor-cases', 'case.copied'))).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('1. Exact error')
  expect(copied).toContain('Company Portal 5.2511.0')
  expect(copied).not.toMatch(/Ada|Visser|06-1234|Zomer2026|contoso\.example/)
  await expect(page.getByText(/SHA-256 [0-9a-f]{64}/)).toHaveCount(1)
})

test('the number and the engineer are noted, and a mail leaves from the case’s own address', async () => {
  const { page, say } = mira
  await page.getByRole('button', { name: say('vendor-cases', 'case.facts') }).click()
  await page.getByRole('menuitem', { name: say('vendor-cases', 'case.details') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(say('vendor-cases', 'details.number')).fill('2611290040001234')
  await dialog.getByLabel(say('vendor-cases', 'details.name')).fill(engineer.name)
  await dialog.getByLabel(say('vendor-cases', 'details.address')).fill(engineer.address)
  await sends(mira)
  await expect(page.getByText('2611290040001234').first()).toBeVisible()
  await page.getByRole('tab', { name: say('vendor-cases', 'case.tabs.mails') }).click()
  await page
    .getByLabel(say('vendor-cases', 'write.label'))
    .fill('We sent the packet. Ada Visser can be called from 9.')
  await page.getByRole('button', { name: say('vendor-cases', 'write.primary'), exact: true }).click()
  sent = await post.next(engineer.address, /2611290040001234/)
  expect(sent.text).toContain('[User 1] can be called')
  alias = sent.replyTo[0]?.address ?? ''
  expect(alias).toMatch(/^helpdesk\+case-[a-z2-7]{26}@contoso\.example$/)
})

test('a stranger who writes to that address is kept apart; the engineer is heard', async () => {
  const { page, say } = mira
  await post.write({
    from: 'Support <help@evil.example>',
    to: alias,
    subject: 'Your case',
    text: 'Send us the password.',
  })
  await expect(page.getByText(say('vendor-cases', 'mails.unproven', { supplier: 'Microsoft' }))).toBeVisible({
    timeout: 20_000,
  })
  await post.write({
    from: `${engineer.name} <${engineer.address}>`,
    to: alias,
    subject: 'RE: 2611290040001234',
    text: answer,
    answers: sent,
  })
  await expect(page.getByText(answer)).toBeVisible({ timeout: 20_000 })
  await expectEveryLook(page, 'vendor-case', {
    settled: (one) => one.getByText(answer).waitFor(),
    except: words,
  })
  await page.goto('/cases')
  await expectEveryLook(page, 'vendor-cases', {
    settled: (one) => one.getByText('2611290040001234').first().waitFor(),
    except: words,
  })
  // No ticket came of it, and nobody who asks for help reads a word of it.
  const { tickets } = await ada.api<{ tickets: { number: number }[] }>('GET', '/api/v1/tickets?as=requester')
  expect(tickets.map((one) => one.number)).toEqual([number])
  await ada.page.goto(`/portal/tickets/${number}`)
  await expect(ada.page.getByRole('heading', { level: 1 })).toContainText('iPhone')
  await expect(ada.page.getByText(answer)).toHaveCount(0)
})

test('every part of the case is fit to be seen', async () => {
  const { page, say } = mira
  await page.goto(`/cases/${caseId}`)
  for (const part of ['packet', 'log'] as const) {
    await expectEveryLook(page, `vendor-case-${part}`, {
      settled: async (one) => {
        await one
          .getByRole('tab')
          .nth(part === 'packet' ? 1 : 2)
          .click()
        await one.getByRole('tab', { selected: true }).waitFor()
      },
      except: words,
    })
  }
  await wear(page, { language: 'nl', theme: 'light', width: 1280 })
  await page.getByRole('tab', { name: say('vendor-cases', 'case.tabs.mails') }).click()
})

test('the answer goes the normal way down, to the requester', async () => {
  const { page, say } = mira
  await page
    .getByRole('button', { name: say('vendor-cases', 'mails.use'), exact: true })
    .last()
    .click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel(say('vendor-cases', 'answer.text'))).toHaveValue(answer)
  await sends(mira)
  await expect(page.getByText(say('vendor-cases', 'states.answered')).first()).toBeVisible()
  expect((await ticketFor(mira, number)).ticket).toMatchObject({
    stage: { name: 'investigating', tier: 3 },
    waiting: null,
  })
  await moves(mira, number, {
    move: 'diagnose',
    rootCause: 'The push certificate was renewed with another account',
    solution: answer,
    wordingForRequester: wording,
    knownIssue: { kind: 'one-off', reason: 'Renewed by hand once' },
  })
  await moves(joris, number, { move: 'take-note' })
  await opensTicket(tess, number)
  await makes(tess, 'take-note').catch(() => moves(tess, number, { move: 'take-note' }))
  await moves(tess, number, { move: 'contact', channel: 'phone', outcome: 'applied', text: wording })
  await ada.page.goto(`/portal/tickets/${number}`)
  await ada.page.getByRole('button', { name: ada.say('portal', 'confirm.works'), exact: true }).click()
  await expect(ada.page.getByRole('status').first()).toHaveText(ada.say('portal', 'state.closed'))
  await expect(ada.page.getByText(/Microsoft|push certificate/)).toHaveCount(0)
  await page.getByRole('button', { name: say('vendor-cases', 'case.close'), exact: true }).click()
  await sends(mira)
  const view = await mira.api<CaseView>('GET', `/api/v1/vendor-cases/${caseId}`)
  expect(view.case.state).toBe('closed')
  expect(view.log.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['opened', 'packet-made', 'mail-came', 'answered', 'closed']),
  )
})
