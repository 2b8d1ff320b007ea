import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TrainingDesk, trainingDesk } from '../../../../tests/support/training-desk.ts'

/** From the MDM team to a lead, from the lead to a member: each with a training session, a test, practice and a certificate. */

let desk: TrainingDesk
let toLeads = ''
let toMembers = ''
let ofLies = ''

beforeAll(async () => {
  desk = await trainingDesk()
})
afterAll(() => desk.close())

const id = (name: keyof TrainingDesk['people']) => desk.people[name].id
const later = (minutes: number) => desk.platform.clock.advance({ minutes })

describe('the MDM team trains the leads', () => {
  test('a lead who was not trained may not train', async () => {
    const { body } = await desk.call('pia', 'GET', '/courses/tier-1/trainers')
    expect(body.trainers).toContainEqual({
      person: { id: id('lies'), name: 'Lies' },
      as: null,
      refusal: { code: 'trainer-not-trained' },
    })
    expect(body.trainers).toContainEqual({ person: { id: id('mira'), name: 'Mira' }, as: 'root', refusal: null })
  })

  test('a training session for leads takes leads, and no member', async () => {
    toLeads = await desk.plans('max', { trainer: 'mira', people: [] })
    const { body: home } = await desk.call('lies', 'GET', '')
    expect(home.courses[0].next[0]).toMatchObject({ id: toLeads, signUpRefusal: null })
    expect((await desk.call('lies', 'POST', `/sessions/${toLeads}/sign-ups`, {})).status).toBe(200)
    expect((await desk.call('tess', 'POST', `/sessions/${toLeads}/sign-ups`, {})).body).toMatchObject({
      code: 'not-for-you',
    })
    expect((await desk.call('mira', 'POST', `/sessions/${toLeads}/sign-ups`, {})).body).toMatchObject({
      code: 'trainer-cannot-attend',
    })
  })

  test('the test opens with attendance, by the code in the room', async () => {
    expect((await desk.call('lies', 'POST', '/courses/tier-1/tests')).body).toMatchObject({
      code: 'test-needs-attendance',
    })
    expect((await desk.call('mira', 'POST', `/sessions/${toLeads}/code`)).status).toBe(409)
    later(45)
    const { body } = await desk.call('mira', 'POST', `/sessions/${toLeads}/code`)
    expect(body.code).toMatch(/^\d{6}$/)
    expect((await desk.call('lies', 'POST', `/sessions/${toLeads}/code`)).status).toBe(403)
    const wrong = String((Number(body.code) + 1) % 1_000_000).padStart(6, '0')
    expect((await desk.call('lies', 'POST', '/attendance', { code: wrong })).body).toMatchObject({
      code: 'room-code-not-right',
    })
    expect((await desk.call('tess', 'POST', '/attendance', { code: body.code })).body).toMatchObject({
      code: 'room-code-not-right',
    })
    const spaced = `${body.code.slice(0, 3)} ${body.code.slice(3)}`
    expect((await desk.call('lies', 'POST', '/attendance', { code: spaced })).body).toMatchObject({
      sessionId: toLeads,
    })
    const { body: view } = await desk.call('mira', 'GET', `/sessions/${toLeads}`)
    expect(view.people[0]).toMatchObject({ attendedBy: 'code', person: { name: 'Lies' } })
  })

  test('a test tells no answer before it is handed in, and then what was wrong and why', async () => {
    later(60)
    const begun = await desk.call('lies', 'POST', '/courses/tier-1/tests')
    expect(begun.body.questions).toHaveLength(10)
    expect(JSON.stringify(begun.body)).not.toMatch(/"right"|explanation/)
    const again = await desk.call('lies', 'POST', '/courses/tier-1/tests')
    expect(again.body.id).toBe(begun.body.id)
    expect((await desk.call('tess', 'GET', `/tests/${begun.body.id}`)).status).toBe(404)
    const done = await desk.takesTest('lies', 'tier-1')
    expect(done.result).toMatchObject({ percent: 100, passed: true, left: ['practise'], certificate: null })
    expect(done.result.questions[0]).toMatchObject({
      right: true,
      explanation: { nl: expect.any(String) as string },
    })
    expect(
      (await desk.call('lies', 'POST', `/tests/${begun.body.id}/answers`, { answers: {} })).body,
    ).toMatchObject({ code: 'test-handed-in' })
  })
})

