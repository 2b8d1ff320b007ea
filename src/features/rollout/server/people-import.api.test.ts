import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTicket, reserveNumber } from '#features/tickets/server/actions.ts'
import { nothingLearnt } from '#features/plan/domain/check/desk-facts.ts'
import { actorOf } from '#features/people/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { serveFiles } from '#platform/files/routes.ts'
import type { PeopleFilePreview, PeopleImport } from '../contract/people.ts'
import { newId } from '#platform/database/id.ts'
import { type PlanServer, planServer } from '../../../../tests/support/plan-server.ts'
import { brokenFiles } from './people-file/testing/broken-files.ts'
import { rolloutRoutes } from './routes.ts'

let desk: PlanServer
let orgId: string
let rosa: string
let pia: string
let noor: string

beforeAll(async () => {
  desk = await planServer((app) => {
    serveFiles(app, [])
    rolloutRoutes(app, { learningFacts: () => Promise.resolve(nothingLearnt) })
  })
  orgId = await desk.newOrganisation()
  rosa = await desk.newPerson(orgId, 'Rosa', ['rollout-manager'])
  pia = await desk.newPerson(orgId, 'Pia', ['plan-owner'])
  noor = await desk.newPerson(orgId, 'Noor', ['rollout-manager'], 'nl')
  await desk.starter(orgId, pia)
})
afterAll(() => desk.close())

const upload = async (person: string, bytes: Uint8Array | string, name = 'people.csv') => {
  const head = `--edge\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`
  const answer = await desk.app.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: {
      'x-test-person': person,
      'idempotency-key': newId(),
      'content-type': 'multipart/form-data; boundary=edge',
    },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from('\r\n--edge--\r\n')]),
  })
  expect(answer.statusCode).toBe(201)
  return answer.json<{ id: string }>().id
}
const call = async <Body>(person: string, method: 'GET' | 'POST', url: string, body?: unknown) => {
  const { status, body: answer } = await desk.call(person, method, url, body)
  return { status, body: answer as unknown as Body & { code?: string; detail?: string } }
}
const preview = async (person: string, fileId: string, wave: string | null = null) =>
  (await call<PeopleFilePreview>(person, 'POST', '/rollout/imports/preview', { fileId, wave })).body
const bringIn = (person: string, fileId: string, seen: string | null) =>
  call<PeopleImport>(person, 'POST', '/rollout/imports', { fileId, seen: seen ?? 'x'.repeat(64) })
const importNow = async (person: string, text: string) => {
  const fileId = await upload(person, text)
  const { seen } = await preview(person, fileId)
  return bringIn(person, fileId, seen)
}
type Row = {
  id: string
  name: string
  groups: string[]
  roles: string[]
  joined_at: string | null
  disabled_at: string | null
}
const persons = async (where = 'true') =>
  (
    await desk.platform.owner.query<Row>(
      `select id, name, email, language, groups, roles, joined_at, disabled_at::text from persons where org_id = $1 and ${where} order by email`,
      [orgId],
    )
  ).rows

