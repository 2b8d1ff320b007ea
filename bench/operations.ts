import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { twoWords } from './fill.ts'

export type Bed = {
  readonly url: string
  readonly orgId: string
  readonly requesterId: string
  readonly requesterToken: string
  readonly agentToken: string
  readonly planVersionId: string
  /** Ids of filled tickets. */
  readonly ids: readonly string[]
  /** Tickets that the agent has, to reply to; one per client. */
  readonly own: readonly string[]
  /** The same for the raw statements: these are not opened through the API, whose rules their events would not pass. */
  readonly rawOwn: readonly string[]
}

/** One thing that people do, through the API, and the statements that it comes down to, on PostgreSQL alone. */
export type Operation = {
  readonly name: string
  readonly api: (bed: Bed, client: number, turn: number) => Promise<void>
  readonly raw: (client: pg.PoolClient, bed: Bed, number: number, turn: number) => Promise<void>
}

async function call(bed: Bed, token: string, method: string, path: string, body?: unknown): Promise<void> {
  const answer = await fetch(bed.url + path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 200)}`)
}

const begin = (bed: Bed) => `begin; set local app.org_id = '${bed.orgId}'`
const some = <Item>(items: readonly Item[], turn: number): Item => items[(turn * 7919) % items.length] as Item
const hash = Buffer.alloc(32, 7)
const words = { subject: 'bench ticket', description: 'It says that the device limit has been reached.' }
let taken = 500_000_000

async function chain(db: pg.PoolClient, bed: Bed, ticketId: string, number: number, type: string): Promise<void> {
  await db.query({
    name: 'event',
    text: `insert into ticket_events (org_id, ticket_id, number, type, at, author_kind, author_id, facts, words, words_key, words_digest,
      previous_hash, hash) values ($1, $2, $3, $4, now(), 'person', $5, $6, $7, $8, $8, $8, $8)`,
    values: [bed.orgId, ticketId, number, type, bed.requesterId, '{}', JSON.stringify(words), hash],
  })
}

async function tellAndWake(db: pg.PoolClient, bed: Bed, ticketId: string): Promise<void> {
  const payload = JSON.stringify({ orgId: bed.orgId, ticketId })
  const later = new Date(Date.now() + 3_600_000).toISOString()
  await db.query({
    name: 'job',
    text: 'select job_add($1, $2::json, $3, $4::timestamptz, 12)',
    values: ['tickets.clock', payload, ticketId, later],
  })
  await db.query({
    name: 'job',
    text: 'select job_add($1, $2::json, $3, $4::timestamptz, 12)',
    values: ['tickets.notify', payload, null, later],
  })
  for (const topic of ['ticket', 'my-ticket'])
    await db.query({
      name: 'live',
      text: 'select live_announce($1, $2, $3::jsonb, $4::jsonb)',
      values: [topic, ticketId, '{"version":1}', '{"roles":["agent"]}'],
    })
}

async function keepAnswer(db: pg.PoolClient, bed: Bed): Promise<void> {
  await db.query({
    name: 'key',
    text: `insert into idempotency_keys (org_id, person_id, key, fingerprint, status, content_type, body)
      values ($1, $2, $3, $4, 201, 'application/json', $5)`,
    values: [bed.orgId, bed.requesterId, randomUUID(), hash, 'x'.repeat(1500)],
  })
}

const listColumns = `t.id, t.number, t.version, t.subject, t.stage, t.tier, t.priority, t.changed_at, t.due_at, p.name`
const listed = `select ${listColumns} from tickets t join persons p on p.org_id = t.org_id and p.id = t.requester_id
  where t.org_id = $1 and t.stage <> 'closed' and t.tier = 1 order by t.changed_at desc, t.id desc limit 51`
const counted = `select count(*) from (select 1 from tickets t where t.org_id = $1 and t.stage <> 'closed' and t.tier = 1 limit 10000) counted`
const found = `select ${listColumns} from tickets t join persons p on p.org_id = t.org_id and p.id = t.requester_id
  where t.org_id = $1 and t.search @@ (websearch_to_tsquery('dutch', $2) || websearch_to_tsquery('english', $2))
  order by t.changed_at desc, t.id desc limit 51`

export const operations: readonly Operation[] = [
  {
    name: 'open',
    api: (bed) =>
      call(bed, bed.requesterToken, 'POST', '/api/v1/tickets', {
        ...words,
        category: 'device-limit',
        platform: 'ios',
      }),
    raw: async (db, bed) => {
      const id = randomUUID()
      const number = ++taken
      await db.query(`begin; set local app.org_id = '${bed.orgId}'; select next_ticket_number(); commit`)
      await db.query(begin(bed))
      await db.query({
        name: 'open',
        text: `insert into tickets (org_id, id, number, version, plan_version_id, state, subject, kind, stage, tier, requester_id,
          priority, opened_at, changed_at, due_at, due_target, clock_at, last_hash, search, search_open)
          values ($1, $2, $3, 1, $4, $5, $6, 'incident', 'investigating', 1, $7, 3, now(), now(), now(), 'resolve', now(), $8,
            to_tsvector('dutch', $9) || to_tsvector('english', $9), to_tsvector('dutch', $9) || to_tsvector('english', $9))`,
        values: [
          bed.orgId,
          id,
          number,
          bed.planVersionId,
          JSON.stringify({ id, words, pad: 'x'.repeat(900) }),
          words.subject,
          bed.requesterId,
          hash,
          `${words.subject} ${words.description}`,
        ],
      })
      await chain(db, bed, id, 1, 'opened')
      await db.query({
        name: 'duty',
        text: "insert into ticket_duties (org_id, ticket_id, kind, tier) values ($1, $2, 'investigate', 1)",
        values: [bed.orgId, id],
      })
      await tellAndWake(db, bed, id)
      await keepAnswer(db, bed)
      await db.query('commit')
    },
  },
  {
    name: 'reply',
    api: (bed, client) =>
      call(bed, bed.agentToken, 'POST', `/api/v1/tickets/${some(bed.own, client)}/moves`, {
        move: { move: 'note', text: 'Looked at it again: still the same message on the screen.' },
      }),
    raw: async (db, bed, client, turn) => {
      const id = bed.rawOwn[client % bed.rawOwn.length] ?? ''
      await db.query(begin(bed))
      await db.query({
        name: 'lock',
        text: 'select state, number from tickets where org_id = $1 and id = $2 for update',
        values: [bed.orgId, id],
      })
      await db.query({
        name: 'read',
        text: 'select * from ticket_events where org_id = $1 and ticket_id = $2 order by number',
        values: [bed.orgId, id],
      })
      await db.query({
        name: 'move',
        text: `update tickets set version = version + 1, state = state, changed_at = now(), last_hash = $3,
          search = case when pg_column_size(search) < 500000 then search || to_tsvector('english', $4) else search end
          where org_id = $1 and id = $2`,
        values: [bed.orgId, id, hash, words.description],
      })
      await chain(db, bed, id, 100_000 + turn + Math.floor(Math.random() * 1e9), 'noted')
      await tellAndWake(db, bed, id)
      await keepAnswer(db, bed)
      await db.query('commit')
    },
  },
  {
    name: 'open-one',
    api: (bed, client, turn) =>
      call(bed, bed.agentToken, 'GET', `/api/v1/tickets/${some(bed.ids, client + turn)}`),
    raw: async (db, bed, client, turn) => {
      const id = some(bed.ids, client + turn)
      await db.query(begin(bed))
      await db.query({
        name: 'one',
        text: 'select state, number from tickets where org_id = $1 and id = $2',
        values: [bed.orgId, id],
      })
      await db.query({
        name: 'read',
        text: 'select * from ticket_events where org_id = $1 and ticket_id = $2 order by number',
        values: [bed.orgId, id],
      })
      await db.query('commit')
    },
  },
  {
    name: 'list',
    api: (bed) => call(bed, bed.agentToken, 'GET', '/api/v1/tickets?tier=1&limit=50'),
    raw: async (db, bed) => {
      await db.query(begin(bed))
      await db.query({ name: 'list', text: listed, values: [bed.orgId] })
      await db.query({ name: 'count', text: counted, values: [bed.orgId] })
      await db.query('commit')
    },
  },
  {
    name: 'search',
    api: (bed, client, turn) =>
      call(
        bed,
        bed.agentToken,
        'GET',
        `/api/v1/tickets?state=all&words=${encodeURIComponent(twoWords(client * 977 + turn))}`,
      ),
    raw: async (db, bed, client, turn) => {
      await db.query(begin(bed))
      await db.query({ name: 'search', text: found, values: [bed.orgId, twoWords(client * 977 + turn)] })
      await db.query('commit')
    },
  },
]
