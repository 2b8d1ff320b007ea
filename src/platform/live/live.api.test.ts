import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { listen as connect, type LiveListener } from '../../../tests/support/live-listener.ts'
import { type PlatformApp, platformApp, type Somebody, somebody } from '../../../tests/support/platform-app.ts'
import { newId } from '../database/id.ts'
import { inOrganisation, type Tx } from '../database/transaction.ts'
import { announce, type Audience } from './announce.ts'
import { createHub } from './hub.ts'
import { serveLive } from './stream.ts'

let desk: PlatformApp
let address = ''
const orgId = newId()
const agent = somebody({ orgId, roles: ['agent'] })
const open: LiveListener[] = []

beforeAll(async () => {
  desk = await platformApp()
  serveLive(desk.app, { hub: createHub(desk.platform), heartbeatMs: 300, recheckMs: 500 })
  address = `${await desk.app.listen({ host: '127.0.0.1', port: 0 })}/api/v1/live`
})
afterAll(() => desk.close())
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

const listen = async (who: Somebody = agent, lastId?: string): Promise<LiveListener> => {
  const listener = await connect(address, desk.as(who), lastId)
  open.push(listener)
  await vi.waitUntil(() =>
    listener.heard.some(({ message }) => message.topic === 'ready' || message.topic === 'resync'),
  )
  return listener
}
const agents: Audience = { roles: ['agent'] }
const tell = (subject: string, audience = agents, org = orgId) =>
  inOrganisation(desk.platform, org, (tx) => announce(tx, { topic: 'ticket', subject, audience }))
const until = (found: () => boolean) => vi.waitUntil(found, { timeout: 8_000, interval: 5 })
const hears = (listener: LiveListener, subject: string) => until(() => listener.subjects().includes(subject))

describe('a page that listens', () => {
  test('hears what was announced once its transaction has committed, and nothing of one that failed', async () => {
    const page = await listen()
    await inOrganisation(desk.platform, orgId, async (tx) => {
      await announce(tx, { topic: 'ticket', subject: 'undone', audience: agents })
      throw new Error('changed my mind')
    }).catch(() => undefined)
    await inOrganisation(desk.platform, orgId, (tx) =>
      announce(tx, { topic: 'ticket', subject: 'done', data: { version: 3 }, audience: agents }),
    )
    await hears(page, 'done')
    expect(page.subjects()).toEqual(['done'])
    expect(page.heard.at(-1)?.message).toEqual({
      seq: expect.any(Number),
      topic: 'ticket',
      subject: 'done',
      data: { version: 3 },
    })
  })

  test('hears only what is meant for the person or a role of theirs, in their own organisation', async () => {
    const requester = somebody({ orgId, roles: ['requester'] })
    const elsewhere = await listen(somebody({ roles: ['agent'] }))
    const [theirs, staff] = [await listen(requester), await listen()]
    await tell('for agents')
    await tell('for one', { persons: [requester.personId] })
    await tell('for nobody', {})
    await tell('for both', { roles: ['agent', 'requester'] })
    await hears(theirs, 'for both')
    await hears(staff, 'for both')
    expect(theirs.subjects()).toEqual(['for one', 'for both'])
    expect(staff.subjects()).toEqual(['for agents', 'for both'])
    expect(elsewhere.subjects()).toEqual([])
  })

  test('hears of something too large to send along, in its place', async () => {
    const page = await listen()
    await inOrganisation(desk.platform, orgId, (tx) =>
      announce(tx, { topic: 'ticket', subject: 'large', data: { text: 'x'.repeat(20_000) }, audience: agents }),
    )
    await tell('small')
    await hears(page, 'small')
    expect(page.subjects()).toEqual(['large', 'small'])
  })

  test('must be signed in', async () => {
    expect((await connect(address, {})).status).toBe(401)
  })

  test('is cut off soon after the sign-in ends', async () => {
    const leaver = somebody({ orgId })
    const [gone, stays] = [await listen(leaver), await listen()]
    desk.ended.add(leaver.personId)
    const asked = Date.now()
    await gone.ended
    expect(Date.now() - asked).toBeLessThan(2_000)
    await tell('after')
    await hears(stays, 'after')
  })

  test('may be open thirty times for one person, not more', async () => {
    const eager = somebody({ orgId })
    for (let n = 0; n < 30; n += 1) await listen(eager)
    const one = await connect(address, desk.as(eager))
    expect(one.status).toBe(429)
    open.pop()?.close()
    await vi.waitUntil(async () => (await connect(address, desk.as(eager))).status === 200)
  })
})

