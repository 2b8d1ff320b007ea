import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { moved, opened } from '../../../../tests/support/ticket-work.ts'
import { tellListeners, type TicketHeard, type TicketListener } from './listeners.ts'

let platform: TestPlatform
let desk: TestDesk

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
})
afterAll(() => platform.close())

const jobsAbout = (ticketId: string) =>
  platform.owner
    .query<{ payload: { from: number; to: number } }>(
      `select j.payload from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'tickets.heard' and j.payload ->> 'ticketId' = $1`,
      [ticketId],
    )
    .then(({ rows }) => rows.map(({ payload }) => payload))

test('a question is heard, claiming and writing a note are not', async () => {
  const id = await opened({ platform, desk }, 'ada')
  await moved({ platform, desk }, 'tess', id, { move: 'claim' })
  await moved({ platform, desk }, 'tess', id, { move: 'note', text: 'Ada is back at two', files: [] })
  expect(await jobsAbout(id)).toEqual([])
  const { ticket } = await moved({ platform, desk }, 'tess', id, { move: 'ask', text: 'Which phone?', files: [] })
  expect(await jobsAbout(id)).toMatchObject([{ from: ticket.version, to: ticket.version }])
})

test('listeners hear of each event with the ticket as it is now', async () => {
  const id = await opened({ platform, desk }, 'ada')
  await moved({ platform, desk }, 'tess', id, { move: 'claim' })
  const asked = await moved({ platform, desk }, 'tess', id, { move: 'ask', text: 'Which phone?', files: [] })
  const range = { ticketId: id, from: asked.ticket.version, to: asked.ticket.version }
  await moved({ platform, desk }, 'ada', id, { move: 'answer', text: 'My own', files: [], source: 'portal' })
  const heard: TicketHeard[] = []
  const listener: TicketListener = (_platform, _tx, one) => {
    heard.push(one)
    return Promise.resolve()
  }
  await desk.within((tx) => tellListeners(platform, tx, [listener, listener], range))
  expect(heard.map(({ event }) => event.fact.type)).toEqual(['asked', 'asked'])
  expect(heard[0]?.ticket.waiting).toBeNull()
})

test('what a listener refuses undoes what listeners before it wrote', async () => {
  const id = await opened({ platform, desk }, 'ada')
  await moved({ platform, desk }, 'tess', id, { move: 'claim' })
  const { ticket } = await moved({ platform, desk }, 'tess', id, { move: 'ask', text: 'Which phone?', files: [] })
  const writes: TicketListener = async (_platform, tx) => {
    await sql`update tickets set priority = 4 where org_id = ${tx.orgId} and id = ${id}`.execute(tx.db)
  }
  const breaks: TicketListener = () => Promise.reject(new Error('the bridge is not there'))
  const range = { ticketId: id, from: ticket.version, to: ticket.version }
  await expect(desk.within((tx) => tellListeners(platform, tx, [writes, breaks], range))).rejects.toThrow('bridge')
  const { rows } = await platform.owner.query<{ priority: number }>('select priority from tickets where id = $1', [
    id,
  ])
  expect(rows[0]?.priority).toBe(ticket.priority)
})
