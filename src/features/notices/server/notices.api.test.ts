import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#platform/database/id.ts'
import { type PlatformApp, platformApp, somebody } from '../../../../tests/support/platform-app.ts'
import { type PersonName, type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { endNotices, type NoticeTeller, putNotices } from './actions.ts'
import { noticeRoutes } from './routes.ts'

let app: PlatformApp
let desk: TestDesk
let about: string
/** Shows everything but what is called hidden. */
const teller: NoticeTeller = (_tx, { language }, notices) =>
  Promise.resolve(
    new Map(
      notices
        .filter(({ kind }) => kind !== 'hidden')
        .map(({ id, about: of }) => [id, { link: `/things/${of}`, title: language, values: { count: 2 } }]),
    ),
  )

beforeAll(async () => {
  app = await platformApp()
  desk = await testDesk(app.platform)
  noticeRoutes(app.app, { things: teller })
})
afterAll(() => app.close())
beforeEach(() => {
  about = newId()
})

const put = (to: readonly PersonName[], more: { occasion?: string; kind?: string; again?: boolean } = {}) =>
  desk.within((tx) =>
    putNotices(tx, {
      ...{ teller: 'things', kind: 'asked', about, occasion: 'once' },
      ...{ to: to.map((name) => desk.people[name].id), ...more },
    }),
  )
const asked = (who: PersonName, method: 'GET' | 'POST', url: string, payload?: object) =>
  app.call(somebody({ orgId: desk.orgId, personId: desk.people[who].id }), {
    method,
    url,
    ...(payload && { payload }),
  })
const bell = async (who: PersonName) => (await asked(who, 'GET', '/api/v1/notices')).body
const mine = async (who: PersonName) =>
  (await bell(who)).notices.filter(({ link }: { link: string }) => link === `/things/${about}`)
const said = () =>
  desk.within((tx) =>
    sql<{ audience: { persons: string[] } }>`select audience from live_events
      where topic = 'notice' and subject = ${about} order by created_at`
      .execute(tx.db)
      .then(({ rows }) => rows.map(({ audience }) => audience.persons)),
  )

describe('a notice', () => {
  test('is for whom it is meant, once, and shown by the feature that tells in the language of the reader', async () => {
    await put(['tess', 'tess'])
    await put(['tess'])
    expect(await mine('tess')).toMatchObject([
      { teller: 'things', kind: 'asked', title: 'en', values: { count: 2 }, readAt: null },
    ])
    expect(await mine('tom')).toEqual([])
    expect(await said()).toEqual([[desk.people.tess.id]])
  })

  test('of another time is another', async () => {
    await put(['tess'])
    await put(['tess'], { occasion: 'twice' })
    expect(await mine('tess')).toHaveLength(2)
  })

  test('that is asked again is unread again for whoever had read it, and disturbs nobody else', async () => {
    await put(['tess', 'tom'])
    const [{ id }] = await mine('tess')
    await asked('tess', 'POST', '/api/v1/notices/read', { id })
    expect((await mine('tess'))[0].readAt).not.toBe(null)
    await put(['tess', 'tom'], { again: true })
    expect((await mine('tess'))[0].readAt).toBe(null)
    expect((await said()).at(-1)).toEqual([desk.people.tess.id])
  })

  test('is gone from every bell when it is no longer asked, and their pages hear of it', async () => {
    await put(['tess', 'tom'])
    await put(['tess'], { occasion: 'other', kind: 'other' })
    await desk.within((tx) => endNotices(tx, { teller: 'things', about, kinds: ['asked'] }))
    expect([await mine('tess'), await mine('tom')]).toMatchObject([[{ kind: 'other' }], []])
    expect(new Set((await said()).at(-1))).toEqual(new Set([desk.people.tess.id, desk.people.tom.id]))
    await desk.within((tx) => endNotices(tx, { teller: 'things', about }))
    expect(await mine('tess')).toEqual([])
  })

  test('of nothing else and nobody else’s organisation is touched by that', async () => {
    await put(['tess'])
    const away = await testDesk(app.platform, { name: 'Fabrikam' })
    await away.within((tx) => endNotices(tx, { teller: 'things', about }))
    const stranger = somebody({ orgId: away.orgId, personId: desk.people.tess.id })
    expect((await app.call(stranger, { method: 'GET', url: '/api/v1/notices' })).body.notices).toEqual([])
    await desk.within((tx) => endNotices(tx, { teller: 'others', about }))
    await desk.within((tx) => endNotices(tx, { teller: 'things', about, kinds: [] }))
    expect(await mine('tess')).toHaveLength(1)
  })
})

describe('the bell', () => {
  test('counts all that is unread, also beyond what it shows', async () => {
    for (let time = 1; time <= 60; time += 1) await put(['otto'], { occasion: String(time) })
    const { unread, notices } = await bell('otto')
    expect([unread, notices.length]).toEqual([60, 50])
  })

  test('neither shows nor counts what nobody can show', async () => {
    await put(['leo'], { kind: 'hidden' })
    await put(['leo'], { occasion: 'shown' })
    expect(await bell('leo')).toMatchObject({ unread: 1, notices: [{ kind: 'asked' }] })
  })

  test('marks one as read, or all up to a moment; never those of others', async () => {
    await put(['jan', 'max'])
    await put(['jan'], { occasion: 'two' })
    const [newest, first] = await mine('jan')
    await asked('max', 'POST', '/api/v1/notices/read', { id: first.id })
    expect((await bell('jan')).unread).toBe(2)
    await asked('jan', 'POST', '/api/v1/notices/read', { id: first.id })
    expect((await bell('jan')).unread).toBe(1)
    await asked('jan', 'POST', '/api/v1/notices/read', { until: newest.at })
    expect([(await bell('jan')).unread, (await bell('max')).unread]).toEqual([0, 1])
  })
})
