import { afterAll, beforeAll, expect, test } from 'vitest'
import { OpenTicket } from '#features/tickets/contract/moves.ts'
import { openTicket, reserveNumber } from '#features/tickets/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import { type PersonName, type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { noRecord } from '../domain/track-record.ts'
import { triageOf } from './candidates.ts'
import { sayOutcome } from './checks.ts'
import { evidenceServices } from './evidence.ts'
import { trackRecords } from './store/outcomes.ts'

let platform: TestPlatform
let desk: TestDesk

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
})
afterAll(() => platform.close())

const issueId = 'company-portal-version-too-old'

async function reported(tried: readonly string[]): Promise<string> {
  const number = await reserveNumber(platform, desk.orgId)
  const actor = await desk.as('ada')
  const given = OpenTicket.parse({ subject: 'Too old', description: 'The Company Portal is too old.', tried })
  return desk.within(async (tx) => {
    const opening = { ...given, requesterId: actor.personId, source: 'portal' as const }
    const { ticket } = await openTicket(tx, actor, number, opening)
    await evidenceServices.keepTried(platform, tx, ticket, tried)
    return ticket.id
  })
}

const seen = async (id: string, by: PersonName = 'tess') => {
  const actor = await desk.as(by)
  return desk.within((tx) => triageOf(platform, tx, actor, id))
}
const outcomeOf = async (id: string) =>
  (await seen(id)).candidates.find(({ issue }) => issue.id === issueId)?.outcome

test('what the requester tried stands with the candidates as theirs, and below what was not tried', async () => {
  const tried = await reported([issueId, issueId, 'no-such-issue'])
  const { candidates } = await seen(tried)
  const own = candidates.find(({ issue }) => issue.id === issueId)
  expect(own?.outcome).toMatchObject({ helped: false, saidBy: 'requester', by: desk.people.ada.id })
  expect(own?.reasons).toContainEqual({ kind: 'not-helped-here' })
  const others = candidates.filter(({ outcome }) => outcome === null)
  expect(others.length).toBeGreaterThan(0)
  expect(candidates.indexOf(own as never)).toBeGreaterThan(candidates.indexOf(others[0] as never))
  expect((await seen(await reported([]))).candidates[0]?.issue.id).toBe(issueId)
})

test('goes up with the handover, in the words of the issue', async () => {
  const id = await reported([issueId])
  const found = await desk.within((tx) => evidenceServices.stepsTried(platform, tx, id, 'en'))
  expect(found?.text).toContain('Tried by the requester before they reported it, did not help. (Ada)')
})

test('gives way to what an agent finds, and is nothing that an agent can take back', async () => {
  const id = await reported([issueId])
  const tess = await desk.as('tess')
  const say = (helped: boolean | null) =>
    desk.within((tx) => sayOutcome(platform, tx, tess, id, { issueId, helped }))
  await say(null).catch(() => {})
  expect(await outcomeOf(id)).toMatchObject({ helped: false, saidBy: 'requester' })
  await say(true)
  expect(await outcomeOf(id)).toMatchObject({ helped: true, saidBy: 'agent' })
})

test('says nothing of how often the issue helps: those whom it helped reported nothing', async () => {
  const other = await testDesk(platform, { name: 'Fabrikam' })
  desk = other
  await reported([issueId])
  const record = await desk.within((tx) => trackRecords(tx, { ticketId: newId(), platform: null, wave: null }))
  expect(record(issueId)).toEqual(noRecord)
})