describe('the lead trains the members', () => {
  test('once the practice tickets are done too, the certificate is there, and the right to train', async () => {
    await desk.practises('lies', 1, 3)
    // Whoever notes attendance again sets the last step going, as the last practice ticket does.
    await desk.call('mira', 'PUT', `/sessions/${toLeads}/attendance/${id('lies')}`, { attended: false })
    await desk.call('mira', 'PUT', `/sessions/${toLeads}/attendance/${id('lies')}`, { attended: true })
    const { body } = await desk.call('lies', 'GET', '')
    expect(body.certificates).toMatchObject([
      { state: 'valid', trainer: { name: 'Mira' }, trainerAs: 'root', planVersion: 1, course: { tier: 1 } },
    ])
    ofLies = body.certificates[0].number
    expect(body.trains).toEqual(['tier-1'])
    expect((await desk.mails()).map(({ to, subject }) => [to, subject])).toContainEqual([
      'lies@contoso.example',
      'Je bent bevoegd: Intune voor de servicedesk',
    ])
  })

  test('a full training session has a waiting list, and who withdraws gives the seat to whoever waits', async () => {
    toMembers = await desk.plans('lies', {
      trainer: 'lies',
      seats: 2,
      people: ['tess', 'tom', 'uma'],
      inMinutes: 20,
    })
    const { body } = await desk.call('uma', 'GET', `/sessions/${toMembers}`)
    expect(body.trainingSession).toMatchObject({ seated: 2, waiting: 1, mine: 'waiting' })
    const left = await desk.call('tess', 'DELETE', `/sessions/${toMembers}/sign-ups/${id('tess')}`)
    expect(left.body.trainingSession).toMatchObject({ seated: 2, waiting: 0, mine: null })
    expect((await desk.call('uma', 'GET', `/sessions/${toMembers}`)).body.trainingSession).toMatchObject({
      mine: 'seated',
    })
    const told = (await desk.mails())
      .filter(({ to }) => to === 'uma@contoso.example')
      .map(({ subject }) => subject)
    expect(told).toEqual([
      'Je staat op de wachtlijst: Intune voor de servicedesk',
      'Je hebt een plaats: Intune voor de servicedesk',
      expect.stringContaining('Training: Intune voor de servicedesk'),
    ])
  })

  test('who fails rests for an hour, and then may try again', async () => {
    later(30)
    await desk.call('lies', 'PUT', `/sessions/${toMembers}/attendance/${id('uma')}`, { attended: true })
    await desk.practises('uma', 1, 3)
    const failed = await desk.takesTest('uma', 'tier-1', 0.5)
    expect(failed.result).toMatchObject({ passed: false, percent: 50, again: { code: 'test-rests' } })
    expect(failed.result.questions.filter((one: { right: boolean }) => !one.right)).toHaveLength(5)
    expect((await desk.call('uma', 'POST', '/courses/tier-1/tests')).body).toMatchObject({ code: 'test-rests' })
    later(61)
    const passed = await desk.takesTest('uma', 'tier-1', 0.8)
    expect(passed.result).toMatchObject({ passed: true, left: [], certificate: expect.any(String) as string })
    const actor = await desk.as('uma')
    expect(actor.certifications).toMatchObject([{ tier: 1, override: null }])
  })

  test('the lineage shows the whole line, with the gaps', async () => {
    const { body } = await desk.call('pia', 'GET', '/lineage')
    expect(body.links).toMatchObject([
      { personId: id('lies'), trainerId: id('mira'), trainerAs: 'root', state: 'valid' },
      { personId: id('uma'), trainerId: id('lies'), trainerAs: 'lead', state: 'valid' },
    ])
    expect(body.gaps).toContainEqual({
      kind: 'untrained',
      person: { id: id('tess'), name: 'Tess' },
      courseKey: 'tier-1',
    })
    expect(body.gaps).toContainEqual({
      kind: 'trainer-without-right',
      person: { id: id('leo'), name: 'Leo' },
      courseKey: 'tier-2',
    })
  })
})

describe('what rests on a certificate', () => {
  test('shows when it is revoked: its holder works and trains no more, what they gave has a broken line', async () => {
    const revoke = `/certificates/${ofLies}/revoke`
    expect((await desk.call('lies', 'POST', revoke, { reason: 'Vergissing' })).status).toBe(403)
    expect((await desk.call('max', 'POST', revoke, { reason: 'De toets was bekend' })).body).toMatchObject({
      state: 'revoked',
      revoked: { by: { name: 'Max' }, reason: 'De toets was bekend' },
    })
    const { body: home } = await desk.call('uma', 'GET', '')
    expect(home.certificates).toMatchObject([{ state: 'line-broken' }])
    expect((await desk.as('uma')).certifications).toHaveLength(1)
    const { body } = await desk.call('pia', 'GET', '/courses/tier-1/trainers')
    expect(body.trainers).toContainEqual({
      person: { id: id('lies'), name: 'Lies' },
      as: null,
      refusal: { code: 'trainer-not-trained' },
    })
    expect((await desk.call('pia', 'GET', '/lineage')).body.gaps).toContainEqual({
      kind: 'line-broken',
      person: { id: id('uma'), name: 'Uma' },
      courseKey: 'tier-1',
    })
  })

  test('a number with a typing mistake is no certificate', async () => {
    const { body } = await desk.call('otto', 'GET', `/certificates/${ofLies.toLowerCase().replaceAll('-', '')}`)
    expect(body).toMatchObject({
      certificate: { number: ofLies },
      line: [{ name: 'Lies' }],
      may: { revoke: false },
    })
    const other = ofLies.replace(/^./, (first) => (first === '7' ? '8' : '7'))
    expect((await desk.call('otto', 'GET', `/certificates/${other}`)).status).toBe(404)
  })
})
