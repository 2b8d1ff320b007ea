import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refused } from '#platform/errors.ts'
import { type PersonName, type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { moved, opened } from '../../../../tests/support/ticket-work.ts'
import { moveAsRequester } from './actions.ts'

let platform: TestPlatform
let desk: TestDesk

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
})
afterAll(() => platform.close())

async function make(
  name: PersonName,
  ticketId: string,
  ...moves: readonly Parameters<typeof moved>[3][]
): Promise<number> {
  let version = 0
  for (const move of moves) version = (await moved({ platform, desk }, name, ticketId, move)).ticket.version
  return version
}

/** Ada was told the solution; the version that she sees, too. */
async function told(): Promise<{ readonly id: string; readonly seen: number }> {
  const id = await opened({ platform, desk }, 'ada')
  const seen = await make(
    'tess',
    id,
    { move: 'claim' },
    {
      move: 'diagnose',
      rootCause: 'Old devices count',
      solution: 'Remove them',
      wordingForRequester: 'We removed them.',
      knownIssue: { kind: 'one-off', reason: 'Left over' },
      presentTiers: [],
    },
    { move: 'contact', channel: 'phone', outcome: 'applied', text: 'Done together', retryAt: null },
  )
  return { id, seen }
}

async function confirms(id: string, seenVersion: number): Promise<string> {
  const ada = await desk.as('ada')
  const move = { move: 'confirm', satisfaction: null } as const
  return desk
    .within((tx) => moveAsRequester(tx, ada, { ticketId: id, move, seenVersion }))
    .then(
      ({ state }) => state,
      (error: unknown) => {
        if (error instanceof Refused) return error.refusal.code
        throw error
      },
    )
}

test('what a requester never hears of does not keep them from confirming', async () => {
  const { id, seen } = await told()
  await make('tess', id, { move: 'note', text: 'She sounded relieved', files: [] })
  expect(await confirms(id, seen)).toBe('closed')
})

test('a requester who has not seen what was written to them is asked to look again', async () => {
  const { id, seen } = await told()
  await make('tess', id, { move: 'reply', text: 'Please wait until tomorrow before you try', files: [] })
  expect(await confirms(id, seen)).toBe('ticket-moved-on')
})

test('a requester who looks is told when the ticket stands elsewhere, though nobody wrote to them', async () => {
  const id = await opened({ platform, desk }, 'ada')
  const heard = async () => {
    const { rows } = await platform.owner.query<{ count: string }>(
      `select count(*) from live_events where topic = 'my-ticket' and subject = $1`,
      [id],
    )
    return Number(rows[0]?.count)
  }
  const before = await heard()
  await make('tess', id, { move: 'claim' })
  expect(await heard()).toBe(before + 1)
  await make('tess', id, { move: 'note', text: 'Only for us', files: [] })
  expect(await heard()).toBe(before + 1)
})
