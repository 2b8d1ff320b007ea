import { unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type PlanServer, planServer } from '../../../../../tests/support/plan-server.ts'
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlanDocumentView } from '../../contract.ts'
import { makeDocument } from './make-document.ts'

let server: PlanServer
let orgId: string
let owner: string
let agent: string

beforeAll(async () => void (server = await planServer()))
afterAll(() => server.close())
beforeEach(async () => {
  orgId = await server.newOrganisation()
  owner = await server.newPerson(orgId, 'Olga Owner', ['plan-owner'])
  agent = await server.newPerson(orgId, 'Arie Agent', ['agent'])
  await server.starter(orgId, owner)
})

type Listed = { readonly documents: readonly PlanDocumentView[] }
const path = (number: number) => `/plan/versions/${number}/documents`
const ask = async (person: string, number: number, format: string, language = 'nl') => {
  const { status, body } = await server.call(person, 'POST', path(number), { language, format })
  return { status, body: body as unknown as PlanDocumentView }
}
const list = async (person: string, number: number) => {
  const { status, body } = await server.call(person, 'GET', path(number))
  return { status, documents: (body as unknown as Listed).documents }
}
const make = (documentId: string, isLast = false) =>
  makeDocument(server.platform, { orgId, documentId }, { isLast })
const waiting = async () => {
  const { rows } = await server.platform.owner.query<{ task_identifier: string }>(
    `select task_identifier from graphile_worker.jobs where task_identifier = 'plan.make-document'`,
  )
  return rows.length
}
const download = (person: string, id: string, query = '') =>
  server.app.inject({ url: `/api/v1/plan/documents/${id}${query}`, headers: { 'x-test-person': person } })

