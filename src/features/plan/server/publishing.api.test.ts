import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#platform/database/id.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { createStarterPlan, planVersion, publishedPlan } from './actions.ts'
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

const publish = (person: string, revision: number) =>
  call(person, 'POST', '/plan/draft/publish', { revision, reason: 'Wave 2 begins' })
const askReview = (person: string, revision: number, approverId: string) =>
  call(person, 'POST', '/plan/draft/review', { revision, approverId, reason: 'Wave 2 begins' })

describe('publishing', () => {
  beforeEach(async () => void (await starter()))

  test('puts the draft in force with approver, reason and moment, and supersedes the one before', async () => {
    const { body: draft } = await save(owner, await draftBy(owner), (document) => (document.owner = 'Olga’s team'))
    const published = await publish(administrator, draft.revision)
    expect(published).toMatchObject({
      status: 200,
      body: {
        number: 2,
        state: 'published',
        author: { name: 'Olga Owner' },
        approver: { name: 'Adam Admin' },
        reason: 'Wave 2 begins',
        publishedAt: server.platform.clock.now(),
      },
    })
    expect((await call(owner, 'GET', '/plan')).body).toMatchObject({
      number: 2,
      document: { owner: 'Olga’s team' },
    })
    const { body } = await call(owner, 'GET', '/plan/versions')
    expect(body.versions).toMatchObject([
      { number: 2, state: 'published' },
      { number: 1, state: 'superseded', supersededAt: server.platform.clock.now() },
    ])
    expect((await call(owner, 'GET', '/plan/versions/1')).body.document.owner).toBe('Rollout team')
    expect((await call(owner, 'GET', '/plan/draft')).status).toBe(404)
  })

  test('is refused while there are problems, and names how many', async () => {
    const { body: draft } = await save(owner, await draftBy(owner), (document) => {
      document.process.contactTier = 9
      document.process.targetHours = 'never'
    })
    const refused = await publish(owner, draft.revision)
    expect(refused).toMatchObject({ status: 409, body: { code: 'plan-has-problems', data: { problems: 2 } } })
    expect(refused.body.detail).toContain('2')
    expect((await askReview(owner, draft.revision, administrator)).body).toMatchObject({
      code: 'plan-has-problems',
    })
  })

  test('of something else than was last saved is refused', async () => {
    const draft = await draftBy(owner)
    await save(administrator, draft, (document) => (document.owner = 'Adam’s team'))
    expect(await publish(owner, draft.revision)).toMatchObject({ status: 409, body: { code: 'draft-changed' } })
  })

  test('needs a reason', async () => {
    const draft = await draftBy(owner)
    const answer = await call(owner, 'POST', '/plan/draft/publish', { revision: draft.revision, reason: '  ' })
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'reason' }] } })
  })

  test('twenty times at once happens once', async () => {
    const draft = await draftBy(owner)
    const answers = await Promise.all(Array.from({ length: 20 }, () => publish(owner, draft.revision)))
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(answers.filter((answer) => ![200, 409, 503].includes(answer.status))).toEqual([])
    const { rows } = await server.platform.owner.query<{ state: string }>(
      'select state from plan_versions where org_id = $1 order by number',
      [orgId],
    )
    expect(rows.map((row) => row.state)).toEqual(['superseded', 'published'])
  })

  test('is told in the trail of changes', async () => {
    const draft = await draftBy(owner)
    await askReview(owner, draft.revision, administrator)
    await call(administrator, 'POST', '/plan/draft/return', { reason: 'Not yet' })
    await publish(owner, draft.revision)
    const { rows } = await server.platform.owner.query<{ told: string }>(
      `select version_number || ' ' || what || ' ' || coalesce(reason, '-') as told
       from plan_changes where org_id = $1 order by id`,
      [orgId],
    )
    expect(rows.map((row) => row.told)).toEqual([
      '1 drafted -',
      '1 published The first plan',
      '2 drafted -',
      '2 review-asked Wave 2 begins',
      '2 returned Not yet',
      '1 superseded -',
      '2 published Wave 2 begins',
    ])
  })
})

describe('a review', () => {
  let revision: number
  beforeEach(async () => {
    await starter()
    revision = (await draftBy(owner)).revision
    await askReview(owner, revision, administrator)
  })

  test('shows who is asked, by whom, and why', async () => {
    expect((await call(owner, 'GET', '/plan/draft')).body).toMatchObject({
      state: 'in-review',
      approver: { name: 'Adam Admin' },
      reviewAskedBy: { name: 'Olga Owner' },
      reason: 'Wave 2 begins',
    })
  })

  test('keeps the plan as it is: it can be neither saved nor thrown away', async () => {
    const { body: draft } = await call(owner, 'GET', '/plan/draft')
    const saved = await save(owner, draft, (document) => (document.owner = 'Changed behind the approver'))
    expect(saved).toMatchObject({ status: 409, body: { code: 'plan-in-review' } })
    expect(await call(owner, 'DELETE', `/plan/draft?revision=${revision}`)).toMatchObject({
      status: 409,
      body: { code: 'plan-in-review' },
    })
  })

  test('is approved by the approver who was named, and nobody else', async () => {
    expect(await publish(owner, revision)).toMatchObject({ status: 409, body: { code: 'not-the-approver' } })
    expect((await publish(administrator, revision)).body).toMatchObject({ state: 'published' })
  })

  test.each([
    ['the approver', () => administrator, 200],
    ['whoever asked for it', () => owner, 200],
    ['somebody else', () => server.newPerson(orgId, 'Otto Other', ['plan-owner']), 409],
  ] as const)('is ended by %s: %#', async (_, who, status) => {
    const person = await who()
    const returned = await call(person, 'POST', '/plan/draft/return', { reason: 'Targets are too tight' })
    expect(returned.status).toBe(status)
    if (status === 200) expect(returned.body).toMatchObject({ state: 'draft', approver: null })
  })
})

