import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writePlanFile } from '#features/plan/server/file/write-plan-file.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { tierwise } from '../../../tests/support/command-line.ts'
import { type PlanServer, planServer } from '../../../tests/support/plan-server.ts'

let server: PlanServer
let slug: string
let owner: string
const folder = mkdtempSync(join(tmpdir(), 'tierwise-import-'))
const file = join(folder, 'plan.yaml')

beforeAll(async () => {
  server = await planServer()
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  const orgId = await server.newOrganisation()
  slug = `c-${orgId.slice(-12)}`
  owner = await server.newPerson(orgId, 'Olga Owner', ['plan-owner'])
  await server.starter(orgId, owner)
})

async function run(...args: readonly string[]) {
  const { ended, output, complaints } = tierwise(['plan', ...args, '--organisation', slug], {
    DATABASE_URL: server.platform.databaseUrl,
    TIERWISE_DATA: folder,
  })
  return { code: await ended, output: output(), complaints: complaints() }
}

const plan = async (): Promise<SupportPlan> => (await server.call(owner, 'GET', '/plan')).body.document
const draft = async () => (await server.call(owner, 'GET', '/plan/draft')).body
const changed = async (name: string) =>
  writeFileSync(file, writePlanFile({ ...(await plan()), owner: name }, 'yaml'))

describe('tierwise plan import', () => {
  test('makes the file the draft, says so in the language asked for, and publishes nothing', async () => {
    await changed('Anna’s team')
    const { code, output } = await run('import', file, '--language', 'nl')
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('versie 2') as string })
    expect(await draft()).toMatchObject({ number: 2, state: 'draft', document: { owner: 'Anna’s team' } })
    expect((await plan()).owner).toBe('Rollout team')
  })

  test('brings in the file anew as long as nobody has changed the draft', async () => {
    for (const name of ['Anna’s team', 'Bart’s team']) {
      await changed(name)
      const { code, output } = await run('import', file, '--json')
      expect(code).toBe(0)
      expect(JSON.parse(output)).toMatchObject({ ok: true, version: 2, file, errors: [], findings: [] })
    }
    expect((await draft()).document.owner).toBe('Bart’s team')
  })

  test('leaves what somebody wrote in the draft, and says who, until --replace', async () => {
    await server.save(owner, await server.draftBy(owner), (document) => (document.owner = 'Olga’s team'))
    await changed('Anna’s team')
    const [refused, asJson] = [await run('import', file), await run('import', file, '--json')]
    expect({ code: refused.code, output: refused.output }).toEqual({ code: 1, output: '' })
    expect(refused.complaints).toContain('Olga Owner has changed the draft')
    expect(JSON.parse(asJson.output)).toMatchObject({ ok: false, file, problem: { code: 'draft-edited' } })
    expect((await draft()).document.owner).toBe('Olga’s team')
    expect((await run('import', file, '--replace')).code).toBe(0)
    expect((await draft()).document.owner).toBe('Anna’s team')
  })

  test('leaves a plan that is under review, also with --replace', async () => {
    const { revision } = await server.draftBy(owner)
    const approver = (await server.call(owner, 'GET', '/plan/approvers')).body.persons[0] as unknown as {
      id: string
    }
    const asked = { revision, approverId: approver.id, reason: 'Wave 2 begins' }
    expect((await server.call(owner, 'POST', '/plan/draft/review', asked)).status).toBe(200)
    await changed('Anna’s team')
    const { code, output } = await run('import', file, '--replace', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(output)).toMatchObject({ ok: false, problem: { code: 'plan-in-review' } })
  })

  test('takes an unfinished plan and tells with its line what is wrong in it', async () => {
    await changed('')
    const { code, output } = await run('import', file, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(output)).toMatchObject({ ok: true, errors: [{ field: 'owner', code: 'too-short' }] })
    expect((await draft()).document.owner).toBe('')
  })

  test('tells as JSON that there is no such organisation', async () => {
    await changed('Anna’s team')
    slug = 'nobody'
    const { code, output } = await run('import', file, '--json')
    expect(code).toBe(78)
    expect(JSON.parse(output)).toMatchObject({ ok: false, file, problem: { code: 'organisation-unknown' } })
  })

  test('refuses what is no plan, and changes nothing', async () => {
    writeFileSync(file, writePlanFile(await plan(), 'yaml').replace('owner:', 'owners:'))
    const { code, output } = await run('import', file, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(output)).toMatchObject({ ok: false, errors: [{ field: 'owners', code: 'misspelt-key' }] })
    expect((await server.call(owner, 'GET', '/plan/draft')).status).toBe(404)
  })
})

describe('tierwise plan export of a desk', () => {
  test('writes the plan in force, and comes back in the same bytes by way of a draft', async () => {
    const first = await run('export')
    expect(first.code).toBe(0)
    writeFileSync(file, first.output)
    expect((await run('import', file)).code).toBe(0)
    expect((await run('export', '--version', 'draft')).output).toBe(first.output)
  })

  test('writes the version that is asked for', async () => {
    await server.save(owner, await server.draftBy(owner), (document) => (document.owner = 'Olga’s team'))
    const owners = await Promise.all(
      ['1', 'published', 'draft', '2'].map(async (version) => {
        const { output } = await run('export', '--version', version, '--format', 'json')
        return (JSON.parse(output) as SupportPlan).owner
      }),
    )
    expect(owners).toEqual(['Rollout team', 'Rollout team', 'Olga’s team', 'Olga’s team'])
  })

  test('makes a document that says which version it is', async () => {
    const { code, output } = await run('export', '--format', 'markdown', '--language', 'nl')
    expect(code).toBe(0)
    expect(output).toContain('Olga Owner')
  })

  test('says when there is no such version', async () => {
    expect(await run('export', '--version', '7')).toMatchObject({
      code: 64,
      output: '',
      complaints: 'There is no version 7.\n',
    })
    expect((await run('export', '--version', 'draft')).complaints).toBe('There is no draft plan.\n')
  })
})
