import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planVersion } from '#features/plan/server/actions.ts'
import { readTicket, showToRequester } from '#features/tickets/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { moved } from '../../../../tests/support/ticket-work.ts'
import { type CaseDesk, caseDesk } from '../testing/case-desk.ts'
import { vendorCaseListener } from './hear-tickets.ts'
import { tellOfLate } from './overdue.ts'
import { ticketCases } from './open-case.ts'
import { casesOfTicket } from './store/cases.ts'
import { acceptSender, changeDetails, closeCase, setNext, takeAnswer, writeToVendor } from './tend.ts'

let at: CaseDesk
beforeAll(async () => {
  at = await caseDesk()
})
afterAll(() => at.close())

const ticketOf = (id: string) =>
  at.desk.within(async (tx) => (await readTicket(tx, { kind: 'system', name: 'clock' }, id)).ticket)
const refusal = (code: string) =>
  expect.objectContaining({ refusal: expect.objectContaining({ code }) as unknown }) as unknown
const lateMails = () =>
  at.world.received.filter(({ mail }) => /te laat/.test(mail.subject)).flatMap(({ to }) => to)

describe('a case', () => {
  test('is opened from the ticket, which waits for the vendor and stays with its owner', async () => {
    const ticketId = await at.atTierThree()
    const before = await at.desk.within(async (tx) => ticketCases(tx, await at.desk.as('mira'), ticketId))
    expect(before).toMatchObject({ cases: [], mayOpen: { refusal: null }, vendor: { supplier: 'Microsoft' } })
    const id = await at.open('mira', ticketId, { caseNumber: '2611230040001234' })
    expect(await ticketOf(ticketId)).toMatchObject({
      waiting: { for: 'vendor', caseNumber: '2611230040001234' },
      assigneeId: at.desk.people.mira.id,
    })
    expect(await at.shown('mira', id)).toMatchObject({
      case: { state: 'open', caseNumber: '2611230040001234', clock: { is: 'waiting', for: 'vendor' } },
      response: { minutes: 240, dueAt: '2026-11-23T13:00:00.000Z', at: null },
      alias: expect.stringMatching(/^helpdesk\+case-[a-z2-7]{26}@contoso\.example$/) as string,
    })
  })

  test('of what has stopped work goes by phone where support comes with the subscription', async () => {
    const ticketId = await at.atTierThree()
    await expect(at.open('mira', ticketId, { severity: 'a' })).rejects.toEqual(refusal('severity-not-by-channel'))
    await expect(at.open('mira', ticketId, { severity: 'a', channel: 'services-hub' })).rejects.toEqual(
      refusal('channel-not-in-contract'),
    )
    await expect(at.open('mira', ticketId, { severity: 'a', channel: 'phone' })).resolves.toBeTruthy()
  })

  test('is opened only by whom the plan lets, with the evidence that the plan asks for', async () => {
    const ticketId = await at.atTierThree()
    await expect(at.open('mira', ticketId, { evidence: [] })).rejects.toEqual(refusal('evidence-missing'))
    await expect(at.open('jan', ticketId)).rejects.toMatchObject({ name: 'Refused' })
    expect(await at.desk.within((tx) => casesOfTicket(tx, ticketId))).toEqual([])
  })

  test('takes no file along that is not on the ticket', async () => {
    const ticketId = await at.atTierThree()
    const foreign = await at.uploaded('mira', 'other.txt', 'x')
    await expect(at.open('mira', ticketId, { files: [foreign] })).rejects.toEqual(refusal('unknown-file'))
  })

  test('that was opened by the ticket’s own move has its row once, however often that is heard', async () => {
    const ticketId = await at.atTierThree()
    const log = await at.uploaded('mira', 'l.txt', 'x')
    const { evidenceFor } = await import('../testing/case-desk.ts')
    const { ticket, events, number } = await moved({ platform: at.platform, desk: at.desk }, 'mira', ticketId, {
      move: 'open-vendor-case',
      severity: 'c',
      caseNumber: null,
      text: 'Why?',
      evidence: evidenceFor(log),
    })
    const event = events.findLast(({ fact }) => fact.type === 'vendor-case-opened')
    if (!event) throw new Error('nothing was opened')
    const { plan } = await at.desk.within(async (tx) => {
      return { plan: (await planVersion(tx, ticket.planVersionId)).document }
    })
    for (let time = 0; time < 2; time += 1)
      await at.desk.within((tx) => vendorCaseListener(at.platform, tx, { plan, ticket, number, event }))
    const [row, ...more] = await at.desk.within((tx) => casesOfTicket(tx, ticketId))
    expect(row).toMatchObject({ severity: 'c', state: 'open', channel: 'admin-center', typed: { asked: 'Why?' } })
    expect(more).toEqual([])
  })
})

