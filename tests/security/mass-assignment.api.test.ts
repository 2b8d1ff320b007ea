import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tablesOfOrganisations } from './every-table.ts'
import { outcomeOf } from './outcomes.ts'
import { allRows } from './rows/all.ts'
import { type Actor, actors, makeWorld, type World } from './world.ts'

/** Fields that a body does not declare are refused, or reach nothing. */
let world: World
let tables: readonly string[]
beforeAll(async () => {
  world = await makeWorld()
  tables = await tablesOfOrganisations(world)
})
afterAll(() => world.close())

const canary = 'c4n4ry-m4ss'

/** What an attacker would like to set, beside a name that exists nowhere. */
const wanted = () => ({
  [canary]: canary,
  orgId: world.away.orgId,
  org_id: world.away.orgId,
  id: '019ab000-0000-7000-8000-00000000beef',
  personId: '019ab000-0000-7000-8000-00000000beef',
  isAdmin: true,
  disabledAt: null,
  source: canary,
  assigneeId: '019ab000-0000-7000-8000-00000000beef',
  presentTiers: [4],
  publishedAt: '2020-01-01T00:00:00.000Z',
})

/** The same body with more in every object of it; `id` and the like never replace what was meant. */
function stuffed(value: unknown, deep: boolean, top = true): unknown {
  if (Array.isArray(value)) return value.map((item) => stuffed(item, deep, false))
  if (typeof value !== 'object' || value === null) return value
  const inside = Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, deep ? stuffed(item, deep, false) : item]),
  )
  return top && deep ? inside : { ...wanted(), ...inside }
}

const mayFor = (outcomes: Readonly<Record<Actor, string>>): Actor =>
  (['administrator', ...actors] as const).find((actor) => outcomes[actor].startsWith('2')) ?? 'administrator'

/** Rows of transactions before this one were looked at already. */
let lookedUntil = '0'

/** The tables in which something of it stands, of all that was written since the last look. */
async function traces(): Promise<string[]> {
  const { owner } = world.platform
  const now = await owner.query<{ oldest: string }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text as oldest',
  )
  const looks = tables.map(
    (table) =>
      `select distinct '${table}' as name from ${table} t
        where t.xmin::text::bigint >= $2::bigint and (t::text like '%' || $1 || '%' or t::text like '%00000000beef%')`,
  )
  const text = looks.join(' union all ')
  const { rows } = await owner.query<{ name: string }>({ name: 'traces', text, values: [canary, lookedUntil] })
  lookedUntil = now.rows[0]?.oldest ?? '0'
  return rows.map(({ name }) => name)
}

const bodies = Object.entries(allRows).filter(
  ([route]) => /^(?:POST|PUT|PATCH) /.test(route) && !route.endsWith('/files'),
)

describe('mass assignment', () => {
  test.each(bodies)('%s stores nothing that it does not declare', async (route, { ask, outcomes }) => {
    const actor = mayFor(outcomes)
    for (const deep of [false, true]) {
      const asked = await ask(world, actor)
      if (asked.body === undefined) continue
      const answer = await world.ask(await world.signIn(actor), route, {
        ...asked,
        body: stuffed(asked.body, deep),
      })
      expect(['invalid-input', outcomes[actor]]).toContain(outcomeOf(answer))
      expect(answer.text.includes(canary) && answer.status < 400).toBe(false)
    }
    expect(await traces()).toEqual([])
  })

  test('does not give a person the roles that they ask for themselves', async () => {
    const ada = await world.signIn('requester')
    const body = { theme: 'dark', roles: ['administrator'], email: 'root@contoso.example', teams: ['mdm-team'] }
    expect(outcomeOf(await world.ask(ada, 'PATCH /api/v1/me', { body }))).toBe('invalid-input')
    const { roles, email } = (await world.ask(ada, 'GET /api/v1/me')).body
    expect({ roles, email }).toEqual({ roles: ['requester'], email: 'ada@contoso.example' })
  })

  test('by the name of a prototype reaches no object', async () => {
    const root = await world.signIn('administrator')
    const payload =
      '{"name":"New","email":"proto@contoso.example","roles":["requester"],"__proto__":{"invite":false},"constructor":{"prototype":{"a":1}}}'
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/v1/people',
      headers: { ...root, 'content-type': 'application/json' },
      payload,
    })
    expect(answer.statusCode).toBe(400)
    expect(({} as Record<string, unknown>)['invite']).toBeUndefined()
  })
})