describe('a page that comes back', () => {
  test('hears what it missed, also of a transaction that had begun long before', async () => {
    const page = await listen()
    const slow = held((tx) => announce(tx, { topic: 'ticket', subject: 'slow', audience: agents }))
    await slow.begun
    await tell('fast')
    await hears(page, 'fast')
    page.close()
    await slow.commit()
    const back = await listen(agent, page.lastId())
    await hears(back, 'slow')
  })

  test('misses nothing while many write and it keeps losing its connection', async () => {
    const person = somebody({ orgId })
    const audience = { persons: [person.personId] }
    const heard = new Set<string>()
    let last: string | undefined = (await listen(person)).lastId()
    let writing = true
    const reading = (async () => {
      while (writing) {
        const page = await connect(address, desk.as(person), last)
        await new Promise((resolve) => setTimeout(resolve, 15 + Math.random() * 40))
        page.close()
        await page.ended
        for (const subject of page.subjects()) heard.add(subject)
        last = page.lastId()
      }
    })()
    const told: string[] = []
    await Promise.all(
      Array.from({ length: 6 }, async (_, writer) => {
        for (let n = 0; n < 40; n += 1) {
          const subject = `${writer}-${n}`
          await inOrganisation(desk.platform, orgId, async (tx) => {
            await announce(tx, { topic: 'ticket', subject, audience })
            await new Promise((resolve) => setTimeout(resolve, Math.random() * 30))
          })
          told.push(subject)
        }
      }),
    )
    writing = false
    await reading
    const page = await listen(person, last)
    for (const subject of page.subjects()) heard.add(subject)
    expect(told.filter((subject) => !heard.has(subject))).toEqual([])
    expect(told).toHaveLength(240)
  })

  test('after too long, or with a position of another database, looks at everything anew', async () => {
    const old = `1-${Math.floor(Date.now() / 1000) - 24 * 3600}`
    const ahead = `9000000000000-${Math.floor(Date.now() / 1000)}`
    for (const id of [old, ahead]) expect((await listen(agent, id)).heard[0]?.message).toEqual({ topic: 'resync' })
    expect((await listen(agent, "'; drop table live_events")).heard[0]?.message).toEqual({ topic: 'ready' })
  })
})

test('when the database drops the listening connection, nothing is lost and nothing comes twice', async () => {
  const page = await listen()
  await tell('before')
  await hears(page, 'before')
  const { rowCount } = await desk.platform.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tierwise live' and datname = current_database()`,
  )
  expect(rowCount).toBe(1)
  await tell('meanwhile')
  await hears(page, 'meanwhile')
  await tell('after')
  await hears(page, 'after')
  expect(page.subjects()).toEqual(['before', 'meanwhile', 'after'])
})

test('the server can stop while pages listen', async () => {
  const other = await platformApp()
  serveLive(other.app, { hub: createHub(other.platform) })
  const page = await connect(
    `${await other.app.listen({ host: '127.0.0.1', port: 0 })}/api/v1/live`,
    other.as(agent),
  )
  const asked = Date.now()
  await other.close()
  await page.ended
  expect(Date.now() - asked).toBeLessThan(5_000)
})

/** A transaction that has done its work and waits to be committed. */
function held(work: (tx: Tx) => Promise<void>) {
  const begun = Promise.withResolvers<void>()
  const end = Promise.withResolvers<void>()
  const done = inOrganisation(desk.platform, orgId, async (tx) => {
    await work(tx)
    begun.resolve()
    await end.promise
  })
  return {
    begun: begun.promise,
    commit: async () => {
      end.resolve()
      await done
    },
  }
}
