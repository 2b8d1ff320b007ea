import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { certifyForTier } from './certify.ts'
import { type TrainingDesk, trainingDesk } from '../../../../tests/support/training-desk.ts'

let desk: TrainingDesk

beforeAll(async () => {
  desk = await trainingDesk()
})
afterAll(() => desk.close())

const page = {
  title: { nl: 'Onze huisregels', en: 'Our house rules' },
  minutes: 5,
  body: { nl: '- Bel nooit voor negenen', en: '- Never call before nine' },
  notes: { nl: '', en: '' },
  sources: [],
}

describe('what a course tells', () => {
  test('comes ready-made, with minutes that add up to the agenda', async () => {
    const { body } = await desk.call('tess', 'GET', '/courses/tier-1')
    expect(body.course).toMatchObject({ tier: 1, minutes: 150 })
    for (const item of body.agenda) {
      expect(item.pages.reduce((sum: number, one: { minutes: number }) => sum + one.minutes, 0)).toBe(item.minutes)
      expect(item.edited).toBeNull()
    }
    expect(body.may).toEqual({ edit: false, train: false, plan: false })
  })

  test('is adapted by those who keep the plan, kept by version, and taken back', async () => {
    const url = '/courses/tier-1/items/questions'
    expect((await desk.call('lies', 'PUT', url, { pages: [page] })).status).toBe(403)
    const changed = await desk.call('max', 'PUT', url, { pages: [page] })
    const item = changed.body.agenda.find((one: { key: string }) => one.key === 'questions')
    expect(item).toMatchObject({ edited: { by: { name: 'Max' } }, pages: [{ title: page.title, minutes: 15 }] })
    const ours = await desk.call('pia', 'PUT', url, { pages: null })
    expect(ours.body.agenda.at(-1).pages.length).toBeGreaterThan(1)
    const { body } = await desk.call('pia', 'GET', `${url}/versions`)
    expect(body.versions.map((one: { by: { name: string } }) => one.by.name)).toEqual(['Pia', 'Max'])
  })

  test.each([
    ['an item that the agenda does not have', '/courses/tier-1/items/dancing', [page], 404],
    ['a course that the plan does not have', '/courses/tier-9/items/questions', [page], 404],
    ['no title', '/courses/tier-1/items/questions', [{ ...page, title: { nl: '', en: 'x' } }], 400],
    [
      'a source that is no web address',
      '/courses/tier-1/items/questions',
      [{ ...page, sources: ['javascript:alert(1)'] }],
      400,
    ],
  ])('%s is refused', async (_, url, pages, status) => {
    expect((await desk.call('pia', 'PUT', url, { pages })).status).toBe(status)
  })
})

describe('what a test asks', () => {
  const question = {
    item: 'questions',
    text: { nl: 'Wie belt er voor negenen?', en: 'Who calls before nine?' },
    options: [
      { key: 'a', text: { nl: 'Niemand', en: 'Nobody' }, right: true },
      { key: 'b', text: { nl: 'Iedereen', en: 'Everybody' }, right: false },
    ],
    explanation: { nl: 'Dat is een huisregel.', en: 'That is a house rule.' },
    source: null,
  }

  test('can be a question of their own, which is asked from then on', async () => {
    const put = (state: string, more = {}) =>
      desk.call('pia', 'PUT', '/courses/tier-1/questions/own-nine', { state, ...more })
    const { body } = await put('changed', { question })
    expect(body.questions).toContainEqual(expect.objectContaining({ state: 'own' }))
    const count = async () => (await desk.call('pia', 'GET', '/courses/tier-1')).body.questions as number
    const before = await count()
    await put('left-out')
    expect(await count()).toBe(before - 1)
  })

  test.each([
    ['without a right answer', { options: question.options.map((one) => ({ ...one, right: false })) }],
    ['for an item that the agenda does not have', { item: 'dancing' }],
    ['with the same answer twice', { options: question.options.map((one) => ({ ...one, key: 'a' })) }],
  ])('a question %s is refused', async (_, change) => {
    const answer = await desk.call('pia', 'PUT', '/courses/tier-1/questions/own-bad', {
      state: 'changed',
      question: { ...question, ...change },
    })
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
  })
})

describe('attendance by code', () => {
  test('is not for guessing: after five wrong codes even the right one waits', async () => {
    const id = await desk.plans('max', { trainer: 'mira', inMinutes: 5 })
    await desk.call('lies', 'POST', `/sessions/${id}/sign-ups`, {})
    const { body } = await desk.call('mira', 'POST', `/sessions/${id}/code`)
    const wrong = body.code === '111111' ? '222222' : '111111'
    for (let tries = 0; tries < 5; tries += 1)
      expect((await desk.call('lies', 'POST', '/attendance', { code: wrong })).status).toBe(409)
    expect((await desk.call('lies', 'POST', '/attendance', { code: body.code })).status).toBe(429)
    desk.platform.clock.advance({ minutes: 16 })
    const { body: fresh } = await desk.call('mira', 'POST', `/sessions/${id}/code`)
    expect((await desk.call('lies', 'POST', '/attendance', { code: body.code })).status).toBe(409)
    expect((await desk.call('lies', 'POST', '/attendance', { code: fresh.code })).status).toBe(200)
  })
})

