import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillEveryTable, tablesOfOrganisations } from './every-table.ts'
import { ticketOn } from './fixtures.ts'
import { outcomeOf } from './outcomes.ts'
import { allRows } from './rows/all.ts'
import { type Actor, makeWorld, type World } from './world.ts'

/** Row-level security takes no part: it is switched off on every table, and what the application asks for is all that it gets. */
let world: World
let tables: readonly string[]
/** The ids of everything at home, and of everything at the other's. */
let homeIds: ReadonlySet<string>
let awayTicket: string

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

beforeAll(async () => {
  world = await makeWorld()
  for (const desk of [world.home, world.away]) await fillEveryTable(world, desk)
  tables = await tablesOfOrganisations(world)
  for (const table of tables) await world.platform.owner.query(`alter table ${table} disable row level security`)
  homeIds = await idsOf(world.home.orgId)
  awayTicket = (await ticketOn(world, world.away, { subject: 'Kanarie away' })).id
})
afterAll(() => world.close())

/** The same question to every table at once; the name makes PostgreSQL keep how it answers. */
async function ofEveryTable(name: string, column: string, where: string, values: readonly string[]) {
  const text = tables
    .map((table) => `select '${table}' as name, ${column} as text from ${table} t where ${where}`)
    .join(' union all ')
  const { rows } = await world.platform.owner.query<{ name: string; text: string | null }>({
    name,
    text,
    values: [...values],
  })
  return rows.map((row) => `${row.name}\n${row.text}`).join('\n')
}

/** Where each row of the organisation stands and which transaction wrote it: another text after every write. */
const stateOf = (orgId: string) =>
  ofEveryTable('state', "string_agg(t.ctid::text || t.xmin::text, ' ' order by t.ctid)", 'org_id = $1', [orgId])

/** The ids in what was written since a transaction; in everything, without one. */
async function idsOf(orgId: string, since = '0'): Promise<ReadonlySet<string>> {
  const written = 'org_id = $1 and t.xmin::text::bigint >= $2::bigint'
  const text = await ofEveryTable('ids', "string_agg(t::text, ' ')", written, [orgId, since])
  return new Set(text.match(uuid))
}

/** No transaction that wrote until now is as new as this one. */
async function now(): Promise<string> {
  const { rows } = await world.platform.owner.query<{ next: string }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text as next',
  )
  return rows[0]?.next ?? '0'
}

/** Answers of the other organisation that name something of home. */
const leaks = (text: string, ids: ReadonlySet<string>) => (text.match(uuid) ?? []).filter((id) => ids.has(id))

describe('the application alone', () => {
  test('is looked at while the database would show everything', async () => {
    const { rows } = await world.home.within((tx) =>
      tx.db
        .selectFrom('tickets')
        .select('org_id')
        .execute()
        .then((all) => ({ rows: all })),
    )
    expect(new Set(rows.map(({ org_id }) => org_id)).size).toBe(2)
  })

  test.each(Object.entries(allRows))(
    '%s answers an outsider as if nothing were there, and leaves everything as it is',
    async (route, { ask, outcomes }) => {
      const since = await now()
      const asked = await ask(world, 'outsider')
      const who = await world.signIn('outsider')
      const ids = new Set([...homeIds, ...(await idsOf(world.home.orgId, since))])
      const before = await stateOf(world.home.orgId)
      const answer = await world.ask(who, route, asked)
      expect(outcomeOf(answer)).toBe(outcomes.outsider)
      if (!route.includes('/portal/') && !route.includes('/sign-in')) {
        expect(leaks(answer.text, ids)).toEqual([])
        expect(await stateOf(world.home.orgId)).toBe(before)
      }
    },
  )

  test('lists, counts and finds only what is of the own organisation, for everybody', async () => {
    const awayIds = await idsOf(world.away.orgId)
    const actors: readonly Actor[] = ['requester', 'tier1', 'lead', 'planOwner', 'administrator', 'auditor']
    const lists = Object.keys(allRows).filter((route) => route.startsWith('GET /api/v1/') && !route.includes(':'))
    expect(lists.length).toBeGreaterThan(15)
    const found: string[] = []
    for (const actor of actors) {
      const who = await world.signIn(actor)
      for (const route of lists) {
        const { text } = await world.ask(who, route, {})
        if (leaks(text, awayIds).length > 0) found.push(`${actor}: ${route}`)
      }
    }
    expect(found).toEqual([])
    expect(homeIds.has(awayTicket)).toBe(false)
  })

  test('counts and finds the same with and without the tickets of the other', async () => {
    const who = await world.signIn('lead')
    const searches = [
      { words: 'Kanarie' },
      { state: 'all', sort: 'due' },
      { requester: world.away.people.ada.id },
      { assignee: world.away.people.tess.id },
      { mine: 'to-do' },
      { duty: 'investigate' },
    ]
    const answers = async () => {
      const counts = await world.ask(who, 'GET /api/v1/tickets/counts')
      const lists = await Promise.all(
        searches.map((query) => world.ask(who, 'GET /api/v1/tickets', { query: query as Record<string, string> })),
      )
      expect(lists.map(({ status }) => status)).toEqual(searches.map(() => 200))
      return [counts.text, ...lists.map(({ text }) => text)]
    }
    const before = await answers()
    for (const _each of [1, 2, 3]) await ticketOn(world, world.away, { subject: 'Kanarie away' })
    expect(await answers()).toEqual(before)
    const own = await world.ask(who, 'GET /api/v1/tickets', { query: { words: 'Kanarie' } })
    expect(own.body.total.count).toBe(1)
  })
})
