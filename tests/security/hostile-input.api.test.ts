import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allRows } from './rows/all.ts'
import { type Actor, actors, type Ask, makeWorld, type World } from './world.ts'

/** Whatever stands where something was expected: the server says what is wrong with it, and never that it broke. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const hostile: readonly unknown[] = [
  null,
  true,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x'.repeat(1_000_000),
  '../../etc/passwd',
  '{{requester}}\r\nBcc: all@contoso.example',
  '019ab000-0000-7000-8000-00000000beef',
  '0000-13-45',
  '+275760-09-13T00:00:00Z',
  '9999-12-31',
  '9999-12-31T23:59:59.999Z',
  '-271821-04-20',
  -1,
  0.5,
  2_147_483_648,
  Number.MAX_SAFE_INTEGER,
  1e308,
  [],
  {},
  [null],
  { __proto__: { a: 1 }, constructor: 1 },
]
const words = hostile.filter(
  (value) => typeof value === 'string' && value !== '' && value.length < 1_000 && value.isWellFormed(),
) as string[]

/** The value once for each place in it, with something hostile there. */
function* spoilt(value: unknown): Generator<unknown> {
  yield* hostile
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      for (const bad of spoilt(item)) yield value.map((old, at) => (at === index ? bad : old))
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value))
      for (const bad of spoilt(item)) yield { ...value, [name]: bad }
  }
}

function* hostileAsks(asked: Ask): Generator<Ask> {
  if (asked.body !== undefined) for (const body of spoilt(asked.body)) yield { ...asked, body }
  for (const part of ['params', 'query'] as const)
    for (const name of Object.keys(asked[part] ?? {}))
      for (const bad of [...words, '99999999999999999999', '-1', '1e9', 'NaN'])
        yield { ...asked, [part]: { ...asked[part], [name]: bad } }
}

const mayFor = (outcomes: Readonly<Record<Actor, string>>): Actor =>
  actors.find((actor) => outcomes[actor].startsWith('2')) ?? 'administrator'

const rows = Object.entries(allRows).filter(([route]) => /\/(?:bridges|training|rollout)\b/.test(route))

describe('hostile input', () => {
  test.each(rows)('%s is answered with what is wrong', { timeout: 60_000 }, async (route, { ask, outcomes }) => {
    const actor = mayFor(outcomes)
    const who = await world.signIn(actor)
    const asked = await ask(world, actor)
    const broken: string[] = []
    for (const given of hostileAsks(asked)) {
      const { status, text } = await world.ask(who, route, given)
      if (status >= 500 && status !== 503)
        broken.push(`${JSON.stringify(given).slice(0, 300)} → ${status} ${text.slice(0, 200)}`)
    }
    expect(broken).toEqual([])
  })

  test('what was taken of it breaks no page', { timeout: 60_000 }, async () => {
    const who = await world.signIn('administrator')
    const broken: string[] = []
    for (const [route, { ask, outcomes }] of rows) {
      if (!route.startsWith('GET ') || !outcomes.administrator.startsWith('2')) continue
      const { status, text } = await world.ask(who, route, await ask(world, 'administrator'))
      if (status >= 500) broken.push(`${route} → ${text}`)
    }
    expect(broken).toEqual([])
  })
})