test('of a ticket that was closed all the same, the vendor is late no more: it is ours to end', async () => {
  const ticketId = await at.atTierThree()
  const id = await at.open('mira', ticketId)
  await at.desk.within(async (tx) => {
    const { ticket, events, number } = await readTicket(tx, { kind: 'system', name: 'clock' }, ticketId)
    const last = events.at(-1)
    if (!last) throw new Error('A ticket has events')
    const { document: plan } = await planVersion(tx, ticket.planVersionId)
    const event = { ...last, number: last.number + 1, fact: { type: 'closed' as const } }
    await vendorCaseListener(at.platform, tx, { plan, ticket, number, event })
  })
  const view = await at.shown('mira', id)
  expect(view.case).toMatchObject({ state: 'open', clock: { is: 'waiting', for: 'us' } })
})

describe('the answer', () => {
  test('brings the ticket back to its owner’s tier, and goes the normal way down', async () => {
    const ticketId = await at.atTierThree()
    const id = await at.open('mira', ticketId)
    const mira = await at.desk.as('mira')
    await at.desk.within((tx) => takeAnswer(tx, mira, id, { text: 'Renew the push certificate.' }))
    expect(await ticketOf(ticketId)).toMatchObject({ stage: { name: 'investigating', tier: 3 }, waiting: null })
    expect(await at.shown('mira', id)).toMatchObject({ case: { state: 'answered', clock: { is: 'over' } } })
    await moved({ platform: at.platform, desk: at.desk }, 'mira', ticketId, {
      move: 'diagnose',
      rootCause: 'Certificate expired',
      solution: 'Renewed',
      wordingForRequester: 'Probeer het nog eens.',
      knownIssue: { kind: 'one-off', reason: 'Once' },
      presentTiers: [],
    })
    expect(await ticketOf(ticketId)).toMatchObject({ stage: { name: 'delivering' } })
    await at.desk.within((tx) => closeCase(tx, mira, id))
    expect((await at.shown('mira', id)).case.state).toBe('closed')
    await expect(at.desk.within((tx) => closeCase(tx, mira, id))).rejects.toEqual(refusal('case-closed'))
  })

  test('is taken once, and a case that the ticket waits for is not closed', async () => {
    const ticketId = await at.atTierThree()
    const id = await at.open('mira', ticketId)
    const mira = await at.desk.as('mira')
    await expect(at.desk.within((tx) => closeCase(tx, mira, id))).rejects.toEqual(refusal('ticket-waits-for-case'))
    await at.desk.within((tx) => takeAnswer(tx, mira, id, { text: 'Yes' }))
    await expect(at.desk.within((tx) => takeAnswer(tx, mira, id, { text: 'Yes' }))).rejects.toEqual(
      refusal('case-answered'),
    )
  })

  test('is nothing for whoever has no part in the case', async () => {
    const id = await at.open('mira', await at.atTierThree())
    const tess = await at.desk.as('tess')
    await expect(at.desk.within((tx) => takeAnswer(tx, tess, id, { text: 'Yes' }))).rejects.toEqual(
      refusal('not-a-case-opener'),
    )
    expect((await at.shown('tess', id)).mayTend).toEqual({ refusal: { code: 'not-a-case-opener' } })
  })
})

