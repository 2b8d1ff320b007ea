import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type PlanServer, planServer } from '../../../../tests/support/plan-server.ts'

let server: PlanServer
let call: PlanServer['call']
let save: PlanServer['save']
let draftBy: PlanServer['draftBy']
let starter: (publish?: boolean) => ReturnType<PlanServer['starter']>
let orgId: string
let owner: string
let administrator: string

beforeAll(async () => {
  server = await planServer()
  ;({ call, save, draftBy } = server)
  starter = (publish = true) => server.starter(orgId, publish ? owner : undefined)
})
afterAll(() => server.close())

beforeEach(async () => {
  orgId = await server.newOrganisation()
  owner = await server.newPerson(orgId, 'Olga Owner', ['plan-owner'])
  administrator = await server.newPerson(orgId, 'Adam Admin', ['administrator'])
})

describe('a draft', () => {
  beforeEach(async () => void (await starter()))

  test('begins as a copy of the published plan, and there is one at a time', async () => {
    const draft = await draftBy(owner)
    const published = await call(owner, 'GET', '/plan')
    expect(draft.document).toEqual(published.body.document)
    expect(draft).toMatchObject({
      number: 2,
      state: 'draft',
      revision: 1,
      author: { name: 'Olga Owner' },
    })
    expect(draft.findings.filter((finding) => finding.severity === 'error')).toEqual([])
    const second = await call(administrator, 'POST', '/plan/draft', {})
    expect(second).toMatchObject({ status: 409, body: { code: 'draft-exists' } })
  })

  test('can begin from an earlier version', async () => {
    const changed = await save(owner, await draftBy(owner), (document) => (document.owner = 'Somebody else'))
    await call(owner, 'POST', '/plan/draft/publish', { revision: changed.body.revision, reason: 'New owner' })
    const draft = await call(owner, 'POST', '/plan/draft', { from: 1 })
    expect(draft.body.document.owner).toBe('Rollout team')
    expect(draft.body.number).toBe(3)
  })

  test('is saved unfinished, with its findings beside it', async () => {
    const saved = await save(owner, await draftBy(owner), (document) => (document.name.nl = ''))
    expect(saved.status).toBe(200)
    expect(saved.body).toMatchObject({
      revision: 2,
      changedBy: { name: 'Olga Owner' },
      findings: expect.arrayContaining([
        expect.objectContaining({ code: 'translation-missing', place: ['name', 'nl'] }),
      ]),
    })
    expect((await call(owner, 'GET', '/plan/draft')).body.document.name.nl).toBe('')
  })

  test('saved without a change stays at its revision', async () => {
    const draft = await draftBy(owner)
    expect((await save(owner, draft, () => undefined)).body.revision).toBe(draft.revision)
  })

  test.each([
    ['a field that no plan has', (document: object) => Object.assign(document, { extra: 1 })],
    ['a missing chapter', (document: object) => delete (document as { teams?: unknown }).teams],
  ])('refuses %s', async (_, change) => {
    const refused = await save(owner, await draftBy(owner), change)
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
  })

  test('writes out the holidays of the country that is chosen, and says of another that it is not known', async () => {
    const draft = await draftBy(owner)
    const belgian = await save(owner, draft, (document) => {
      const hours = document.teams.supportHours[0]
      if (hours) hours.holidays.country = 'BE'
    })
    const names = belgian.body.document.teams.supportHours[0]?.holidays.publicDays.map((day) => day.date.slice(5))
    expect(names).toContain('07-21')
    expect(names).not.toContain('04-27')
    const unknown = await save(owner, belgian.body, (document) => {
      const hours = document.teams.supportHours[0]
      if (hours) hours.holidays.country = 'QQ'
    })
    expect(unknown.body.document.teams.supportHours[0]?.holidays.publicDays).toEqual([])
    expect(unknown.body.findings).toContainEqual(
      expect.objectContaining({ code: 'country-unknown', severity: 'error' }),
    )
  })

  test.each([
    ['a character that no database keeps', 'a\0b', 'control-character'],
    ['half a character', 'a\uD800b', 'control-character'],
  ])('refuses %s, and names the field', async (_, text, code) => {
    const refused = await save(owner, await draftBy(owner), (document) => (document.owner = text))
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'document.owner', code }] } })
  })

  test('refuses a revision beyond all counting', async () => {
    const draft = await draftBy(owner)
    const refused = await save(owner, { ...draft, revision: 99_999_999_999 }, () => undefined)
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'revision', code: 'too-big' }] } })
  })

  test('of two editors the second is told who changed what, and nothing is overwritten', async () => {
    const draft = await draftBy(owner)
    await save(owner, draft, (document) => (document.owner = 'Olga’s team'))
    const late = await save(administrator, draft, (document) => (document.service = 'Intune and Autopilot'))
    expect(late).toMatchObject({
      status: 409,
      body: {
        code: 'draft-changed',
        data: { revision: 2, changedBy: { name: 'Olga Owner' }, places: [['owner']] },
      },
    })
    const current = await call(administrator, 'GET', '/plan/draft')
    expect(current.body.document).toMatchObject({ owner: 'Olga’s team', service: 'Microsoft Intune' })
  })

  test('fifty saves at the same time on one revision: one wins', async () => {
    const draft = await draftBy(owner)
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        save(index % 2 ? owner : administrator, draft, (document) => (document.owner = `Editor ${index}`)),
      ),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    // The rest hear what changed, or on a machine that cannot keep up that they may try again.
    expect(answers.filter((answer) => ![200, 409, 503].includes(answer.status))).toEqual([])
    expect((await call(owner, 'GET', '/plan/draft')).body.revision).toBe(2)
  })

  test('can be thrown away, by whoever has seen its last save', async () => {
    const draft = await draftBy(owner)
    await save(owner, draft, (document) => (document.owner = 'Olga’s team'))
    expect((await call(administrator, 'DELETE', '/plan/draft?revision=1')).status).toBe(409)
    expect((await call(administrator, 'DELETE', '/plan/draft?revision=2')).status).toBe(204)
    expect((await call(owner, 'GET', '/plan/draft')).status).toBe(404)
  })
})
