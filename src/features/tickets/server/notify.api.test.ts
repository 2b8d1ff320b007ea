import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { moved, opened } from '../../../../tests/support/ticket-work.ts'
import type { Move } from '../domain/moves.ts'
import type { MailServices } from './mails.ts'
import { notify } from './notify.ts'
import { reach } from './reach.ts'
import { ticketNotices } from './notices.ts'

type PersonMove = Exclude<Move, { move: 'open' }>

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

/** What of this ticket stands in whose bell. */
const told = async (id: string) => {
  const { rows } = await platform.owner.query<{ person: string; kind: string; asks: boolean }>(
    `select p.name as person, n.kind, n.asks from notices n join persons p on p.org_id = n.org_id and p.id = n.person_id
     where n.teller = 'tickets' and n.about = $1 order by p.name, n.at, n.id`,
    [id],
  )
  return rows.map(({ person, kind, asks }) => `${person}: ${kind}${asks ? '' : ' (news)'}`)
}

describe('a notice at the desk', () => {
  test('is told live to the persons who got it, and to nobody else, once', async () => {
    const id = await openFor('ada')
    const assign = { move: 'assign', agentId: desk.people.tess.id } as const
    const { ticket } = await moved({ platform, desk }, 'lies', id, assign)
    const range = { ticketId: id, from: 2, to: ticket.version }
    const tell = () => desk.within((tx) => notify(platform, tx, mailbox(false), range))
    await tell()
    await tell()
    expect(await told(id)).toEqual(['Tess: assigned'])
    const said = await desk.within((tx) =>
      sql<{ audience: unknown }>`select audience from live_events where topic = 'notice' and subject = ${id}`
        .execute(tx.db)
        .then(({ rows }) => rows.map(({ audience }) => audience)),
    )
    expect(said).toEqual([{ persons: [desk.people.tess.id] }])
  })
})

describe('what a notice asked', () => {
  const tell = async (id: string, from: number, to: number) =>
    desk.within((tx) => notify(platform, tx, mailbox(false), { ticketId: id, from, to }))

  test('is gone when a colleague takes the ticket, and stays for whoever has it now', async () => {
    const id = await openFor('ada')
    await tell(id, 1, 1)
    expect(await told(id)).toEqual(expect.arrayContaining(['Tom: opened', 'Tess: opened']))
    const assign = { move: 'assign', agentId: desk.people.tess.id } as const
    const { ticket } = await moved({ platform, desk }, 'lies', id, assign)
    await tell(id, 2, ticket.version)
    expect(await told(id)).toEqual(['Tess: assigned'])
    const other = { move: 'assign', agentId: desk.people.tom.id } as const
    const after = await moved({ platform, desk }, 'lies', id, other)
    await tell(id, ticket.version + 1, after.ticket.version)
    expect(await told(id)).toEqual(['Tom: assigned'])
  })

  /** Makes these moves, each told of as its job does. */
  const goes = async (
    id: string,
    ...moves: readonly (readonly ['ada' | 'tess' | 'lies' | 'jan', PersonMove])[]
  ) => {
    for (const [who, move] of moves) {
      const { ticket } = await moved({ platform, desk }, who, id, move)
      await tell(id, 1, ticket.version)
    }
    return told(id)
  }
  // A lead lets it pass without evidence.
  const up: PersonMove = {
    ...{ move: 'escalate', asked: 'Please find the cause', evidence: [], fastLane: false },
    waiver: { reason: 'Now' },
  }
  const found: PersonMove = {
    ...{ move: 'diagnose', rootCause: 'The limit', solution: 'Raise it', wordingForRequester: 'Try again' },
    ...{ knownIssue: { kind: 'one-off', reason: 'Happens once a year' }, presentTiers: [] },
  }

  test('of a tier that it was handed to is over for all when one of them accepts it, of which the plan tells nobody', async () => {
    const id = await openFor('ada')
    expect(await goes(id, ['tess', { move: 'claim' }], ['lies', up])).toEqual(['Jan: escalated', 'Leo: escalated'])
    const { ticket } = await moved({ platform, desk }, 'jan', id, { move: 'accept' })
    const job = await platform.owner.query<{ from: number }>(
      `select (payload ->> 'from')::int as from from graphile_worker._private_jobs
       where payload ->> 'ticketId' = $1 order by id desc limit 1`,
      [id],
    )
    expect(job.rows).toEqual([{ from: ticket.version }])
    await tell(id, ticket.version, ticket.version)
    expect(await told(id)).toEqual([])
  })

  test('of whoever was written to is over when they write back; what is only news stays', async () => {
    const id = await openFor('ada')
    const answered = await goes(
      id,
      ['tess', { move: 'claim' }],
      ['tess', { move: 'ask', text: 'What does it say?', files: [] }],
      ['ada', { move: 'answer', text: 'Device limit', files: [], source: 'portal' }],
    )
    expect(answered).toEqual(['Tess: answered'])
    expect(await goes(id, ['tess', { move: 'reply', text: 'Thank you', files: [] }])).toEqual([])
  })

  test('of each tier below is over when it took note; who is asked that hears no news of the same', async () => {
    const id = await openFor('ada')
    const handed = await goes(
      id,
      ['tess', { move: 'claim' }],
      ['lies', up],
      ['jan', { move: 'accept' }],
      ['jan', found],
    )
    expect(handed).toEqual(['Tess: handed-down'])
    expect(await goes(id, ['tess', { move: 'take-note' }])).toEqual([])
    const applied: PersonMove = {
      ...{ move: 'contact', channel: 'phone', outcome: 'applied', text: 'It works now', retryAt: null },
    }
    expect(await goes(id, ['tess', applied])).toEqual(['Jan: resolved (news)'])
  })

  test('is not asked any more by a job that runs late', async () => {
    const id = await openFor('ada')
    const { ticket } = await moved({ platform, desk }, 'tess', id, { move: 'claim' })
    await tell(id, 2, ticket.version)
    await tell(id, 1, 1)
    expect(await told(id)).toEqual([])
  })
})

test('a notice names its ticket to staff and to whoever has the problem, to nobody else', async () => {
  const id = await openFor('ada')
  const notice = {
    ...{ id: 'n', teller: 'tickets', kind: 'opened', about: id, occasion: '1' },
    at: '',
    readAt: null,
  }
  const shown = (name: 'ada' | 'bob' | 'tess', roles: readonly string[]) =>
    desk.within(async (tx) => {
      const reader = { personId: desk.people[name].id, roles, language: 'nl' as const }
      return [...(await ticketNotices(tx, reader, [notice])).values()]
    })
  expect(await shown('tess', ['requester', 'agent'])).toMatchObject([{ title: expect.stringMatching(/^T-\d+ ./) }])
  expect(await shown('ada', ['requester'])).toHaveLength(1)
  expect(await shown('bob', ['requester'])).toEqual([])
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
