import { simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  cancelInvitation,
  keepInvitation,
  repliesOf,
  type WantedInvitation,
} from '#features/invitations/server/actions.ts'
import { createParsePool } from '#integrations/mail/parse-pool.ts'
import { deliverJob } from '#platform/outbox/deliver.ts'
import { type ArrivedInvitation, readArrived, sendWaiting } from '../../../../tests/support/arrived-invitation.ts'
import { imapPeer, type ImapPeer } from '../../../../tests/support/imap-peer.ts'
import { type MailServer, mailServer } from '../../../../tests/support/mail-server.ts'
import { type PersonName, type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { addMailbox } from './actions.ts'
import { mailDeliverer } from './deliver.ts'
import { takeIn } from './intake.ts'
import { createSenders } from './senders.ts'
import { storeMail } from './store-mail.ts'
import { findInbound, type InboundRow } from './store/inbound-mails.ts'
import { findMailbox, updateMailbox } from './store/mailboxes.ts'

let platform: TestPlatform
let desk: TestDesk
let world: MailServer
let theirs: ImapPeer
let mailboxId: string
const pool = createParsePool()
const senders = createSenders()
const deliver = deliverJob({ mail: mailDeliverer(senders) })

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
  world = await mailServer()
  theirs = await imapPeer()
  mailboxId = await mailbox('helpdesk@contoso.example')
})
afterAll(async () => {
  await senders.close()
  await pool.close()
  await theirs.close()
  await world.close()
  await platform.close()
})

async function mailbox(address: string): Promise<string> {
  const smtp = { host: '127.0.0.1', port: world.port, security: 'none' as const, allowPrivate: true, user: null }
  const input = { address, name: 'Helpdesk', enabled: true, receives: 'smtp' as const, imap: null, smtp }
  const id = await addMailbox(platform, desk.orgId, { ...input, unknownSenders: 'open', subAddresses: true })
  if (id === null) throw new Error('the address is taken')
  return id
}

const bridge = (change: Partial<WantedInvitation>): WantedInvitation => ({
  kind: 'bridge',
  subjectId: 'wave-1',
  title: { nl: 'Bridge golf 1', en: 'Wave 1 bridge' },
  description: { nl: 'Met alle lagen; één kwartier, "kort".', en: 'With all tiers.' },
  place: null,
  link: 'https://meet.contoso.example/bridge',
  timeZone: 'Europe/Amsterdam',
  occurrences: [],
  recurring: {
    weekly: [{ day: 2, at: '10:00' }],
    lengthMinutes: 30,
    from: '2027-03-16',
    until: '2027-04-06',
    except: [],
  },
  organiser: desk.people.max.id,
  attendees: [{ personId: desk.people.tess.id, required: true }],
  ...change,
})

/** Sends what waits in the outbox over real SMTP into a mailbox elsewhere, and reads it there by IMAP. */
async function arrives(
  work: (subjectId: string) => Promise<void>,
  subjectId: string,
): Promise<ArrivedInvitation[]> {
  const before = world.received.length
  await work(subjectId)
  await sendWaiting(platform, desk.orgId, deliver)
  return Promise.all(world.received.slice(before).map((one) => readArrived(theirs, one)))
}

const keep =
  (change: Partial<WantedInvitation> = {}) =>
  (subjectId: string) =>
    desk.within((tx) => keepInvitation(platform, tx, bridge({ subjectId, ...change })))

