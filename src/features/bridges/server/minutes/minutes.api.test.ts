import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { MailToSend } from '#integrations/mail/mail-to-send.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Forbidden, Refused } from '#platform/errors.ts'
import { blobPath } from '#platform/files/blobs.ts'
import { fileById } from '#platform/files/files.ts'
import { meetingNow } from '../../../../../tests/support/bridge-room.ts'
import { outboxPayloads } from '../../../../../tests/support/outbox.ts'
import { type PersonName, type TestDesk, testDesk } from '../../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../../tests/support/test-platform.ts'
import { opened } from '../../../../../tests/support/ticket-work.ts'
import { addToNotes } from '../notes.ts'
import { begin, end, goWithoutQuorum, takeRole, turnTable } from '../room/course.ts'
import { giveTask, recordDecision } from '../room/decided.ts'
import { comeOrStay } from '../room/presence.ts'
import { correctMinutes, keepSummary, printOf, sendMinutes, showMinutes } from './minutes.ts'
import { slowBridgeJobs } from './send-job.ts'

/** Minutes: facts by themselves, frozen when they are sent, and mailed once to each reader in their language. */
let platform: TestPlatform
let desk: TestDesk
let id: string

const services = { mailIsSetUp: () => Promise.resolve(true) }
const quorum = [
  { tier: 1, people: 1 },
  { tier: 3, people: 1 },
]

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
  await platform.owner.query(`update persons set language = 'en' where id = $1`, [desk.people.jan.id])
})
afterAll(() => platform.close())

const as = async <Value>(
  name: PersonName,
  work: (tx: Tx, actor: Awaited<ReturnType<TestDesk['as']>>) => Value,
) => {
  const actor = await desk.as(name)
  return desk.within(async (tx) => work(tx, actor))
}
const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'not refused',
    (error: unknown) => {
      if (error instanceof Refused) return error.refusal.code
      if (error instanceof Forbidden) return error.code
      throw error
    },
  )
const show = (name: PersonName, version?: number) => as(name, (tx, actor) => showMinutes(tx, actor, id, version))
const keeps = (name: PersonName, revision: number, summary: string) =>
  as(name, (tx, actor) => keepSummary(tx, actor, id, { revision, summary }))
const sends = (name: PersonName, revision: number) => as(name, (tx, actor) => sendMinutes(tx, actor, id, revision))
const mailsOut = async () =>
  (await outboxPayloads<MailToSend>(platform)).filter(({ links }) => links[0]?.url.includes(id))
const printAndMail = (version = 1) =>
  slowBridgeJobs(services)['bridges.send-minutes']?.(
    platform,
    { orgId: desk.orgId, meetingId: id, version } as never,
    { isLast: false },
  )

/** Tess hosts for ten minutes without tier 3: one ticket is looked at, one is left; Jan writes. */
beforeEach(async () => {
  const tickets = [
    await opened({ platform, desk }, 'ada', { subject: 'The limit' }),
    await opened({ platform, desk }, 'bob'),
  ]
  const made = await desk.within((tx) => meetingNow(tx, { quorum, tickets, calledBy: desk.people.lies.id }))
  id = made.id
  await as('tess', (tx, actor) => comeOrStay(tx, actor, id))
  await as('jan', (tx, actor) => comeOrStay(tx, actor, id))
  await as('tess', (tx, actor) => begin(tx, actor, id))
  await as('jan', (tx, actor) => takeRole(tx, actor, id, 'scribe'))
  await as('tess', (tx, actor) => turnTable(tx, actor, id, { next: made.items[0] ?? '' }))
  await as('tess', (tx, actor) => goWithoutQuorum(tx, actor, id, 'Mira is ill'))
  await as('jan', (tx, actor) =>
    recordDecision(tx, actor, id, {
      kind: 'known-issue',
      what: 'Write down the limit',
      ticketId: tickets[0] ?? null,
    }),
  )
  const task = { what: 'Remove old devices', ownerId: desk.people.tess.id, due: '2026-12-01', ticketId: null }
  await as('tess', (tx, actor) => giveTask(platform, services, tx, actor, id, task))
  const document = new Y.Doc()
  document.getText('notes').insert(0, 'Retired devices count')
  const update = Buffer.from(Y.encodeStateAsUpdate(document)).toString('base64')
  await as('jan', (tx, actor) => addToNotes(tx, actor, id, { after: 0, updates: [{ key: randomUUID(), update }] }))
  for (let minute = 0; minute < 10; minute += 1) {
    platform.clock.advance({ seconds: 59 })
    for (const name of ['tess', 'jan'] as const) await as(name, (tx, actor) => comeOrStay(tx, actor, id))
  }
  await as('tess', (tx, actor) => turnTable(tx, actor, id, { next: null, outcome: 'parked' }))
  await as('tess', (tx, actor) => end(tx, actor, id))
})