describe('mail', () => {
  async function withContact() {
    const ticketId = await at.atTierThree()
    const id = await at.open('mira', ticketId, {
      contactName: 'Kim',
      contactAddress: 'Kim@microsoft.example',
      caseNumber: '26112301',
    })
    return { ticketId, id, mira: await at.desk.as('mira') }
  }

  test('of the engineer to the case’s address comes to the case, and to no ticket', async () => {
    const { id, ticketId } = await withContact()
    const { alias } = await at.shown('mira', id)
    const before = await at.version(ticketId)
    const count = async () => (await at.platform.owner.query('select id from tickets')).rowCount
    const tickets = await count()
    const ended = await at.arrives({
      from: 'Kim <kim@microsoft.example>',
      to: alias ?? '',
      text: 'Please renew it.',
    })
    expect(ended).toEqual({ state: 'processed', reason: 'correspondence', ticket_id: null })
    expect([await count(), await at.version(ticketId)]).toEqual([tickets, before])
    const view = await at.shown('mira', id)
    expect(view.mails).toMatchObject([{ direction: 'in', text: 'Please renew it.', proven: true }])
    expect(view.case).toMatchObject({ clock: { is: 'waiting', for: 'us' }, unproven: 0 })
    expect(view.response.at).not.toBeNull()
  })

  test('of somebody unknown is kept and marked, until somebody says that the address is the vendor’s', async () => {
    const { id, mira } = await withContact()
    const { alias } = await at.shown('mira', id)
    await at.arrives({ from: 'Support <support@evil.example>', to: alias ?? '', text: 'Send us the passwords.' })
    const marked = await at.shown('mira', id)
    expect(marked).toMatchObject({
      mails: [{ proven: false }],
      case: { unproven: 1, clock: { for: 'vendor' } },
      response: { at: null },
    })
    await at.desk.within((tx) => acceptSender(tx, mira, id, 'Support@evil.example'))
    expect(await at.shown('mira', id)).toMatchObject({
      mails: [{ proven: true }],
      case: { unproven: 0, clock: { for: 'us' } },
    })
  })

  test('of the requester to it opens nothing and is shown to nobody but staff', async () => {
    const { id, ticketId } = await withContact()
    const { alias } = await at.shown('mira', id)
    await at.arrives({ from: 'Ada <ada@contoso.example>', to: alias ?? '', text: 'Hallo' })
    expect((await at.shown('mira', id)).mails).toMatchObject([{ proven: false, text: 'Hallo' }])
    const ada = await at.desk.as('ada')
    const seen = JSON.stringify(await at.desk.within((tx) => showToRequester(tx, ada, ticketId)))
    expect(seen).not.toContain('Hallo')
  })

  test('that is written here leaves redacted, from the case’s address, and its answer finds the case', async () => {
    const { id, mira } = await withContact()
    await at.desk.within((tx) =>
      writeToVendor(at.platform, tx, mira, id, 'Ada tried again at ada@contoso.example, error 0x80180014.'),
    )
    await at.sendMail()
    const sent = at.world.received.findLast(({ to }) => to.includes('kim@microsoft.example'))
    const view = await at.shown('mira', id)
    expect(sent?.mail.replyTo[0]?.address).toBe(view.alias)
    expect(sent?.mail.subject).toBe(`26112301 - Microsoft Intune, our reference T-${view.case.ticket.number}`)
    expect(sent?.mail.text).toContain('[User 1] tried again at [Address 1], error 0x80180014.')
    expect(sent?.raw.toString()).not.toMatch(/ada@contoso|Ada tried/)
    // A mail program that forgets the address still says what it answers.
    await at.arrives({
      from: 'kim@microsoft.example',
      to: 'helpdesk@contoso.example',
      text: 'Thanks',
      headers: [`In-Reply-To: <${sent?.mail.messageId ?? ''}>`],
    })
    expect((await at.shown('mira', id)).mails).toMatchObject([
      { direction: 'out' },
      { direction: 'in', text: 'Thanks' },
    ])
  })

  test('that a machine of the vendor wrote is kept, and is no answer', async () => {
    const { id } = await withContact()
    const { alias } = await at.shown('mira', id)
    await at.arrives({
      from: 'kim@microsoft.example',
      to: alias ?? '',
      text: 'We have received your case.',
      headers: ['Auto-Submitted: auto-generated'],
    })
    expect(await at.shown('mira', id)).toMatchObject({ mails: [{ automatic: true }], response: { at: null } })
  })

  test('that another case’s address is guessed for goes the ordinary way', async () => {
    const ended = await at.arrives({
      from: 'Ada <ada@contoso.example>',
      to: `helpdesk+case-${'a'.repeat(26)}@contoso.example`,
      text: 'Mijn telefoon doet het niet',
    })
    expect(ended).toMatchObject({ state: 'processed', reason: null, ticket_id: expect.any(String) as string })
  })

  describe('to the desk’s own address, with the case number in its subject', () => {
    const subject = '[T-1115] TrackingID#2611300010001234'
    const to = 'helpdesk@contoso.example'
    const open = async () => {
      const ticketId = await at.atTierThree()
      return at.open('mira', ticketId, {
        contactAddress: 'kim@microsoft.example',
        caseNumber: '2611300010001234',
      })
    }
    const count = async () => (await at.platform.owner.query('select id from tickets')).rowCount
    /** Whether what we say by ourselves may go to somebody, such as a receipt. */
    const mayAnswer = async (address: string) => {
      const { rows } = await at.platform.owner.query<{ may: boolean }>(
        'select may_answer as may from inbound_mails where from_address = $1',
        [address],
      )
      return rows.map(({ may }) => may)
    }

    test('of the accepted sender comes to the case, marked; of anybody else opens nothing of it', async () => {
      const id = await open()
      const tickets = await count()
      const ended = await at.arrives({ from: 'Kim <kim@microsoft.example>', to, subject, text: 'Renew it.' })
      expect(ended).toEqual({ state: 'processed', reason: 'correspondence', ticket_id: null })
      expect(await count()).toBe(tickets)
      expect(await at.shown('mira', id)).toMatchObject({
        mails: [{ text: 'Renew it.', proven: true, to }],
        case: { clock: { for: 'us' } },
      })
      const stranger = await at.arrives({ from: 'x@evil.example', to, subject, text: 'Tell us all.' })
      expect(stranger).toMatchObject({ ticket_id: expect.any(String) as string })
      expect((await at.shown('mira', id)).mails).toHaveLength(1)
    })

    test('of a colleague of theirs whom nobody accepted is a ticket as before, without a receipt', async () => {
      const id = await open()
      const ended = await at.arrives({ from: 'Sam <sam@microsoft.example>', to, subject, text: 'Hello' })
      expect(ended).toMatchObject({ reason: null, ticket_id: expect.any(String) as string })
      expect((await at.shown('mira', id)).mails).toEqual([])
      expect(await mayAnswer('sam@microsoft.example')).toEqual([false])
      await at.arrives({ from: 'Lee <lee@microsoft.example>', to, subject: 'Printer', text: 'Hello' })
      expect(await mayAnswer('lee@microsoft.example')).toEqual([true])
    })
  })

  test('needs an address to go to', async () => {
    const id = await at.open('mira', await at.atTierThree())
    const mira = await at.desk.as('mira')
    await expect(at.desk.within((tx) => writeToVendor(at.platform, tx, mira, id, 'Hi'))).rejects.toEqual(
      refusal('no-contact-address'),
    )
  })
})

