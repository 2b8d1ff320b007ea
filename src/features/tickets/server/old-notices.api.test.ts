import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { newId } from '#platform/database/id.ts'
import { migrate } from '#platform/database/migrate.ts'
import { readMigrations } from '#platform/database/migration-files.ts'
import { createLog } from '#platform/log.ts'

const log = createLog('silent')
const name = `old_notices_${process.pid}`
const address = new URL(inject('templateDatabase'))
const urlOf = (database: string, user?: string) => {
  const url = new URL(address)
  url.pathname = `/${database}`
  if (user) url.searchParams.set('user', user)
  return url.href
}
const admin = new pg.Pool({ connectionString: urlOf('postgres'), max: 1 })
/** Rows are put in as if everything else that they refer to were there; migrating is done by an owner whom row-level security binds. */
const direct = new pg.Pool({
  connectionString: urlOf(name),
  max: 1,
  options: '-c session_replication_role=replica',
})

// Dropping the database cuts off connections that are still closing.
direct.on('error', (err) => log.debug({ err }, 'a connection was lost'))

const at = '2026-11-20T09:00:00.000Z'
const read = '2026-11-21T09:00:00.000Z'
const [home, away] = [newId(), newId()]
const [tess, tom] = [newId(), newId()]
const tickets = { answered: newId(), fresh: newId(), closed: newId(), away: newId() }

async function put(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const names = Object.keys(row)
  const marks = names.map((_name, index) => `$${index + 1}`)
  await direct.query(`insert into ${table} (${names.join(', ')}) values (${marks.join(', ')})`, Object.values(row))
}

async function ticket(id: string, number: number, stage: string, ...events: readonly string[]): Promise<void> {
  const org_id = id === tickets.away ? away : home
  await put('tickets', {
    ...{ org_id, id, number, version: events.length, plan_version_id: newId(), state: {}, subject: 'Stops' },
    ...{ kind: 'incident', stage, requester_id: tess, priority: 3, opened_at: at, changed_at: at, last_hash: '' },
  })
  for (const [index, type] of events.entries())
    await put('ticket_events', {
      ...{ org_id, ticket_id: id, number: index + 1, type, at, author_kind: 'system', author_system: 'clock' },
      ...{ facts: {}, words_digest: '', previous_hash: '', hash: '' },
    })
}

type Old = {
  readonly of: keyof typeof tickets
  readonly to?: string
  readonly event?: number
  readonly channel?: 'desk' | 'mail'
  readonly readAt?: string | null
}
const told = (moment: string, { of, to = tess, event = 1, channel = 'desk', readAt = null }: Old) =>
  put('ticket_notices', {
    ...{ org_id: of === 'away' ? away : home, id: newId(), person_id: to, ticket_id: tickets[of] },
    ...{ event_number: event, moment, channel, at, read_at: readAt },
  })

beforeAll(async () => {
  await admin.query(`create role ${name} login createrole`)
  await admin.query(`grant tierwise_app to ${name} with admin option`)
  await admin.query(`create database ${name} owner ${name}`)
  const migrations = readMigrations()
  await migrate(urlOf(name, name), log, migrations.slice(0, 35))
  for (const [org, person] of [
    [home, tess],
    [home, tom],
    [away, tess],
  ])
    await put('persons', {
      ...{ org_id: org, id: person, name: 'Tess', email: `${person}@contoso.example`, language: 'nl' },
      ...{ roles: ['agent'], created_at: at },
    })
  await ticket(tickets.answered, 1, 'investigating', 'opened', 'assigned', 'answered')
  await ticket(tickets.fresh, 2, 'investigating', 'opened')
  await ticket(tickets.closed, 3, 'closed', 'opened', 'answered', 'closed')
  await ticket(tickets.away, 1, 'investigating', 'opened')
  await told('opened', { of: 'answered' })
  await told('answered', { of: 'answered', event: 3 })
  await told('opened', { of: 'fresh' })
  await told('opened', { of: 'fresh', to: tom, readAt: read })
  await told('answered', { of: 'closed', event: 2 })
  await told('closed', { of: 'closed', event: 3, readAt: read })
  await told('opened', { of: 'away' })
  await told('opened', { of: 'answered', channel: 'mail' })
  await told('sent-back', { of: 'fresh', to: tom, channel: 'mail', readAt: read })
  await put('notices', {
    ...{ org_id: home, id: newId(), person_id: tom, teller: 'devices', kind: 'agree.wipe', about: 'a wipe' },
    ...{ occasion: 'agree', at, read_at: read },
  })
  await migrate(urlOf(name, name), log, migrations)
})
afterAll(async () => {
  await direct.end()
  await admin.query(`drop database ${name} with (force)`)
  await admin.query(`drop role ${name}`)
  await admin.end()
})

/** `fresh/1 opened: asks, read`, of one organisation. */
async function bells(org: string): Promise<string[]> {
  const { rows } = await direct.query<Record<'about' | 'occasion' | 'kind' | 'asks' | 'read', string | null>>(
    `select about, occasion, kind, case when asks then 'asks' else 'news' end as asks,
       to_char(read_at at time zone 'UTC', 'YYYY-MM-DD') as read
     from notices where org_id = $1`,
    [org],
  )
  const known = new Map(Object.entries(tickets).map(([key, id]) => [id, key]))
  return rows
    .map(
      ({ about, ...one }) =>
        `${known.get(about ?? '') ?? about}/${one.occasion} ${one.kind}: ${one.asks}${one.read ? `, read ${one.read}` : ''}`,
    )
    .toSorted()
}

describe('What a desk told before there was one bell', () => {
  test('stands in it: what was not read and is still to be done asks, the rest is news', async () => {
    expect(await bells(home)).toEqual([
      'a wipe/agree agree.wipe: asks, read 2026-11-21',
      'answered/1 opened: news',
      'answered/3 answered: asks',
      'closed/2 answered: news',
      'closed/3 closed: news, read 2026-11-21',
      'fresh/1 opened: asks',
      'fresh/1 opened: news, read 2026-11-21',
    ])
  })

  test('stands there in every organisation', async () => {
    expect(await bells(away)).toEqual(['away/1 opened: asks'])
  })

  test('by mail is known to have gone, read or not, so that no mail goes twice', async () => {
    const { rows } = await direct.query(
      'select org_id, ticket_id, event_number, person_id, moment, at from ticket_mails_told order by moment',
    )
    const went = { org_id: home, event_number: 1, at: new Date(at) }
    expect(rows).toEqual([
      { ...went, ticket_id: tickets.answered, person_id: tess, moment: 'opened' },
      { ...went, ticket_id: tickets.fresh, person_id: tom, moment: 'sent-back' },
    ])
  })

  test('is kept apart by organisation again, and the old table is gone', async () => {
    const { rows } = await direct.query<{ relname: string }>(
      `select relname from pg_class where relname in
         ('notices', 'tickets', 'ticket_events', 'ticket_mails_told', 'ticket_notices') and relforcerowsecurity
       and relkind = 'r' order by relname`,
    )
    expect(rows.map(({ relname }) => relname)).toEqual([
      'notices',
      'ticket_events',
      'ticket_mails_told',
      'tickets',
    ])
  })
})
