import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestPlatform, testPlatform } from '../../../tests/support/test-platform.ts'
import { newId } from '../database/id.ts'
import { inOrganisation, type Tx } from '../database/transaction.ts'
import { UpstreamFailed } from '../errors.ts'
import { type Deliverer, deliverJob } from './deliver.ts'
import { deliverAgain, failedOutgoing } from './failed-outgoing.ts'
import { putOut } from './put-out.ts'

let platform: TestPlatform
const orgId = newId()
const within = <Value>(work: (tx: Tx) => Promise<Value>) => inOrganisation(platform, orgId, work)
const delivered: { id: string; payload: unknown; attempt: number }[] = []
let failure: Error | null = null
const mail: Deliverer = async (_platform, { id, payload, attempt }) => {
  delivered.push({ id, payload, attempt })
  if (failure) throw failure
  return '250 taken'
}
const run = (id: string) => deliverJob({ mail })(platform, { orgId, id })
const row = async (id: string) =>
  (
    await platform.owner.query('select state, attempts, last_error, provider_answer from outbox where id = $1', [
      id,
    ])
  ).rows[0]
const put = () => within((tx) => putOut(platform, tx, { kind: 'mail', payload: { to: 'ada@contoso.example' } }))

beforeAll(async () => {
  platform = await testPlatform()
})
afterAll(() => platform.close())

describe('an effect outside the database', () => {
  test('gets its job with its cause, or neither', async () => {
    const jobs = async () =>
      (await platform.owner.query(`select payload from graphile_worker._private_jobs`)).rows.length
    const before = await jobs()
    await within(async (tx) => {
      await putOut(platform, tx, { kind: 'mail', payload: {} })
      throw new Error('changed my mind')
    }).catch(() => undefined)
    expect(await jobs()).toBe(before)
    await put()
    expect(await jobs()).toBe(before + 1)
  })

  test('is delivered once, with what the other side answered', async () => {
    const id = await put()
    await run(id)
    await run(id)
    expect(delivered.filter((one) => one.id === id)).toEqual([
      { id, payload: { to: 'ada@contoso.example' }, attempt: 1 },
    ])
    expect(await row(id)).toEqual({ state: 'sent', attempts: 1, last_error: null, provider_answer: '250 taken' })
  })

  test('that was sent is forgotten: a one-time link or words of a person stay in no table', async () => {
    const id = await put()
    const payload = async () =>
      (await platform.owner.query<{ payload: unknown }>('select payload from outbox where id = $1', [id])).rows
    expect(await payload()).toEqual([{ payload: { sealed: expect.stringMatching(/^v1\./) as string } }])
    await run(id)
    expect(await payload()).toEqual([{ payload: {} }])
  })

  test('is of no use to whoever reads the database, or copies it to another row (sealed with the key in the data folder)', async () => {
    const [id, other] = [await put(), await put()]
    const { rows } = await platform.owner.query<{ text: string }>(
      'select o::text as text from outbox o where id = $1',
      [id],
    )
    expect(rows[0]?.text).not.toContain('contoso')
    await platform.owner.query(
      'update outbox set payload = (select payload from outbox where id = $1) where id = $2',
      [id, other],
    )
    await expect(run(other)).rejects.toThrow()
    expect(delivered.filter((one) => one.id === other)).toEqual([])
  })

  test('that was put out in clear by an earlier version is delivered', async () => {
    const id = await put()
    await platform.owner.query(`update outbox set payload = '{"to":"bob@contoso.example"}' where id = $1`, [id])
    await run(id)
    expect(delivered.find((one) => one.id === id)?.payload).toEqual({ to: 'bob@contoso.example' })
  })

  test('that fails is tried again under the same id, until it succeeds', async () => {
    const id = await put()
    failure = new UpstreamFailed('smtp', { retryable: true, cause: new Error('421 later') })
    await expect(run(id)).rejects.toThrow('smtp failed')
    expect(await row(id)).toMatchObject({ state: 'waiting', attempts: 1, last_error: 'smtp failed: 421 later' })
    failure = null
    await run(id)
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 2, last_error: null })
    expect(delivered.filter((one) => one.id === id).map(({ attempt }) => attempt)).toEqual([1, 2])
  })

  test('that can never succeed is not tried again, is listed, and can be sent again by hand', async () => {
    const id = await put()
    failure = new UpstreamFailed('smtp', { retryable: false, cause: new Error('550 no such mailbox') })
    await run(id)
    expect(await within((tx) => failedOutgoing(tx, 'mail'))).toMatchObject([
      { id, lastError: 'smtp failed: 550 no such mailbox' },
    ])
    expect(await inOrganisation(platform, newId(), (tx) => failedOutgoing(tx, 'mail'))).toEqual([])
    expect(await inOrganisation(platform, newId(), (tx) => deliverAgain(tx, id))).toBe(false)
    failure = null
    expect(await within((tx) => deliverAgain(tx, id))).toBe(true)
    await run(id)
    expect(await row(id)).toMatchObject({ state: 'sent' })
  })

  test('is given up after twelve tries', async () => {
    const id = await put()
    failure = new UpstreamFailed('smtp', { retryable: true })
    for (let n = 1; n < 12; n += 1) await expect(run(id)).rejects.toThrow()
    await run(id)
    failure = null
    expect(await row(id)).toMatchObject({ state: 'failed', attempts: 12 })
  })

  test('of a kind that nobody delivers is visible as failed', async () => {
    const id = await within((tx) => putOut(platform, tx, { kind: 'pigeon', payload: {} }))
    await run(id)
    expect(await row(id)).toMatchObject({
      state: 'failed',
      last_error: 'pigeon failed: nobody delivers this kind',
    })
  })
})