describe('minutes', () => {
  test('say by themselves who was there, what was looked at, decided and given to do, and what was noted', async () => {
    const { content, sent } = await show('mira')
    expect(sent).toBe(null)
    expect(content).toMatchObject({
      ...{ minutes: 10, quorumMinutes: 0, notes: 'Retired devices count' },
      tiers: [
        { tier: 1, needed: 1, enoughMinutes: 10, came: [{ name: 'Tess', minutes: 10 }] },
        { tier: 2, needed: 0, came: [{ name: 'Jan', minutes: 10 }] },
        { tier: 3, needed: 1, enoughMinutes: 0, came: [] },
      ],
      withoutQuorum: { reason: 'Mira is ill', by: { name: 'Tess' } },
      items: [{ title: 'The limit', outcome: 'parked', spentMinutes: 10, diagnosed: false }],
      decisions: [{ kind: 'known-issue', what: 'Write down the limit', quorum: false, by: 'Jan' }],
      tasks: [{ what: 'Remove old devices', owner: 'Tess', due: '2026-12-01' }],
    })
  })

  test('are written by the scribe, the host or a lead; two who write do not overwrite each other', async () => {
    expect(await refusalOf(keeps('mira', 0, 'Mine'))).toBe('not-the-scribe')
    await keeps('jan', 0, 'We looked at the limit')
    expect(await refusalOf(keeps('tess', 0, 'Something else'))).toBe('minutes-changed')
    expect((await show('tess')).content.summary).toBe('We looked at the limit')
  })

  test('once sent they are frozen, and so are the notes; a correction is a version of its own', async () => {
    await keeps('jan', 0, 'We looked at the limit')
    await sends('jan', 2)
    expect(await refusalOf(keeps('jan', 2, 'Later'))).toBe('minutes-sent')
    const write = () =>
      as('jan', (tx, actor) => {
        const document = new Y.Doc()
        document.getText('notes').insert(0, 'Later. ')
        const update = Buffer.from(Y.encodeStateAsUpdate(document)).toString('base64')
        return addToNotes(tx, actor, id, { after: 0, updates: [{ key: randomUUID(), update }] })
      })
    expect(await refusalOf(write())).toBe('minutes-sent')
    await as('jan', (tx, actor) => correctMinutes(tx, actor, id))
    await write()
    await keeps('jan', 1, 'We looked at the limit twice')
    expect((await show('mira')).content).toMatchObject({ summary: 'We looked at the limit twice' })
    expect((await show('mira', 1)).content).toMatchObject({
      summary: 'We looked at the limit',
      notes: 'Retired devices count',
    })
    expect((await show('mira')).versions.map(({ version, sentAt }) => [version, sentAt !== null])).toEqual([
      [1, true],
      [2, false],
    ])
  })

  test('go out once, to everybody who was invited or came, each in their language with the print', {
    timeout: 60_000,
  }, async () => {
    await keeps('jan', 0, 'We looked at the limit')
    await sends('jan', 2)
    await printAndMail()
    await printAndMail()
    const mails = await mailsOut()
    const minutes = mails.filter(({ links }) => links[0]?.url.endsWith('/minutes'))
    expect(new Set(minutes.map(({ to }) => to.address)).size).toBe(minutes.length)
    expect(minutes.map(({ to }) => to.address)).toEqual(
      expect.arrayContaining(['tess@contoso.example', 'jan@contoso.example', 'mira@contoso.example']),
    )
    const to = (name: string) => minutes.find((one) => one.to.address.startsWith(`${name}@`))
    expect(to('jan')).toMatchObject({ language: 'en', subject: expect.stringMatching(/^Minutes: Look together/) })
    expect(to('jan')?.text).toContain('Known issue: Write down the limit')
    expect(to('tess')).toMatchObject({ language: 'nl', subject: expect.stringMatching(/^Verslag: Samen kijken/) })
    const prints = await desk.within((tx) => printOf(tx, id, 'en'))
    expect(to('jan')?.files).toEqual([prints.fileId])
    const file = await desk.within((tx) => fileById(tx, prints.fileId))
    const pdf = await getDocumentProxy(new Uint8Array(readFileSync(blobPath(platform, file?.sha256 ?? ''))))
    const { text } = await extractText(pdf, { mergePages: true })
    for (const said of [
      'Look together',
      'We looked at the limit',
      'Remove old devices',
      'Retired devices count',
      'Mira is ill',
    ])
      expect(text).toContain(said)
  })

  test('of a meeting that runs can be written, not sent', async () => {
    const made = await desk.within((tx) => meetingNow(tx, { calledBy: desk.people.lies.id }))
    id = made.id
    await as('tess', (tx, actor) => comeOrStay(tx, actor, id))
    await as('tess', (tx, actor) => begin(tx, actor, id))
    await keeps('tess', 0, 'We begin')
    expect(await refusalOf(sends('tess', 2))).toBe('meeting-not-ended')
  })

  test('attendance per tier is there for whoever counts', async () => {
    const rows = await desk.within((tx) =>
      tx.db
        .selectFrom('bridge_attendance')
        .select(['tier', 'needed', 'came', 'at_once as atOnce', 'enough_seconds as seconds'])
        .where('org_id', '=', tx.orgId)
        .where('meeting_id', '=', id)
        .orderBy('tier')
        .execute(),
    )
    expect(rows).toEqual([
      { tier: 1, needed: 1, came: 1, atOnce: 1, seconds: 590 },
      { tier: 2, needed: 0, came: 1, atOnce: 1, seconds: 590 },
      { tier: 3, needed: 1, came: 0, atOnce: 0, seconds: 0 },
    ])
  })
})
