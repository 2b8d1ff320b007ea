import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type PlanServer, planServer } from '../../../../../tests/support/plan-server.ts'
import type { PlanDraft, PlanFilePreview } from '../../contract.ts'
import { writePlanFile } from './write-plan-file.ts'

let server: PlanServer
let orgId: string
let owner: string
let agent: string

beforeAll(async () => {
  server = await planServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  orgId = await server.newOrganisation()
  owner = await server.newPerson(orgId, 'Olga Owner', ['plan-owner'])
  agent = await server.newPerson(orgId, 'Anna Agent', ['agent'])
  await server.starter(orgId, owner)
})

const get = (person: string, url: string) =>
  server.app.inject({ url: `/api/v1/plan/${url}`, headers: { 'x-test-person': person } })
const preview = async (text: string) =>
  (await server.call(owner, 'POST', '/plan/draft/file/preview', { text })).body as unknown as PlanFilePreview
const bringIn = (text: string, revision: number | null) =>
  server.call(owner, 'POST', '/plan/draft/file', { text, revision })
const changed = (document: PlanDraft['document'], name: string) =>
  writePlanFile({ ...document, owner: name }, 'yaml')
async function published() {
  return (await server.call(owner, 'GET', '/plan')).body.document
}

describe('a plan as a file', () => {
  test.each([
    ['yaml', 'application/yaml', 'support-plan-version-1.yaml'],
    ['json', 'application/json', 'support-plan-version-1.json'],
  ])('is downloaded as %s by whoever reads the plan, and is the plan', async (format, type, name) => {
    const answer = await get(agent, `versions/1/file?format=${format}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toContain(type)
    expect(answer.headers['content-disposition']).toContain(`attachment; filename="${name}"`)
    expect(await preview(answer.body)).toMatchObject({ errors: [], changes: [], against: { number: 1 } })
  })

  test('says where its schema is: on this desk', async () => {
    const [first] = (await get(owner, 'versions/1/file')).body.split('\n')
    expect(first).toMatch(/^# yaml-language-server: \$schema=http.*\/api\/plan[.]schema[.]json$/)
  })

  test('of a draft is for editors', async () => {
    await server.draftBy(owner)
    expect((await get(owner, 'draft/file')).statusCode).toBe(200)
    expect((await get(agent, 'draft/file')).statusCode).toBe(403)
    expect((await get(agent, 'versions/2/file')).statusCode).toBe(404)
  })
})

describe('bringing a file in', () => {
  test('says first what would change, in words, and changes nothing', async () => {
    const seen = await preview(changed(await published(), 'Anna’s team'))
    expect(seen).toMatchObject({
      errors: [],
      revision: null,
      against: { number: 1, state: 'published' },
      changeCount: 1,
    })
    expect(seen.changes[0]?.sentence).toContain('Anna’s team')
    expect(seen.plan?.tiers).toBe(3)
    expect((await server.call(owner, 'GET', '/plan/draft')).status).toBe(404)
  })

  test('goes by the holidays that the desk will write out', async () => {
    const document = structuredClone(await published())
    const [office, onCall] = document.teams.supportHours
    if (!office || !onCall) throw new Error('The starter plan has two kinds of hours')
    const shop = { ...office, key: 'shop', holidays: { ...onCall.holidays } }
    document.teams.supportHours.push(shop)
    Object.assign(document.teams.tiers[0] ?? {}, { supportHours: 'shop' })
    const text = writePlanFile(
      {
        ...document,
        teams: {
          ...document.teams,
          supportHours: [{ ...office, holidays: { ...office.holidays, publicDays: [] } }, onCall, shop],
        },
      },
      'yaml',
    )
    const seen = await preview(text)
    expect(seen.changes.map(({ sentence }) => sentence).join()).not.toContain('public holidays')
    expect(seen.plan?.findings.warning).toBeGreaterThan(0)
    const { body } = await bringIn(text, null)
    expect(body.findings.map(({ code }) => code)).toContain('holiday-uncovered')
  })

  test('begins a draft where there is none', async () => {
    const { status, body } = await bringIn(changed(await published(), 'Anna’s team'), null)
    expect({ status, owner: body.document.owner, state: body.state }).toEqual({
      status: 200,
      owner: 'Anna’s team',
      state: 'draft',
    })
  })

  test('replaces the draft that was seen', async () => {
    const draft = await server.draftBy(owner)
    const text = changed(draft.document, 'Anna’s team')
    const { revision } = await preview(text)
    const { body } = await bringIn(text, revision)
    expect(body).toMatchObject({ number: draft.number, revision: draft.revision + 1 })
  })

  test.each([
    [
      'when somebody saved in the meantime',
      async (draft: PlanDraft) => {
        await server.save(owner, draft, (document) => (document.owner = 'Bart'))
        return draft.revision
      },
      'draft-changed',
    ],
    ['when somebody began a draft in the meantime', () => Promise.resolve(null), 'draft-exists'],
  ] as const)('never overwrites what it has not seen: %s', async (_, meanwhile, code) => {
    const draft = await server.draftBy(owner)
    const revision = await meanwhile(draft)
    const before = (await server.call(owner, 'GET', '/plan/draft')).body.revision
    expect(await bringIn(changed(draft.document, 'Anna'), revision)).toMatchObject({ status: 409, body: { code } })
    expect((await server.call(owner, 'GET', '/plan/draft')).body.revision).toBe(before)
  })

  test('takes an unfinished plan, of which the draft then says what is wrong', async () => {
    const text = changed(await published(), '').replace('targetHours: office-hours', 'targetHours: soon')
    const seen = await preview(text)
    expect(seen.errors.map(({ code }) => code)).toEqual(['too-short', 'unknown-reference'])
    expect(seen.plan?.findings.error).toBeGreaterThan(0)
    expect((await bringIn(text, null)).body.findings.map(({ code }) => code)).toContain('value-missing')
  })

  test('refuses what is no plan, with the line of each fault in the reader’s words', async () => {
    const text = changed(await published(), 'Anna').replace('owner:', 'owners:')
    expect(await preview(text)).toMatchObject({ plan: null, errors: [{ code: 'misspelt-key', field: 'owners' }] })
    const { status, body } = await bringIn(text, null)
    expect(status).toBe(400)
    expect(body).toMatchObject({
      errors: [
        { code: 'misspelt-key', message: expect.stringMatching(/^line \d+, column 1: .*‘owner’/) as string },
      ],
    })
  })

  test('is not for who may not edit', async () => {
    expect((await server.call(agent, 'POST', '/plan/draft/file', { text: 'x', revision: null })).status).toBe(403)
  })
})

test('a draft of another shape is refused in the same words', async () => {
  const draft = await server.draftBy(owner)
  const { owner: _, ...document } = draft.document
  const { status, body } = await server.call(owner, 'PUT', '/plan/draft', {
    revision: draft.revision,
    document: { ...document, ownr: 'Anna' },
  })
  expect(status).toBe(400)
  expect(body).toMatchObject({
    errors: [
      { field: 'document.ownr', code: 'misspelt-key', message: expect.stringContaining('‘owner’') as string },
    ],
  })
})