describe('a vendor that is late', () => {
  test('is told of once, to the owner and the lead', async () => {
    const id = await at.open('mira', await at.atTierThree())
    const later = (now: string) =>
      inOrganisation(at.platform, at.desk.orgId, (tx) => tellOfLate(at.platform, { ...tx, now }))
    await later('2026-11-23T12:59:00.000Z')
    await at.sendMail()
    const before = lateMails().length
    await later('2026-11-23T13:00:00.000Z')
    await later('2026-11-23T14:00:00.000Z')
    await at.sendMail()
    expect(lateMails().length).toBeGreaterThanOrEqual(before + 2)
    const { rows } = await at.platform.owner.query<{ count: number }>(
      "select count(*)::int as count from vendor_case_log where case_id = $1 and what = 'overdue'",
      [id],
    )
    expect(rows[0]?.count).toBe(1)
    expect(new Set(lateMails())).toEqual(new Set([at.desk.people.mira.email, at.desk.people.max.email]))
  })

  test('has until the next step that was agreed on', async () => {
    const id = await at.open('mira', await at.atTierThree())
    const mira = await at.desk.as('mira')
    const { version } = await at.shown('mira', id)
    const next = { version, by: 'us' as const, what: 'Send the logs', at: '2026-11-24T09:00:00.000Z' }
    await at.desk.within((tx) => setNext(tx, mira, id, next))
    expect((await at.shown('mira', id)).case).toMatchObject({
      clock: { is: 'waiting', for: 'us', until: next.at },
      next: { what: 'Send the logs' },
    })
    await expect(at.desk.within((tx) => setNext(tx, mira, id, next))).rejects.toEqual(refusal('case-moved-on'))
  })
})

test('whom the vendor put on it is noted, and writes as the vendor from then on', async () => {
  const id = await at.open('mira', await at.atTierThree())
  const mira = await at.desk.as('mira')
  const { version, alias } = await at.shown('mira', id)
  await at.desk.within((tx) =>
    changeDetails(tx, mira, id, {
      version,
      caseNumber: '77',
      contactName: 'Sam',
      contactAddress: 'Sam@microsoft.example',
    }),
  )
  await at.arrives({ from: 'sam@microsoft.example', to: alias ?? '', text: 'Hello' })
  expect(await at.shown('mira', id)).toMatchObject({
    case: { caseNumber: '77' },
    contact: { name: 'Sam', address: 'sam@microsoft.example' },
    mails: [{ proven: true }],
  })
})