describe('a document of the published plan', () => {
  test('is asked for, made in the background, and downloaded by whoever reads the plan', async () => {
    const before = await waiting()
    const asked = await ask(agent, 1, 'markdown')
    expect(asked).toMatchObject({
      status: 201,
      body: { state: 'making', language: 'nl', format: 'markdown', askedBy: { name: 'Arie Agent' }, size: null },
    })
    expect(await waiting()).toBe(before + 1)
    expect((await download(agent, asked.body.id)).statusCode).toBe(404)
    await make(asked.body.id)
    const [made] = (await list(agent, 1)).documents
    const answer = await download(agent, asked.body.id)
    expect(made).toMatchObject({ id: asked.body.id, state: 'made', size: answer.rawPayload.length })
    expect(answer.headers).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="Ondersteuningsplan Microsoft Intune v1.md"; filename*=UTF-8''Ondersteuningsplan%20Microsoft%20Intune%20v1.md`,
    })
    expect(answer.body).toContain('**Stand:** Van kracht')
    expect(answer.body).toContain('Goedgekeurd door:** Olga Owner')
    expect(answer.body).toContain('Contoso')
  })

  test('is made once, whoever asks', async () => {
    const first = await ask(agent, 1, 'html')
    expect((await ask(owner, 1, 'html')).body.id).toBe(first.body.id)
    await make(first.body.id)
    const once = await download(agent, first.body.id)
    await make(first.body.id)
    expect((await ask(owner, 1, 'html')).body).toMatchObject({ id: first.body.id, state: 'made' })
    expect((await download(owner, first.body.id)).headers.etag).toBe(once.headers.etag)
    expect((await list(owner, 1)).documents).toHaveLength(1)
    expect((await ask(owner, 1, 'html', 'en')).body.id).not.toBe(first.body.id)
  })

  test('opens as a page that may show its own style and nothing else', async () => {
    const { body } = await ask(agent, 1, 'html')
    await make(body.id)
    const shown = await download(agent, body.id, '?show=true')
    const policy = String(shown.headers['content-security-policy'])
    const style = /<style>([\s\S]*?)<\/style>/.exec(shown.body)?.[1] ?? ''
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    expect(policy).toMatch(/^default-src 'none'; .*sandbox allow-popups/)
    expect(shown.headers['content-disposition']).toMatch(/^inline/)
    expect((await download(agent, body.id)).headers['content-disposition']).toMatch(/^attachment/)
  })

  test('is bytes of its own kind as PDF and Word', { timeout: 200_000 }, async () => {
    const [pdf, docx] = [await ask(owner, 1, 'pdf'), await ask(owner, 1, 'docx')]
    await Promise.all([make(pdf.body.id), make(docx.body.id)])
    const [paper, word] = [await download(owner, pdf.body.id), await download(owner, docx.body.id)]
    expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(paper.headers['content-type']).toBe('application/pdf')
    expect(Object.keys(unzipSync(word.rawPayload))).toContain('word/document.xml')
    expect(word.headers['content-type']).toContain('wordprocessingml')
  })

  test('does not exist for another organisation', async () => {
    const { body } = await ask(owner, 1, 'markdown')
    await make(body.id)
    const otherOrg = await server.newOrganisation()
    const other = await server.newPerson(otherOrg, 'Otto Other', ['administrator'])
    expect((await download(other, body.id)).statusCode).toBe(404)
    expect((await list(other, 1)).status).toBe(404)
  })
})

describe('a document that cannot be kept', () => {
  test('is tried again, and told as not made after the last try; asked for again it is begun again', async () => {
    const { body } = await ask(agent, 1, 'markdown')
    const { dataFolder } = server.platform
    const elsewhere = { ...server.platform, dataFolder: join(dataFolder, 'a-file') }
    await writeFile(elsewhere.dataFolder, '')
    const fails = (isLast: boolean) => makeDocument(elsewhere, { orgId, documentId: body.id }, { isLast })
    await expect(fails(false)).rejects.toThrow()
    expect((await list(agent, 1)).documents).toMatchObject([{ state: 'making', failure: null }])
    await expect(fails(true)).rejects.toThrow()
    expect((await list(agent, 1)).documents).toMatchObject([{ state: 'failed', failure: 'document-not-made' }])
    expect((await ask(agent, 1, 'markdown')).body).toMatchObject({ id: body.id, state: 'making', failure: null })
    await make(body.id)
    expect((await list(agent, 1)).documents).toMatchObject([{ state: 'made' }])
  })

  test('is told as not made when nothing was heard of it for long', async () => {
    const { body } = await ask(agent, 1, 'html')
    server.platform.clock.advance({ minutes: 16 })
    expect((await list(agent, 1)).documents).toMatchObject([{ state: 'failed', failure: 'document-not-made' }])
    expect((await ask(agent, 1, 'html')).body).toMatchObject({ id: body.id, state: 'making' })
  })
})

describe('a document of a draft', () => {
  test('is for who may edit, and says that it is a draft', async () => {
    await server.draftBy(owner)
    expect((await ask(agent, 2, 'markdown')).status).toBe(404)
    expect((await list(agent, 2)).status).toBe(404)
    const { body } = await ask(owner, 2, 'markdown')
    await make(body.id)
    expect((await download(agent, body.id)).statusCode).toBe(404)
    expect((await download(owner, body.id)).body).toContain('Concept: nog niet van kracht')
  })

  test('tells what changed since the version before', async () => {
    await server.save(owner, await server.draftBy(owner), (document) => {
      document.teams.tiers[0]!.capacity.agents = 9
    })
    const { body } = await ask(owner, 2, 'markdown')
    await make(body.id)
    const text = (await download(owner, body.id)).body
    expect(text).toMatch(/## Wat er veranderde sinds versie 1\n\n- .*9/)
  })

  test('is another one after a save, and the file of the earlier one is let go', async () => {
    const draft = await server.draftBy(owner)
    const { body: early } = await ask(owner, 2, 'markdown')
    await make(early.id)
    server.platform.clock.advance({ minutes: 1 })
    await server.save(owner, draft, (document) => (document.owner = 'Somebody new'))
    expect((await list(owner, 2)).documents).toEqual([])
    const { body: late } = await ask(owner, 2, 'markdown')
    expect(late.id).not.toBe(early.id)
    expect((await download(owner, early.id)).statusCode).toBe(404)
    const { rows } = await server.platform.owner.query(
      'select kept_at from files where org_id = $1 order by created_at',
      [orgId],
    )
    expect(rows).toEqual([{ kept_at: null }])
  })

  test('that is saved while its document is made leaves nothing of the earlier text', async () => {
    const draft = await server.draftBy(owner)
    const { body } = await ask(owner, 2, 'markdown')
    server.platform.clock.advance({ minutes: 1 })
    await server.save(owner, draft, (document) => (document.owner = 'Somebody new'))
    await make(body.id)
    expect((await download(owner, body.id)).statusCode).toBe(404)
  })

  test('may be of a draft that is not finished', async () => {
    await server.save(owner, await server.draftBy(owner), (document) => {
      document.name = { nl: '', en: '' }
      document.process.targetHours = 'nowhere'
      document.involvement.phases[0]!.starts = ''
      document.teams.vendor!.languages = ['x']
    })
    for (const format of ['markdown', 'html']) {
      const { body } = await ask(owner, 2, format)
      await make(body.id)
      expect((await download(owner, body.id)).statusCode).toBe(200)
    }
  })
})
