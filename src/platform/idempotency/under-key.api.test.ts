import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type PlatformApp, platformApp, somebody } from '../../../tests/support/platform-app.ts'
import { inOrganisation, onItsOwn, type Tx } from '../database/transaction.ts'
import { Refused } from '../errors.ts'
import { serve } from '../http/serve.ts'

const contract = {
  'POST /api/v1/notes': {
    access: 'person',
    body: z.object({ text: z.string(), how: z.string().default('well') }),
    answer: z.object({ count: z.number() }),
    status: 201,
  },
} as const

let desk: PlatformApp
let fetched = 0
const who = somebody()

beforeAll(async () => {
  desk = await platformApp()
  await desk.platform.owner.query(`
    create table note (org_id uuid not null, id bigint generated always as identity, text text, primary key (org_id, id));
    grant all on note to tierwise_app;
    alter table note enable row level security, force row level security;
    create policy own on note using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid))`)
  serve(desk.app, contract, {
    'POST /api/v1/notes': async ({ body, signedIn, platform }) => {
      const within = <Value>(work: (tx: Tx) => Promise<Value>) => inOrganisation(platform, signedIn.orgId, work)
      fetched += 1
      if (body.how === 'number first') await onItsOwn(() => within(write('number')))
      if (body.how === 'at the same time') await Promise.all([within(write('a')), within(write('b'))])
      if (body.how === 'nested') await within((tx) => write('outer')(tx).then(() => within(write('inner'))))
      await within(write(body.text))
      if (body.how === 'refused') await within((tx) => write('undone')(tx).then(refuse))
      if (body.how === 'mistake') throw new Error('a mistake of ours')
      if (body.how === 'connection lost') {
        await within(async ({ db }) => {
          const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
          await platform.owner.query('select pg_terminate_backend($1)', [rows[0]?.pid])
        })
      }
      return within(async ({ db }) => ({ count: await count(db) }))
    },
  })
})
afterAll(() => desk.close())
beforeEach(async () => {
  fetched = 0
  await desk.platform.owner.query('delete from note')
})

const write =
  (text: string) =>
  async ({ db, orgId }: Tx) => {
    await sql`insert into note (org_id, text) values (${orgId}, ${text})`.execute(db)
  }
const refuse = () => Promise.reject(new Refused({ code: 'not-yours' }))
const count = async (db: Tx['db']) =>
  (await sql<{ n: number }>`select count(*)::int as n from note`.execute(db)).rows[0]?.n ?? 0
const notes = async () =>
  (await desk.platform.owner.query<{ text: string }>('select text from note order by id')).rows.map(
    ({ text }) => text,
  )
let keys = 0
const freshKey = () => `key-${++keys}`
const post = (key: string | null, body: object, person = who) =>
  desk.call(person, {
    method: 'POST',
    url: '/api/v1/notes',
    body,
    headers: key === null ? {} : { 'idempotency-key': key },
  })

describe('an Idempotency-Key', () => {
  test('makes a repeat give the first answer and do nothing', async () => {
    const key = freshKey()
    const first = await post(key, { text: 'once' })
    expect(first).toMatchObject({ status: 201, body: { count: 1 } })
    const again = await post(key, { text: 'once' })
    expect([again.status, again.body]).toEqual([201, { count: 1 }])
    expect(await notes()).toEqual(['once'])
  })

  test('lets one of fifty parallel repeats do the work, and gives all of them its answer', async () => {
    const key = freshKey()
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(key, { text: 'once' })))
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`))).toEqual(
      new Set(['201 {"count":1}']),
    )
    expect(await notes()).toEqual(['once'])
  })

  test('is refused for something else', async () => {
    const key = freshKey()
    await post(key, { text: 'one thing' })
    expect(await post(key, { text: 'another' })).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    })
    expect(await notes()).toEqual(['one thing'])
  })

  test('belongs to one person: the same key of a colleague is another', async () => {
    const key = freshKey()
    await post(key, { text: 'mine' })
    expect(await post(key, { text: 'theirs' }, somebody({ orgId: who.orgId }))).toMatchObject({ status: 201 })
    expect(await notes()).toEqual(['mine', 'theirs'])
  })

  test('keeps a refusal too, with what was done before it, and nothing of what was refused', async () => {
    const key = freshKey()
    const first = await post(key, { text: 'kept', how: 'refused' })
    expect(first).toMatchObject({ status: 409, body: { code: 'not-yours' } })
    expect(await notes()).toEqual(['kept'])
    expect((await post(key, { text: 'kept', how: 'refused' })).body).toEqual(first.body)
    expect(fetched).toBe(2)
    expect(await notes()).toEqual(['kept'])
  })

  test('leaves nothing of a failed try, so that a repeat does it all again', async () => {
    const key = freshKey()
    expect(await post(key, { text: 'lost', how: 'mistake' })).toMatchObject({ status: 500 })
    expect(await notes()).toEqual([])
  })

  test('leaves neither effect nor answer when the connection is lost between them', async () => {
    const key = freshKey()
    expect(await post(key, { text: 'lost', how: 'connection lost' })).toMatchObject({
      status: 503,
      headers: { 'retry-after': '2' },
    })
    expect(await notes()).toEqual([])
    const { rows } = await desk.platform.owner.query('select 1 from idempotency_keys where key = $1', [key])
    expect(rows).toEqual([])
  })

  test('is refused while another node works under it', async () => {
    const key = freshKey()
    const other = await desk.platform.owner.connect()
    await other.query('select pg_advisory_lock(hashtextextended($1, 7373))', [
      `${who.orgId} ${who.personId} ${key}`,
    ])
    expect(await post(key, { text: 'x' })).toMatchObject({ status: 409, body: { code: 'idempotency-key-in-use' } })
    await other.query('select pg_advisory_unlock_all()')
    other.release()
    expect(await post(key, { text: 'x' })).toMatchObject({ status: 201 })
  })

  test.each(['number first', 'at the same time', 'nested'])(
    'works with transactions that are made %s',
    async (how) => {
      const answer = await post(freshKey(), { text: 'last', how })
      expect(answer.status).toBe(201)
      expect((await notes()).at(-1)).toBe('last')
      expect(answer.body.count).toBe((await notes()).length)
    },
  )

  test('holds no more connections than there are, however many come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => post(freshKey(), { text: 'x', how: 'number first' })),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  })

  test.each(['', 'with space', 'x'.repeat(201), 'ë'])('%j is no usable key', async (key) => {
    expect(await post(key, { text: 'x' })).toMatchObject({
      status: 400,
      body: { code: 'idempotency-key-invalid' },
    })
  })

  test('may be left out', async () => {
    await post(null, { text: 'x' })
    await post(null, { text: 'x' })
    expect(await notes()).toEqual(['x', 'x'])
  })
})