describe('an approver', () => {
  beforeEach(async () => void (await starter()))

  test.each([
    ['an agent', () => server.newPerson(orgId, 'Anna Agent', ['agent', 'lead'])],
    [
      'somebody of another organisation',
      async () => server.newPerson(await server.newOrganisation(), 'Eve', ['plan-owner']),
    ],
    ['nobody', () => Promise.resolve(newId())],
  ] as const)('cannot be %s', async (_, who) => {
    const { revision } = await draftBy(owner)
    expect(await askReview(owner, revision, await who())).toMatchObject({
      status: 409,
      body: { code: 'approver-cannot-approve' },
    })
  })

  test('cannot be somebody who was disabled, and is not offered', async () => {
    const gone = await server.newPerson(orgId, 'Gina Gone', ['plan-owner'])
    await server.platform.owner.query('update persons set disabled_at = now() where id = $1', [gone])
    const { revision } = await draftBy(owner)
    expect((await askReview(owner, revision, gone)).body).toMatchObject({ code: 'approver-cannot-approve' })
    const { body } = await call(owner, 'GET', '/plan/approvers')
    expect(body.persons.map((person) => person.name)).toEqual(['Adam Admin', 'Olga Owner'])
  })
})

describe('a published version', () => {
  test.each([
    ['changed', `update plan_versions set document = '{}' where org_id = $1`],
    ['signed by another', `update plan_versions set reason = 'Another reason' where org_id = $1`],
    ['made a draft again', `update plan_versions set state = 'draft', published_at = null where org_id = $1`],
    ['deleted', 'delete from plan_versions where org_id = $1'],
  ])('is never %s, not even by the database’s owner', async (_, statement) => {
    await starter()
    await expect(server.platform.owner.query(statement, [orgId])).rejects.toThrow(
      /^A published plan version (is )?never/,
    )
  })

  test.each([
    ['changed', `update plan_changes set reason = 'Another reason' where org_id = $1`],
    ['deleted', 'delete from plan_changes where org_id = $1'],
  ])('keeps its trail, which is never %s either', async (_, statement) => {
    await starter()
    await expect(server.platform.owner.query(statement, [orgId])).rejects.toThrow(
      /^The history of a plan is appended/,
    )
  })

  test('stays what tickets are pinned to after the next one is published', async () => {
    const first = await starter()
    const { revision } = (await save(owner, await draftBy(owner), (document) => (document.owner = 'Olga’s team')))
      .body
    await publish(owner, revision)
    const [pinned, now] = await inOrganisation(server.platform, orgId, async (tx) => [
      await planVersion(tx, first.id),
      await publishedPlan(tx),
    ])
    expect(pinned).toMatchObject({ number: 1, document: { owner: 'Rollout team' } })
    expect(now).toMatchObject({ number: 2, document: { owner: 'Olga’s team' } })
  })

  test('is the same object each time, so that what is worked out from it is kept', async () => {
    const { id } = await starter()
    server.platform.clock.advance({ minutes: 1 })
    const read = () => inOrganisation(server.platform, orgId, async (tx) => (await planVersion(tx, id)).document)
    expect(await read()).toBe(await read())
  })

  test('that was rolled back is not kept', async () => {
    let seen = ''
    const attempt = inOrganisation(server.platform, orgId, async (tx) => {
      const made = await createStarterPlan(tx, {
        owner: 'Nobody',
        timeZone: 'Europe/Amsterdam',
        publish: { approverId: owner, reason: 'Never mind' },
      })
      seen = made.id
      await planVersion(tx, made.id)
      throw new Error('changed my mind')
    })
    await expect(attempt).rejects.toThrow('changed my mind')
    await expect(inOrganisation(server.platform, orgId, (tx) => planVersion(tx, seen))).rejects.toThrow(seen)
  })

  test('of another organisation does not exist', async () => {
    const { id } = await starter()
    const elsewhere = await server.newOrganisation()
    await inOrganisation(server.platform, orgId, (tx) => planVersion(tx, id))
    await expect(inOrganisation(server.platform, elsewhere, (tx) => planVersion(tx, id))).rejects.toThrow(id)
    const stranger = await server.newPerson(elsewhere, 'Stan Stranger', ['administrator'])
    expect((await call(stranger, 'GET', '/plan')).status).toBe(404)
    expect((await call(stranger, 'GET', '/plan/versions')).body.versions).toEqual([])
  })

  test('a draft is nothing that a ticket can be pinned to', async () => {
    const { id } = await starter(false)
    await expect(inOrganisation(server.platform, orgId, (tx) => planVersion(tx, id))).rejects.toThrow(id)
    expect(await inOrganisation(server.platform, orgId, (tx) => publishedPlan(tx))).toBeNull()
  })
})

describe('the JSON Schema of a plan', () => {
  test('is there for anyone, and names every chapter', async () => {
    const answer = await server.app.inject({ url: '/api/plan.schema.json' })
    expect(answer.headers['content-type']).toContain('application/schema+json')
    const schema = answer.json<{ $schema: string; required: string[]; additionalProperties: boolean }>()
    expect(schema.$schema).toContain('2020-12')
    expect(schema.required).toEqual(expect.arrayContaining(['teams', 'process', 'training', 'involvement']))
    expect(schema.additionalProperties).toBe(false)
  })
})
