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

const put = (
  to: readonly PersonName[],
  more: { occasion?: string; kind?: string; again?: boolean; isNews?: boolean } = {},
  at?: string,
) =>
  desk.within((tx) =>
    putNotices(at ? { ...tx, now: at } : tx, {
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
const mine = async (who: PersonName, group: 'asks' | 'news' = 'asks') =>
  (await bell(who))[group].filter(({ link }: { link: string }) => link === `/things/${about}`)
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
    expect((await app.call(stranger, { method: 'GET', url: '/api/v1/notices' })).body.asks).toEqual([])
    await desk.within((tx) => endNotices(tx, { teller: 'others', about }))
    await desk.within((tx) => endNotices(tx, { teller: 'things', about, kinds: [] }))
    expect(await mine('tess')).toHaveLength(1)
  })
})

describe('what asks something', () => {
  test('stands apart from the news, each newest first', async () => {
    await put(['uma'], { occasion: 'one' })
    await put(['uma'], { occasion: 'two', kind: 'told', isNews: true })
    await put(['uma'], { occasion: 'three', kind: 'other' })
    const { asks, news } = await bell('uma')
    expect([asks, news]).toMatchObject([[{ kind: 'other' }, { kind: 'asked' }], [{ kind: 'told' }]])
  })

  test('goes by being done, and the news stays', async () => {
    await put(['pia'], { occasion: 'one' })
    await put(['pia'], { occasion: 'two', isNews: true })
    await desk.within((tx) => endNotices(tx, { teller: 'things', about }))
    expect([await mine('pia'), await mine('pia', 'news')]).toMatchObject([[], [{ kind: 'asked' }]])
  })

  test('stays with those of whom it is still asked', async () => {
    await put(['tess', 'tom'])
    const still = [desk.people.tom.id]
    await desk.within((tx) => endNotices(tx, { teller: 'things', about, kinds: ['asked'], stillOf: still }))
    expect([await mine('tess'), await mine('tom')]).toMatchObject([[], [{ kind: 'asked' }]])
  })
})

describe('the bell', () => {
  test('counts what asks and was not read, and says whether there is news', async () => {
    expect(await bell('root')).toEqual({ unreadAsks: 0, unreadNews: false, asks: [], news: [] })
    await put(['root'], { isNews: true })
    expect(await bell('root')).toMatchObject({ unreadAsks: 0, unreadNews: true })
    await put(['root'], { occasion: 'two' })
    await put(['root'], { occasion: 'three' })
    expect(await bell('root')).toMatchObject({ unreadAsks: 2, unreadNews: true })
  })

  test('shows all that asks, up to a hundred, and the newest thirty of the news', async () => {
    for (let time = 1; time <= 105; time += 1) await put(['otto'], { occasion: String(time) })
    for (let time = 1; time <= 35; time += 1) await put(['otto'], { occasion: `news ${time}`, isNews: true })
    const { unreadAsks, asks, news } = await bell('otto')
    expect([unreadAsks, asks.length, news.length]).toEqual([100, 100, 30])
  })

  test('neither shows nor counts what nobody can show, also where it hides what can be', async () => {
    await put(['leo'], { occasion: 'shown' })
    await put(['leo'], { occasion: 'news', isNews: true, kind: 'hidden' })
    for (let time = 1; time <= 120; time += 1) await put(['leo'], { kind: 'hidden', occasion: String(time) })
    expect(await bell('leo')).toMatchObject({
      ...{ unreadAsks: 1, unreadNews: false },
      ...{ asks: [{ kind: 'asked' }], news: [] },
    })
  })

  test('marks one as read, never one of others', async () => {
    await put(['jan', 'max'])
    await put(['jan'], { occasion: 'two' })
    const [, first] = await mine('jan')
    await asked('max', 'POST', '/api/v1/notices/read', { id: first.id })
    expect((await bell('jan')).unreadAsks).toBe(2)
    await asked('jan', 'POST', '/api/v1/notices/read', { id: first.id })
    expect(await bell('jan')).toMatchObject({ unreadAsks: 1, asks: [{ readAt: null }, { id: first.id }] })
  })

  test('marks the news up to a moment as read, and nothing that asks', async () => {
    await put(['mira', 'tom'], { isNews: true })
    await put(['mira'], { occasion: 'asks' })
    const [{ at }] = await mine('mira', 'news')
    await put(['mira'], { occasion: 'later', isNews: true }, '2099-01-01T00:00:00.000Z')
    await asked('mira', 'POST', '/api/v1/notices/read', { until: at })
    expect(await mine('mira', 'news')).toMatchObject([{ readAt: null }, { readAt: expect.any(String) }])
    await asked('mira', 'POST', '/api/v1/notices/read', { until: '2099-01-01T00:00:00.000Z' })
    expect(await bell('mira')).toMatchObject({ unreadAsks: 1, unreadNews: false })
    expect((await bell('tom')).unreadNews).toBe(true)
  })
})
