import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { moved, opened } from '../../../../tests/support/ticket-work.ts'
import type { MailServices } from './mails.ts'
import { notify } from './notify.ts'
import { reach } from './reach.ts'
import { insertNotices, noticesOf } from './store/notices.ts'

let platform: TestPlatform
let desk: TestDesk

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
})
afterAll(() => platform.close())

const mailbox = (sends: boolean): MailServices => ({
  isSetUp: () => Promise.resolve(sends),
  requesterLink: () => Promise.resolve('https://desk.example/answer?token=1'),
})

const openFor = (name: 'ada' | 'tess') => opened({ platform, desk }, name, { platform: 'ios' })

describe('a notice at the desk', () => {
  test('is told live to the persons who got it, and to nobody else, once', async () => {
    const id = await openFor('ada')
    const assign = { move: 'assign', agentId: desk.people.tess.id } as const
    const { ticket } = await moved({ platform, desk }, 'lies', id, assign)
    const range = { ticketId: id, from: 2, to: ticket.version }
    const tell = () => desk.within((tx) => notify(platform, tx, mailbox(false), range))
    await tell()
    await tell()
    const { notices } = await desk.within((tx) => noticesOf(tx, desk.people.tess.id))
    expect(notices).toMatchObject([{ ticketId: id, moment: 'assigned' }])
    const said = await desk.within((tx) =>
      sql<{ audience: unknown }>`select audience from live_events where topic = 'notice' and subject = ${id}`
        .execute(tx.db)
        .then(({ rows }) => rows.map(({ audience }) => audience)),
    )
    expect(said).toEqual([{ persons: [desk.people.tess.id] }])
  })
})

describe('the bell', () => {
  test('counts all that is unread, also beyond what it shows', async () => {
    const id = await openFor('ada')
    const bell = await desk.within(async (tx) => {
      const notice = { person: desk.people.otto, moment: 'opened', channel: 'desk' } as const
      for (let eventNumber = 1; eventNumber <= 60; eventNumber += 1)
        await insertNotices(tx, { ticketId: id, eventNumber }, [notice])
      return noticesOf(tx, desk.people.otto.id)
    })
    expect(bell.unread).toBe(60)
    expect(bell.notices).toHaveLength(50)
  })
})

describe('before a reply is written, the desk says', () => {
  const as = async (name: 'tess' | 'lies', id: string, sends: boolean) => {
    const actor = await desk.as(name)
    return desk.within((tx) => reach(tx, actor, mailbox(sends), id))
  }

  test('to which address and in which language the mail goes', async () => {
    const id = await openFor('ada')
    expect(await as('tess', id, true)).toEqual({
      email: desk.people.ada.email,
      language: 'nl',
      byMail: 'sends',
    })
  })

  test('that no mail goes while no mailbox sends, nor to oneself', async () => {
    expect((await as('tess', await openFor('ada'), false)).byMail).toBe('no-mailbox')
    expect((await as('tess', await openFor('tess'), true)).byMail).toBe('own-words')
    expect((await as('lies', await openFor('tess'), true)).byMail).toBe('sends')
  })
})
