import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#platform/database/id.ts'
import { checkPlan } from '../domain/check/check-plan.ts'
import { starterPlan } from '../domain/starter/starter-plan.ts'
import { type PlanServer, planServer } from '../../../../tests/support/plan-server.ts'

/** A plan, so that it is refused for there being no draft and not for its shape. */
const whole = starterPlan({ startDay: '2026-12-07', owner: 'Olga Owner' })

let server: PlanServer
let call: PlanServer['call']
let draftBy: PlanServer['draftBy']
let starter: (publish?: boolean) => ReturnType<PlanServer['starter']>
let orgId: string
let owner: string

beforeAll(async () => {
  server = await planServer()
  ;({ call, draftBy } = server)
  starter = (publish = true) => server.starter(orgId, publish ? owner : undefined)
})
afterAll(() => server.close())

beforeEach(async () => {
  orgId = await server.newOrganisation()
  owner = await server.newPerson(orgId, 'Olga Owner', ['plan-owner'])
})

describe('the first plan', () => {
  test('is complete and sound, with the public holidays of the coming years written out', async () => {
    await starter(false)
    const { body } = await call(owner, 'GET', '/plan/draft')
    expect(body.findings.filter((finding) => finding.severity === 'error')).toEqual([])
    expect(checkPlan(body.document, null)).toEqual([])
    const days = body.document.teams.supportHours[0]?.holidays.publicDays ?? []
    expect(days).toContainEqual({ date: '2026-12-25', name: { nl: 'Kerstmis', en: 'Christmas Day' } })
    expect(days).toContainEqual({ date: '2027-04-27', name: { nl: 'Koningsdag', en: "King's Day" } })
    expect(days.filter((day) => day.date.startsWith('2035-')).length).toBeGreaterThan(5)
  })

  test('is in force once published, in the approver’s name', async () => {
    const { number } = await starter()
    const { status, body } = await call(owner, 'GET', '/plan')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      number,
      state: 'published',
      approver: { name: 'Olga Owner' },
      reason: 'The first plan',
    })
  })

  test('is there once: a second beginning is refused', async () => {
    await starter(false)
    await expect(starter(false)).rejects.toMatchObject({ refusal: { code: 'draft-exists' } })
  })
})

const actors = [
  'anonymous',
  'requester',
  'agent',
  'lead',
  'rollout-manager',
  'auditor',
  'plan-owner',
  'administrator',
] as const
const everyone: Record<(typeof actors)[number], 'none' | 'reads' | 'edits'> = {
  anonymous: 'none',
  requester: 'none',
  agent: 'reads',
  lead: 'reads',
  'rollout-manager': 'reads',
  auditor: 'reads',
  'plan-owner': 'edits',
  administrator: 'edits',
}

describe.each(actors)('%s', (actor) => {
  const right = everyone[actor]
  const refused = actor === 'anonymous' ? 401 : 403
  let person: string | null

  beforeEach(async () => {
    await starter()
    person = actor === 'anonymous' ? null : await server.newPerson(orgId, actor, [actor])
  })

  test.each([
    ['GET', '/plan', 200],
    ['GET', '/plan/versions', 200],
    ['GET', '/plan/versions/1', 200],
  ] as const)(`${right === 'none' ? 'does not read' : 'reads'}: %s %s`, async (method, url, status) => {
    expect((await call(person, method, url)).status).toBe(right === 'none' ? refused : status)
  })

  test.each([
    ['GET', '/plan/draft', undefined, 404],
    ['POST', '/plan/draft', {}, 201],
    ['PUT', '/plan/draft', { revision: 1, document: whole }, 409],
    ['DELETE', '/plan/draft?revision=1', undefined, 409],
    ['GET', '/plan/approvers', undefined, 200],
    ['GET', '/plan/countries', undefined, 200],
    ['POST', '/plan/draft/review', { revision: 1, approverId: newId(), reason: 'New wave' }, 409],
    ['POST', '/plan/draft/return', { reason: 'Not yet' }, 409],
    ['POST', '/plan/draft/publish', { revision: 1, reason: 'New wave' }, 409],
  ] as const)(`${right === 'edits' ? 'may' : 'may not'}: %s %s`, async (method, url, body, status) => {
    expect((await call(person, method, url, body)).status).toBe(right === 'edits' ? status : refused)
  })

  test(`${right === 'edits' ? 'sees' : 'does not see'} drafts among the versions`, async () => {
    await draftBy(owner)
    const { body } = await call(person, 'GET', '/plan/versions')
    const states = right === 'none' ? undefined : body.versions.map((version) => version.state)
    expect(states).toEqual(
      right === 'edits' ? ['draft', 'published'] : right === 'reads' ? ['published'] : undefined,
    )
    const draft = await call(person, 'GET', '/plan/versions/2')
    expect(draft.status).toBe(right === 'none' ? refused : 404)
  })
})
