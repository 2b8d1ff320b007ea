import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type TestPlatform, testPlatform } from '../../../tests/support/test-platform.ts'
import { newId } from '../database/id.ts'
import { inOrganisation, type Tx } from '../database/transaction.ts'
import { cancelJob, enqueue, type Jobs } from './enqueue.ts'
import { failedJobs, retryJob } from './failed-jobs.ts'
import { startWorker, type Worker } from './worker.ts'

let platform: TestPlatform
let worker: Worker
const orgId = newId()
const ran: { name: string; at: number; payload: unknown }[] = []
const within = (work: (tx: Tx) => Promise<void>) => inOrganisation(platform, orgId, work)
const note =
  (name: string): Jobs[string] =>
  async (_platform, payload: unknown) => {
    ran.push({ name, at: Date.now(), payload })
  }
let mayPass = false
const jobs: Jobs = {
  'test.note': note('test.note'),
  'test.fail': async (_platform, payload: { once?: boolean }) => {
    ran.push({ name: 'test.fail', at: Date.now(), payload })
    if (!mayPass) throw new Error('not today')
  },
}
const until = (found: () => boolean, timeout = 5_000) => vi.waitUntil(found, { timeout, interval: 5 })
const of = (mark: string) => ran.filter(({ payload }) => (payload as { mark?: string }).mark === mark)

beforeAll(async () => {
  platform = await testPlatform()
  const slow: Jobs = { 'test.slow': () => new Promise((resolve) => setTimeout(resolve, 1_500)) }
  worker = await startWorker(platform, { jobs, slowJobs: slow })
})
afterAll(async () => {
  await worker.stop()
  await platform.close()
})

describe('a job', () => {
  test('runs soon after its transaction, with its organisation', async () => {
    await within((tx) => enqueue(tx, 'test.note', { mark: 'soon' }))
    await until(() => of('soon').length === 1)
    expect(of('soon')[0]?.payload).toEqual({ mark: 'soon', orgId })
  })

  test('is heard of at once, not at the next look half a second later', async () => {
    const waits: number[] = []
    for (let n = 0; n < 9; n += 1) {
      const asked = Date.now()
      await within((tx) => enqueue(tx, 'test.note', { mark: `heard ${n}` }))
      await until(() => of(`heard ${n}`).length === 1)
      waits.push((of(`heard ${n}`)[0]?.at ?? 0) - asked)
    }
    expect(waits.toSorted((a, b) => a - b)[4]).toBeLessThan(200)
  })

  test('of a transaction that fails does not exist', async () => {
    await within(async (tx) => {
      await enqueue(tx, 'test.note', { mark: 'never' })
      throw new Error('changed my mind')
    }).catch(() => undefined)
    await within((tx) => enqueue(tx, 'test.note', { mark: 'after never' }))
    await until(() => of('after never').length === 1)
    expect(of('never')).toEqual([])
  })

  test('with a key waits once, at the last moment that was asked for', async () => {
    const at = (ms: number) => new Date(Date.now() + ms).toISOString()
    const due = Date.now() + 700
    await within((tx) => enqueue(tx, 'test.note', { mark: 'keyed', n: 1 }, { key: 'a', runAt: at(100) }))
    await within((tx) =>
      enqueue(tx, 'test.note', { mark: 'keyed', n: 2 }, { key: 'a', runAt: new Date(due).toISOString() }),
    )
    await until(() => of('keyed').length > 0)
    expect(of('keyed').map(({ payload }) => payload)).toEqual([{ mark: 'keyed', n: 2, orgId }])
    expect(of('keyed')[0]?.at).toBeGreaterThanOrEqual(due)
    expect(of('keyed')[0]?.at).toBeLessThan(due + 1_500)
  })

  test('can be taken back, and only by its own organisation', async () => {
    const runAt = new Date(Date.now() + 400).toISOString()
    await within((tx) => enqueue(tx, 'test.note', { mark: 'taken' }, { key: 'taken', runAt }))
    await within((tx) => enqueue(tx, 'test.note', { mark: 'left' }, { key: 'left', runAt }))
    await within((tx) => cancelJob(tx, 'test.note', 'taken'))
    await inOrganisation(platform, newId(), (tx) => cancelJob(tx, 'test.note', 'left'))
    await until(() => of('left').length === 1)
    expect(of('taken')).toEqual([])
  })

  test('cannot be made for another organisation', async () => {
    const forged = inOrganisation(platform, orgId, (tx) => enqueue({ ...tx, orgId: newId() }, 'test.note', {}))
    await expect(forged).rejects.toThrow('organisation of its transaction')
  })

  test('is not late because deliveries are slow', async () => {
    await within(async (tx) => {
      for (let n = 0; n < 12; n += 1) await enqueue(tx, 'test.slow', {})
      await enqueue(tx, 'test.note', { mark: 'quick' })
    })
    const asked = Date.now()
    await until(() => of('quick').length === 1)
    expect((of('quick')[0]?.at ?? 0) - asked).toBeLessThan(1_000)
  })

  test('that keeps failing stays behind, visible to its organisation, and can be tried again', async () => {
    await within((tx) => enqueue(tx, 'test.fail', { mark: 'failing' }, { maxAttempts: 1 }))
    await vi.waitUntil(async () => (await failedJobs(platform, orgId)).length === 1, { timeout: 5_000 })
    const [failed] = await failedJobs(platform, orgId)
    expect(failed).toMatchObject({ name: 'test.fail', orgId, attempts: 1, lastError: 'not today' })
    expect(await failedJobs(platform, newId())).toEqual([])
    expect(await retryJob(platform, newId(), failed?.id ?? '')).toBe(false)
    mayPass = true
    expect(await retryJob(platform, orgId, failed?.id ?? '')).toBe(true)
    await until(() => of('failing').length === 2)
  })

  test('of a crashed worker is given back within thirty seconds', async () => {
    await within((tx) =>
      enqueue(tx, 'test.note', { mark: 'rescued' }, { runAt: new Date(Date.now() + 3_600_000).toISOString() }),
    )
    // What a worker leaves behind that was killed while it held the job, seconds ago.
    await platform.owner.query(
      `update graphile_worker._private_jobs set run_at = now(), locked_by = 'pool-of-the-dead', locked_at = now() - interval '5 seconds'
       where payload ->> 'mark' = 'rescued'`,
    )
    const killed = Date.now() - 5_000
    await until(() => of('rescued').length === 1, 30_000)
    expect((of('rescued')[0]?.at ?? 0) - killed).toBeLessThan(30_000)
  })
})