describe('an invitation by mail', () => {
  test('is read by mail programs as one, from the mailbox, at the right moments over the change of clocks', async () => {
    const [seen] = await arrives(keep(), 'one')
    expect(seen).toMatchObject({
      from: '',
      calendar: {
        method: 'REQUEST',
        sequence: 0,
        title: 'Bridge golf 1',
        organiser: { name: 'Max', address: 'helpdesk@contoso.example' },
        attendee: { address: 'tess@contoso.example', answer: 'NEEDS-ACTION' },
        occurrences: [
          ['2027-03-16T09:00:00.000Z', '2027-03-16T09:30:00.000Z'],
          ['2027-03-23T09:00:00.000Z', '2027-03-23T09:30:00.000Z'],
          ['2027-03-30T08:00:00.000Z', '2027-03-30T08:30:00.000Z'],
          ['2027-04-06T08:00:00.000Z', '2027-04-06T08:30:00.000Z'],
        ],
      },
    })
    const mail = await simpleParser(seen?.raw ?? '')
    expect(mail.from?.value).toMatchObject([{ address: 'helpdesk@contoso.example' }])
    expect(mail.replyTo).toBeUndefined()
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(seen?.calendar.text('description')).toBe('Met alle lagen; één kwartier, "kort".')
    expect(seen?.text).toContain('elke dinsdag, 10:00–10:30 (Europe/Amsterdam)')
  })

  test('that is moved by a change of zone, or without one of its days, keeps its uid and raises its sequence', async () => {
    const [first] = await arrives(keep(), 'two')
    const recurring = bridge({}).recurring!
    const [second] = await arrives(keep({ recurring: { ...recurring, except: ['2027-03-23'] } }), 'two')
    const [third] = await arrives(keep({ timeZone: 'America/New_York' }), 'two')
    expect([second?.calendar.uid, third?.calendar.uid]).toEqual([first?.calendar.uid, first?.calendar.uid])
    expect([second?.calendar.sequence, third?.calendar.sequence]).toEqual([1, 2])
    expect(second?.calendar.occurrences.map(([at]) => at)).toEqual([
      '2027-03-16T09:00:00.000Z',
      '2027-03-30T08:00:00.000Z',
      '2027-04-06T08:00:00.000Z',
    ])
    expect(third?.calendar.occurrences[0]).toEqual(['2027-03-16T14:00:00.000Z', '2027-03-16T14:30:00.000Z'])
    expect(third?.text).toContain(
      '10:00–10:30 (America/New_York), dat is 15:00–15:30 of 16:00–16:30 in Europe/Amsterdam, afhankelijk van de dag',
    )
  })

  test('that is called off is taken back under its uid, from the same address', async () => {
    const [first] = await arrives(keep(), 'three')
    const [last] = await arrives(
      (subjectId) => desk.within((tx) => cancelInvitation(platform, tx, 'bridge', subjectId)),
      'three',
    )
    expect(last?.calendar).toMatchObject({
      method: 'CANCEL',
      uid: first?.calendar.uid,
      sequence: 1,
      organiser: { address: 'helpdesk@contoso.example' },
    })
    expect(last?.calendar.text('status')).toBe('CANCELLED')
  })

  test('stays from the address it was first sent from when another mailbox comes first', async () => {
    const second = await mailbox('bridges@contoso.example')
    await setEnabled(mailboxId, false)
    const [first] = await arrives(keep(), 'four')
    await setEnabled(mailboxId, true)
    const [changed] = await arrives(keep({ place: 'Room 4' }), 'four')
    await setEnabled(second, false)
    const [again] = await arrives(keep({ place: 'Room 5' }), 'four')
    const from = async (seen: ArrivedInvitation | undefined) =>
      (await simpleParser(seen?.raw ?? '')).from?.value[0]?.address
    expect([await from(first), await from(changed)]).toEqual([
      'bridges@contoso.example',
      'bridges@contoso.example',
    ])
    expect([changed, again].map((one) => one?.calendar.organiser.address)).toEqual([
      'bridges@contoso.example',
      'bridges@contoso.example',
    ])
  })
})

