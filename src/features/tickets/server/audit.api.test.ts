import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { moved, opened } from '../../../../tests/support/ticket-work.ts'
import { audit } from './audit.ts'

let platform: TestPlatform
let desk: TestDesk

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
})
afterAll(() => platform.close())

/** A ticket of three events: opened, claimed, noted. */
async function ticketOfThree(): Promise<string> {
  const work = { platform, desk }
  const id = await opened(work, 'ada')
  await moved(work, 'tess', id, { move: 'claim' })
  await moved(work, 'tess', id, { move: 'note', text: 'A token.', files: [] })
  return id
}

const brokenAt = async (id: string) => {
  const auditor = await desk.as('otto')
  return (await desk.within((tx) => audit(tx, auditor, id))).brokenAt
}

/** As somebody with the database in hands would: past the triggers that keep events as they are. */
async function tamper(statement: string, id: string): Promise<void> {
  const client = await platform.owner.connect()
  try {
    await client.query('begin; set local session_replication_role = replica')
    await client.query(statement, [id])
    await client.query('commit')
  } finally {
    client.release()
  }
}

describe('the audit of a ticket', () => {
  test('finds nothing where nothing was done', async () => {
    expect(await brokenAt(await ticketOfThree())).toBeNull()
  })

  test.each([
    ['cut off at the end', 'delete from ticket_events where ticket_id = $1 and number = 3', 3],
    ['taken out of the middle', 'delete from ticket_events where ticket_id = $1 and number = 2', 2],
    ['all gone', 'delete from ticket_events where ticket_id = $1', 1],
    ['changed', `update ticket_events set facts = '{"followed": true}' where ticket_id = $1 and number = 2`, 2],
  ])('finds events that were %s', async (_what, statement, at) => {
    const id = await ticketOfThree()
    await tamper(statement, id)
    expect(await brokenAt(id)).toBe(at)
  })
})