describe('seats', () => {
  test('six who want the last one at once: one gets it, the others wait in turn', async () => {
    const { owner } = desk.platform
    const id = await desk.plans('max', { trainer: 'mira', course: 'tier-3', seats: 1, inMinutes: 5000 })
    const names = ['max', 'jan', 'leo', 'tess', 'tom', 'uma'] as const
    const answers = await Promise.all(names.map((name) => desk.call(name, 'POST', `/sessions/${id}/sign-ups`, {})))
    expect(answers.map(({ status }) => status)).toEqual(names.map(() => 200))
    const { rows } = await owner.query<{ state: string; turn: number }>(
      'select state, turn from training_sign_ups where session_id = $1 order by turn',
      [id],
    )
    expect(rows.map(({ state }) => state)).toEqual([
      'seated',
      'waiting',
      'waiting',
      'waiting',
      'waiting',
      'waiting',
    ])
    expect(rows.map(({ turn }) => turn)).toEqual([1, 2, 3, 4, 5, 6])
  })
})

describe('at once', () => {
  test('two tabs are one test, and two last steps one certificate', async () => {
    const id = await desk.plans('max', { trainer: 'mira', inMinutes: 5 })
    await desk.call('lies', 'POST', `/sessions/${id}/sign-ups`, {})
    await desk.call('mira', 'PUT', `/sessions/${id}/attendance/${desk.people.lies.id}`, { attended: true })
    const begin = () => desk.call('lies', 'POST', '/courses/tier-1/tests')
    const tabs = await Promise.all([begin(), begin(), begin()])
    expect(tabs.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(tabs.map(({ body }) => body.id as string)).size).toBe(1)
    await desk.takesTest('lies', 'tier-1')
    await desk.practises('lies', 1, 3)
    const { lies } = desk.people
    const last = () => desk.within((tx) => certifyForTier(desk.platform, tx, lies.id, 1))
    await Promise.all([last(), last(), last()])
    const { body } = await desk.call('lies', 'GET', '')
    expect(body.certificates).toHaveLength(1)
  })
})

describe('a training session', () => {
  test('that is moved or cancelled is told to everybody in it, by their calendar and by mail', async () => {
    const id = await desk.plans('max', { trainer: 'mira', inMinutes: 6000 })
    await desk.call('lies', 'POST', `/sessions/${id}/sign-ups`, {})
    const { body } = await desk.call('max', 'GET', `/sessions/${id}`)
    const { startsAt, endsAt, timeZone, place, link, seats, language, trainer } = body.trainingSession
    const change = { trainerId: trainer.id, startsAt, endsAt, timeZone, place, link, seats, language }
    expect((await desk.call('max', 'PUT', `/sessions/${id}`, { ...change, place: 'Zaal 9' })).status).toBe(200)
    expect((await desk.call('max', 'PUT', `/sessions/${id}`, { ...change, place: null })).body).toMatchObject({
      code: 'session-place-missing',
    })
    expect(
      (await desk.call('max', 'POST', `/sessions/${id}/cancel`, { reason: 'De trainer is ziek' })).status,
    ).toBe(200)
    const toLies = (await desk.mails()).filter(({ to }) => to === 'lies@contoso.example').slice(-4)
    expect(toLies.map(({ subject }) => subject.replace(/: .*/, ''))).toContain('Gaat niet door')
    expect(toLies.some(({ text }) => text.includes('De trainer is ziek'))).toBe(true)
    expect((await desk.call('lies', 'POST', `/sessions/${id}/sign-ups`, {})).body).toMatchObject({
      code: 'session-cancelled',
    })
  })

  test('is judged without a name: the trainer sees averages, and only from three answers on', async () => {
    const id = await desk.plans('max', { trainer: 'mira', course: 'tier-3', inMinutes: 5 })
    const answers = []
    for (const name of ['max', 'jan', 'leo'] as const) {
      await desk.call(name, 'POST', `/sessions/${id}/sign-ups`, {})
      await desk.call('mira', 'PUT', `/sessions/${id}/attendance/${desk.people[name].id}`, { attended: true })
      desk.platform.clock.advance({ minutes: 3 })
      const evaluation = { useful: 4, pace: 3, trainer: 5, remark: name === 'leo' ? 'Meer oefenen' : null }
      await desk.call(name, 'POST', `/sessions/${id}/evaluation`, evaluation)
      answers.push((await desk.call('mira', 'GET', `/sessions/${id}`)).body.evaluation)
    }
    expect(answers.map(({ useful }) => useful as number | null)).toEqual([null, null, 4])
    expect(answers[2]).toEqual({ answers: 3, useful: 4, pace: 3, trainer: 5, remarks: ['Meer oefenen'] })
    expect((await desk.call('max', 'GET', `/sessions/${id}`)).body.evaluation).toBeNull()
    expect(
      (
        await desk.call('max', 'POST', `/sessions/${id}/evaluation`, {
          useful: 1,
          pace: 1,
          trainer: 1,
          remark: null,
        })
      ).body,
    ).toMatchObject({
      code: 'already-evaluated',
    })
    const { rows } = await desk.platform.owner.query('select * from training_evaluations')
    expect(JSON.stringify(rows)).not.toContain(desk.people.leo.id)
  })
})