describe('a broken file', () => {
  test.each(brokenFiles)('$name: nothing is imported, in words in both languages', async ({ bytes, errors }) => {
    const before = await persons()
    // The plan's own waves have groups, so that this one cannot go wrong here.
    const own = errors.filter(({ code }) => code !== 'wave-without-group')
    if (own.length === 0) return
    const fileId = await upload(rosa, bytes)
    const looked = await preview(rosa, fileId)
    expect(looked.seen).toBeNull()
    expect(looked.errors).toHaveLength(errors.length)
    for (const [index, { row, column, says }] of errors.entries()) {
      const message = looked.errors[index]?.message ?? ''
      expect(message).toContain(column === null ? `Row ${row}: ` : `Row ${row}, column ${column}: `)
      expect(message).toContain(says)
      expect(message).not.toMatch(/\{\{|undefined/)
    }
    const dutch = await preview(noor, await upload(noor, bytes))
    for (const [index, { row, column }] of errors.entries()) {
      const message = dutch.errors[index]?.message ?? ''
      expect(message).toContain(column === null ? `Rij ${row}: ` : `Rij ${row}, kolom ${column}: `)
      expect(message).not.toMatch(/\{\{|undefined/)
    }
    const refused = await bringIn(rosa, fileId, null)
    expect([refused.status, refused.body.code]).toEqual([409, 'file-has-errors'])
    expect(await persons()).toEqual(before)
  })
})

describe('a good file', () => {
  const file =
    'Naam;E-mail;Taal;Golf;Platforms;Afdeling;Ingeschreven op\nAda;ada@contoso.example;nl;wave-1;iPhone;Zorg;2026-11-20\nBob;bob@contoso.example;;wave-2;;;\n'

  test('is shown first, then done as a whole, and the same file again changes nothing', async () => {
    const fileId = await upload(rosa, file)
    const looked = await preview(rosa, fileId)
    expect(looked.counts).toEqual({ added: 2, changed: 0, unchanged: 0, left: 0 })
    expect(looked.waves.map(({ wave, added }) => [wave, added])).toEqual([
      ['wave-1', 1],
      ['wave-2', 1],
    ])
    expect(await persons(`email = 'ada@contoso.example'`)).toEqual([])
    const made = await bringIn(rosa, fileId, looked.seen)
    expect([made.status, made.body.added]).toEqual([201, 2])
    expect(await persons(`email like '%@contoso.example'`)).toMatchObject([
      { name: 'Ada', language: 'nl', groups: ['wave-1'], roles: ['requester'], joined_at: null },
      { name: 'Bob', language: 'nl', groups: ['wave-2'], roles: ['requester'], joined_at: null },
    ])
    const again = await preview(rosa, fileId)
    expect(again.counts).toEqual({ added: 0, changed: 0, unchanged: 2, left: 0 })
    const stale = await bringIn(rosa, fileId, looked.seen)
    expect([stale.status, stale.body.code]).toEqual([409, 'file-looked-at-otherwise'])
  })

  test('gives who is known a group and nothing else: no name, no language, no role', async () => {
    const ben = await desk.newPerson(orgId, 'Ben Agent', ['agent', 'requester'], 'en')
    await desk.platform.owner.query(`update persons set email = 'ben@contoso.example' where id = $1`, [ben])
    const made = await importNow(
      rosa,
      'Name;E-mail;Language;Wave;Role;Roles\nMallory;ben@contoso.example;nl;wave-3;administrator;administrator\n',
    )
    expect(made.body).toMatchObject({ added: 0, changed: 1 })
    expect(await persons(`id = '${ben}'`)).toMatchObject([
      { name: 'Ben Agent', language: 'en', groups: ['wave-3'], roles: ['agent', 'requester'] },
    ])
  })

  test('leaves whoever is disabled alone', async () => {
    const dora = await desk.newPerson(orgId, 'Dora', ['requester'])
    await desk.platform.owner.query(
      `update persons set email = 'dora@contoso.example', disabled_at = now() where id = $1`,
      [dora],
    )
    const looked = await preview(rosa, await upload(rosa, 'Name;E-mail;Wave\nDora;dora@contoso.example;wave-1\n'))
    expect(looked.counts.left).toBe(1)
  })

  test('says who would be in two waves', async () => {
    const looked = await preview(rosa, await upload(rosa, 'Name;E-mail;Wave\nAda;ada@contoso.example;wave-3\n'))
    expect(looked.inSeveralWaves).toBe(1)
  })

  test("of somebody else is not there, and a requester's is not asked", async () => {
    const fileId = await upload(rosa, file)
    const other = await call(pia, 'POST', '/rollout/imports/preview', { fileId })
    expect([other.status, other.body.code]).toEqual([400, 'invalid-input'])
    const ada = await desk.newPerson(orgId, 'Ada', ['requester'])
    expect((await call(ada, 'POST', '/rollout/imports/preview', { fileId })).status).toBe(403)
  })
})

test('of two people who import the same file at once, one is told that something changed', async () => {
  const rows = Array.from({ length: 40 }, (_, index) => `P ${index};race${index}@contoso.example;wave-1`)
  const text = ['Name;E-mail;Wave', ...rows].join('\n')
  const files = await Promise.all([upload(rosa, text), upload(pia, text)])
  const seen = await Promise.all([preview(rosa, files[0]), preview(pia, files[1])])
  const answers = await Promise.all([bringIn(rosa, files[0], seen[0].seen), bringIn(pia, files[1], seen[1].seen)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
  expect(await persons(`email like 'race%'`)).toHaveLength(40)
})

describe('undoing an import', () => {
  test('sets aside whom it brought, keeps who asked for help since, and takes groups back', async () => {
    const text =
      'Name;E-mail;Wave;Department\nUna;una@contoso.example;wave-1;Care\nUlf;ulf@contoso.example;wave-1;Care\nBob;bob@contoso.example;wave-3;Care\n'
    const { body: made } = await importNow(rosa, text)
    expect(made).toMatchObject({ added: 2, changed: 1 })
    const [ulf] = await persons(`email = 'ulf@contoso.example'`)
    await asksForHelp(ulf?.id ?? '')
    const undone = await call(rosa, 'POST', `/rollout/imports/${made.id}/undo`)
    expect(undone.body).toMatchObject({ removed: 1, kept: 1, takenOut: 2 })
    expect(await persons(`email in ('una@contoso.example', 'ulf@contoso.example')`)).toMatchObject([
      { name: 'Ulf', groups: [], disabled_at: null },
      { name: 'Una', groups: [], disabled_at: expect.any(String) as string },
    ])
    expect(await persons(`email = 'bob@contoso.example'`)).toMatchObject([{ groups: ['wave-2'] }])
    const twice = await call(rosa, 'POST', `/rollout/imports/${made.id}/undo`)
    expect([twice.status, twice.body.code]).toEqual([409, 'import-undone'])
    const better = await importNow(rosa, text.replace('Una;', 'Una Better;'))
    expect(better.body).toMatchObject({ added: 1, changed: 2 })
    expect(await persons(`email = 'una@contoso.example'`)).toMatchObject([
      { name: 'Una Better', groups: ['wave-1'], disabled_at: null },
    ])
  })

  test('comes off in turn where a later import is about the same people', async () => {
    const first = await importNow(rosa, 'Name;E-mail;Wave\nVic;vic@contoso.example;wave-1\n')
    const second = await importNow(rosa, 'Name;E-mail;Wave;Department\nVic;vic@contoso.example;wave-1;Care\n')
    const refused = await call(rosa, 'POST', `/rollout/imports/${first.body.id}/undo`)
    expect([refused.status, refused.body.code]).toEqual([409, 'later-import'])
    expect((await call(rosa, 'POST', `/rollout/imports/${second.body.id}/undo`)).status).toBe(200)
    expect((await call(rosa, 'POST', `/rollout/imports/${first.body.id}/undo`)).status).toBe(200)
    expect(await persons(`email = 'vic@contoso.example'`)).toMatchObject([
      { disabled_at: expect.any(String) as string },
    ])
  })
})

describe('people in waves', () => {
  test('are listed by wave, put in another and written out without formulas', async () => {
    await importNow(rosa, 'Name;E-mail;Wave;Manager\n=HYPERLINK(1);eve@contoso.example;wave-1;@sum\n')
    const listed = await call<{ people: { id: string; name: string; waves: string[] }[]; total: number }>(
      rosa,
      'GET',
      '/rollout/people?wave=wave-1&search=eve@',
    )
    expect(listed.body).toMatchObject({ total: 1, people: [{ name: '=HYPERLINK(1)', waves: ['wave-1'] }] })
    const csv = await desk.app.inject({
      url: '/api/v1/rollout/people.csv?wave=wave-1',
      headers: { 'x-test-person': rosa },
    })
    expect(csv.body).toContain("\r\n'=HYPERLINK(1);eve@contoso.example;nl;wave-1;;;'@sum;\r\n")
    const personIds = listed.body.people.map(({ id }) => id)
    await call(rosa, 'POST', '/rollout/people/assign', { personIds, wave: 'wave-2' })
    expect(await persons(`email = 'eve@contoso.example'`)).toMatchObject([{ groups: ['wave-2'] }])
    await call(rosa, 'POST', '/rollout/people/assign', { personIds, wave: null })
    expect(await persons(`email = 'eve@contoso.example'`)).toMatchObject([{ groups: [] }])
  })
})

test('50,000 people are imported in twenty seconds', { timeout: 120_000 }, async () => {
  const count = Number(process.env['TIERWISE_IMPORT'] ?? 50_000)
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `Zoë van der Berg ${index};many${index}@contoso.example;nl;wave-${1 + (index % 3)};ios windows;Afdeling ${index % 40};Lies;2026-11-2${index % 3}`,
  )
  const text = ['Name;E-mail;Language;Wave;Platforms;Department;Manager;Enrolled on', ...rows].join('\r\n')
  const fileId = await upload(rosa, text)
  const begun = performance.now()
  const looked = await preview(rosa, fileId)
  const lookedAfter = performance.now() - begun
  const made = await bringIn(rosa, fileId, looked.seen)
  const seconds = (performance.now() - begun) / 1000
  expect(made.body).toMatchObject({ added: count })
  console.info(
    `${count} people: looked at in ${(lookedAfter / 1000).toFixed(1)} s, with import ${seconds.toFixed(1)} s`,
  )
  expect(seconds).toBeLessThan(20)
  const undoing = performance.now()
  const undone = await call(rosa, 'POST', `/rollout/imports/${made.body.id}/undo`)
  expect(undone.body).toMatchObject({ removed: count })
  console.info(`undone in ${((performance.now() - undoing) / 1000).toFixed(1)} s`)
})

async function asksForHelp(personId: string): Promise<void> {
  const number = await reserveNumber(desk.platform, orgId)
  await inOrganisation(desk.platform, orgId, async (tx) =>
    openTicket(tx, await actorOf(tx, personId), number, {
      requesterId: personId,
      source: 'portal',
      subject: 'It stops',
      description: 'Halfway',
      category: null,
      platform: null,
      impact: null,
      urgency: null,
      files: [],
      evidence: [],
    }),
  )
}