describe("a calendar's answer", () => {
  test.each(['ACCEPTED', 'DECLINED', 'TENTATIVE'] as const)('%s is noted, and opens nothing', async (status) => {
    const subjectId = `answer-${status}`
    const [seen] = await arrives(keep(), subjectId)
    const sent = world.received.length
    const mail = await answers('tess', { uid: seen?.calendar.uid ?? '', status })
    expect(mail).toMatchObject({ state: 'ignored', kind: 'calendar', reason: 'calendar-noted', ticketId: null })
    expect(await repliesIn(subjectId)).toEqual([status.toLowerCase()])
    expect(world.received.length).toBe(sent)
  })

  test('also when a machine sends it', async () => {
    const [seen] = await arrives(keep(), 'by-machine')
    const headers = { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' }
    const mail = await answers('tess', { uid: seen?.calendar.uid ?? '', status: 'ACCEPTED', headers })
    expect(mail).toMatchObject({ kind: 'calendar', reason: 'calendar-noted' })
  })

  test.each([
    ['of somebody who was not invited', 'calendar-someone-else', { by: 'bob' }],
    ['in the name of an attendee', 'calendar-someone-else', { by: 'bob', attendee: 'tess@contoso.example' }],
    ['to an invitation that is not ours', 'calendar-unknown', { uid: 'other@elsewhere.example' }],
    ['that proposes another time', 'calendar-noted', { method: 'COUNTER' as const, status: 'TENTATIVE' }],
    ['that asks for the invitation again', 'calendar-not-readable', { method: 'REFRESH' as const }],
    ['that is older than the newest', 'calendar-outdated', { stamp: '20261101T000000Z' }],
  ] as const)('%s is set aside and opens nothing', async (what, reason, given) => {
    const [seen] = await arrives(keep(), what)
    const uid = seen?.calendar.uid ?? ''
    await answers('tess', { uid, status: 'ACCEPTED' })
    const { by = 'tess', ...rest } = given as Partial<Answer> & { by?: PersonName }
    const mail = await answers(by, { uid, status: 'DECLINED', ...rest })
    expect(mail).toMatchObject({ state: 'ignored', reason, ticketId: null })
    expect(await repliesIn(what)).toEqual([reason === 'calendar-noted' ? 'tentative' : 'accepted'])
  })

  test('is a mail like any other where a person attached it as a file', async () => {
    const [seen] = await arrives(keep(), 'forwarded')
    const mail = await answers('tess', { uid: seen?.calendar.uid ?? '', status: 'ACCEPTED', asFile: true })
    expect(mail).toMatchObject({ state: 'processed', kind: 'person' })
    expect(mail.ticketId).not.toBeNull()
  })
})

type Answer = {
  readonly uid: string
  readonly status: string
  readonly method?: 'REPLY' | 'COUNTER' | 'REFRESH'
  readonly attendee?: string
  readonly stamp?: string
  readonly headers?: Record<string, string>
  readonly asFile?: boolean
}

let count = 0
/** Writes the answer as a mail program does, and takes it in as the job does. */
async function answers(by: PersonName, given: Answer): Promise<InboundRow> {
  const { email } = desk.people[by]
  count += 1
  const ics = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Test//EN',
    `METHOD:${given.method ?? 'REPLY'}`,
    'BEGIN:VEVENT',
    `UID:${given.uid}`,
    `DTSTAMP:${given.stamp ?? '20261201T000000Z'}`,
    'SEQUENCE:0',
    `ATTENDEE;PARTSTAT=${given.status}:mailto:${given.attendee ?? email}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail({
    from: email,
    to: 'helpdesk@contoso.example',
    subject: `${given.status}: Bridge ${String(count)}`,
    text: 'Tess has answered this invitation.',
    headers: given.headers ?? {},
    ...(given.asFile === true
      ? { attachments: [{ filename: 'invite.ics', content: ics, contentType: 'application/ics' }] }
      : { icalEvent: { method: given.method ?? 'REPLY', content: ics } }),
  })
  await storeMail(
    platform,
    { orgId: desk.orgId, id: mailboxId },
    { bytes: message as Buffer, envelopeFrom: email, envelopeTo: [] },
  )
  const { rows } = await platform.owner.query<{ id: string }>(
    `select id from inbound_mails where state = 'stored'`,
  )
  const id = rows[0]?.id ?? ''
  await takeIn(platform, pool, { orgId: desk.orgId, id })
  const mail = await desk.within((tx) => findInbound(tx, id))
  if (mail === null) throw new Error('the mail is gone')
  return mail
}

const repliesIn = async (subjectId: string) =>
  (await desk.within((tx) => repliesOf(tx, 'bridge', subjectId))).map((one) => one.answer)

async function setEnabled(id: string, enabled: boolean): Promise<void> {
  await desk.within(async (tx) => {
    const row = await findMailbox(tx, id)
    if (row !== null) await updateMailbox(tx, id, { ...row, enabled })
  })
}
