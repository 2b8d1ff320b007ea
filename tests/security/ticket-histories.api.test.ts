import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { replay } from '#features/tickets/domain/evolve.ts'
import { readTicket } from '#features/tickets/server/actions.ts'
import { audit } from '#features/tickets/server/audit.ts'
import { newId } from '#platform/database/id.ts'
import * as fixtures from './fixtures.ts'
import { type Answer, type Headers, makeWorld, type World } from './world.ts'

/** Invariants 11 and 12 of process.md, and the projection, over random lives of tickets through the API on a real database. */
let world: World
let everybody: readonly Headers[]
beforeAll(async () => {
  world = await makeWorld()
  const names = ['requester', 'tier1', 'lead', 'tier2', 'tier3', 'administrator'] as const
  everybody = await Promise.all(names.map((name) => world.signIn(name)))
})
afterAll(() => world.close())

const text = 'It says "Device limit reached"'
const waiver = { reason: 'It cannot wait' }
const solved = { rootCause: text, solution: text, wordingForRequester: text }
const once = { kind: 'one-off', reason: text }
/** Words may be added to what has moved on; everything else needs a ticket as it was seen. */
const words: readonly object[] = [
  { move: 'note', text },
  { move: 'reply', text },
  { move: 'answer', text },
  { move: 'tag', add: ['vip'] },
  { move: 'follow' },
]
const steps: readonly object[] = [
  { move: 'claim' },
  { move: 'release' },
  { move: 'ask', text },
  { move: 'escalate', asked: text, waiver },
  { move: 'withdraw' },
  { move: 'accept' },
  { move: 'accept' },
  { move: 'send-back', reason: text },
  { move: 'diagnose', ...solved, knownIssue: once },
  { move: 'take-note' },
  { move: 'contact', channel: 'phone', outcome: 'applied', text },
  { move: 'confirm', satisfaction: 4 },
  { move: 'reopen', reason: text },
  { move: 'reprioritise', impact: 'high', urgency: 'low', reason: text },
  { move: 'categorise', category: 'app-install', platform: 'ios' },
]

const usual: readonly (readonly [who: number, move: object])[] = [
  [1, { move: 'claim' }],
  [1, { move: 'note', text }],
  [2, { move: 'escalate', asked: text, waiver }],
  [3, { move: 'accept' }],
  [3, { move: 'diagnose', ...solved, knownIssue: once }],
  [1, { move: 'take-note' }],
  [1, { move: 'contact', channel: 'phone', outcome: 'applied', text }],
  [0, { move: 'confirm', satisfaction: 4 }],
  [0, { move: 'reopen', reason: text }],
]

const act = (who: number, id: string, move: object | undefined, version: number, key: string): Promise<Answer> =>
  world.ask(everybody[who % everybody.length] ?? {}, 'POST /api/v1/tickets/:id/moves', {
    params: { id },
    body: { version, move },
    headers: { 'idempotency-key': key },
  })

const stored = async (id: string) => {
  const root = await world.home.as('root')
  return world.home.within(async (tx) => ({
    ...(await readTicket(tx, root, id)),
    audit: await audit(tx, root, id),
  }))
}

/** What must hold of a ticket after anything. */
async function holds(id: string): Promise<number> {
  const { ticket, events, audit: chain } = await stored(id)
  expect(replay(events)).toEqual(ticket)
  expect(events.map(({ number }) => number)).toEqual(events.map((_one, index) => index + 1))
  expect(ticket.version).toBe(events.length)
  expect(chain.brokenAt).toBeNull()
  return ticket.version
}

const command = fc.record({
  who: fc.nat(60),
  other: fc.nat(60),
  move: fc.nat(600),
  against: fc.nat(600),
  how: fc.constantFrom('once', 'once', 'twice', 'twice at once', 'against another'),
})

describe('a random life of a ticket', () => {
  test('is one story: one of two movers wins, a repeat changes nothing, and the row is what its events make', async () => {
    const seen = { moved: 0, refused: 0, repeated: 0, raced: 0 }
    const life = fc.array(command, { minLength: 14, maxLength: 14 })
    await fc.assert(
      fc.asyncProperty(life, async (commands) => {
        const { id } = await fixtures.ticket(world)
        let version = 1
        let next = 0
        for (const { who, other, move, against, how } of commands) {
          // Mostly what brings a ticket on, by whoever does that; sometimes anything by anybody.
          const onward = other % 3 === 0 ? undefined : usual[next % usual.length]
          if (onward) next += 1
          const all = [...steps, ...words]
          const [mover, made] = onward ?? [who, all[move % all.length]]
          const at = version
          const first = () => act(mover, id, made, at, key)
          const key = newId()
          if (how === 'against another') {
            const [one, two] = await Promise.all([
              act(who, id, steps[move % steps.length], version, key),
              act(other, id, steps[against % steps.length], version, newId()),
            ])
            const won = [one, two].filter(({ status }) => status === 200)
            expect(won.length).toBeLessThanOrEqual(1)
            seen.raced += won.length
            const now = await holds(id)
            expect(now > version).toBe(won.length === 1)
            version = now
            continue
          }
          const [answer, repeat] =
            how === 'twice at once' ? await Promise.all([first(), first()]) : [await first(), null]
          const now = await holds(id)
          if (answer.status !== 200) expect(now).toBe(version)
          seen[answer.status === 200 ? 'moved' : 'refused'] += 1
          const again = how === 'twice' ? await first() : repeat
          if (again) {
            expect([again.status, again.text]).toEqual([answer.status, answer.text])
            expect(await holds(id)).toBe(now)
            seen.repeated += 1
          }
          version = now
        }
      }),
      { numRuns: 6, seed: 20_261_122, endOnFailure: true },
    )
    expect(seen.moved).toBeGreaterThan(20)
    expect(seen.refused).toBeGreaterThan(10)
    expect(seen.repeated).toBeGreaterThan(8)
    expect(seen.raced).toBeGreaterThan(0)
  }, 180_000)

  test.each(['claim', 'release', 'reprioritise'])(
    'two who %s what both saw: one wins and the other is told what happened since',
    async (name) => {
      const { id } = await fixtures.ticket(world)
      const lies = world.home.people.lies.id
      const lead = await world.signInAs(world.home, lies)
      const start = name === 'claim' ? 1 : 2
      if (name !== 'claim') await act(1, id, { move: 'claim' }, 1, newId())
      const move = steps.find((step) => 'move' in step && step.move === name)
      const tom = await world.signInAs(world.home, world.home.people.tom.id)
      const movers = name === 'claim' ? [everybody[1], tom] : [everybody[1], lead]
      const answers = await Promise.all(
        movers.map((who) =>
          world.ask(who ?? {}, 'POST /api/v1/tickets/:id/moves', {
            params: { id },
            body: { version: start, move },
          }),
        ),
      )
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
      const refused = answers.find(({ status }) => status === 409)
      expect(refused?.body.code).toBe('ticket-moved-on')
      expect(refused?.body.data.since.length).toBeGreaterThan(0)
      await holds(id)
    },
  )

  test('a key that was used for something else is refused and changes nothing', async () => {
    const { id } = await fixtures.ticket(world)
    const key = newId()
    await act(1, id, { move: 'claim' }, 1, key)
    const other = await act(1, id, { move: 'release' }, 2, key)
    expect(other.status).toBeGreaterThanOrEqual(400)
    expect(await holds(id)).toBe(2)
  })
})
