import { createHash } from 'node:crypto'
import { existsSync, readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PlatformApp, platformApp, type Somebody, somebody } from '../../../tests/support/platform-app.ts'
import { inOrganisation } from '../database/transaction.ts'
import { blobPath } from './blobs.ts'
import { keepFiles } from './files.ts'
import { serveFiles } from './routes.ts'
import { tidyFiles } from './tidy-files.ts'

let desk: PlatformApp
const ada = somebody()
const colleague = somebody({ orgId: ada.orgId })
const attached = new Set<string>()

beforeAll(async () => {
  desk = await platformApp()
  serveFiles(desk.app, [async (_tx, { personId }, { id }) => personId === colleague.personId && attached.has(id)])
})
afterAll(() => desk.close())

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const upload = (
  bytes: Buffer,
  name: string,
  given: { type?: string; field?: string; key?: string; who?: Somebody } = {},
) => {
  const { type = 'text/plain', field = 'file', key, who = ada } = given
  const head = `--edge\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  return desk.call(who, {
    method: 'POST',
    url: '/api/v1/files',
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--edge--\r\n')]),
    headers: { 'content-type': 'multipart/form-data; boundary=edge', ...(key && { 'idempotency-key': key }) },
  })
}
const download = (id: string, who: Somebody = ada, show = '') =>
  desk.app.inject({ url: `/api/v1/files/${id}${show}`, headers: desk.as(who) })

describe('an upload', () => {
  test('is kept under its hash, with the type that its content shows', async () => {
    const { status, body } = await upload(png, 'report.html', { type: 'text/html' })
    expect([status, body]).toEqual([
      201,
      { id: expect.any(String), name: 'report.html', type: 'image/png', size: png.length },
    ])
    expect(existsSync(blobPath(desk.platform, sha(png)))).toBe(true)
    expect(readdirSync(join(desk.platform.dataFolder, 'files', 'incoming'))).toEqual([])
  })

  test('of the same bytes is stored once and has a row for each', async () => {
    const bytes = Buffer.from('the same')
    const ids = [(await upload(bytes, 'a.txt')).body.id, (await upload(bytes, 'b.txt')).body.id]
    expect(new Set(ids).size).toBe(2)
    expect(readdirSync(join(blobPath(desk.platform, sha(bytes)), '..'))).toHaveLength(1)
  })

  test('that is repeated with its key is one file', async () => {
    const [first, again] = [await upload(png, 'x.png', { key: 'k1' }), await upload(png, 'x.png', { key: 'k1' })]
    expect(again.body).toEqual(first.body)
    expect(await upload(png, 'y.png', { key: 'k1' })).toMatchObject({ status: 409 })
  })

  test.each([
    ['too large', Buffer.alloc(25 * 1024 * 1024 + 1, 'x'), {}, 'file-too-large'],
    ['empty', Buffer.alloc(0), {}, 'file-empty'],
    ['in another part', png, { field: 'avatar' }, 'file-missing'],
  ])('that is %s is refused and leaves nothing', async (_how, bytes, given, code) => {
    expect(await upload(bytes, 'x', given)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'file', code }] },
    })
    expect(readdirSync(join(desk.platform.dataFolder, 'files', 'incoming'))).toEqual([])
  })

  test('keeps no path and nothing invisible in its name', async () => {
    expect((await upload(png, '../../etc/passwd')).body.name).toBe('passwd')
    expect((await upload(png, 'C:\\\\temp\\\\gnp.\u202eexe')).body.name).toBe('gnp.exe')
  })
})

describe('a download', () => {
  test('is an attachment that no browser opens as a page', async () => {
    for (const [bytes, name] of [
      ['<script>alert(1)</script>', 'x.html'],
      ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'x.svg'],
    ] as const) {
      const { body } = await upload(Buffer.from(bytes), name, { type: 'image/svg+xml' })
      const answer = await download(body.id, ada, '?show=true')
      expect(answer.body).toBe(bytes)
      expect(answer.headers).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${name}"; filename*=UTF-8''${name}`,
        'x-content-type-options': 'nosniff',
      })
      expect(answer.headers['content-security-policy']).toContain('sandbox')
    }
  })

  test('of a picture can be shown', async () => {
    const { body } = await upload(png, 'schermafdruk é.png')
    const answer = await download(body.id, ada, '?show=true')
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `inline; filename="schermafdruk _.png"; filename*=UTF-8''schermafdruk%20%C3%A9.png`,
    })
    expect(answer.rawPayload.equals(png)).toBe(true)
  })

  test('is for the owner and whoever a feature lets in; for others it does not exist', async () => {
    const { body } = await upload(png, 'mine.png')
    expect((await download(body.id, colleague)).statusCode).toBe(404)
    attached.add(body.id)
    expect((await download(body.id, colleague)).statusCode).toBe(200)
    expect((await download(body.id, somebody({ orgId: ada.orgId }))).statusCode).toBe(404)
    expect((await download(body.id, { ...ada, orgId: somebody().orgId })).statusCode).toBe(404)
  })
})

test('cleaning up removes what nobody refers to after a day, and nothing else', async () => {
  const [kept, unused, shared] = ['kept', 'unused', 'shared'].map((text) => Buffer.from(`clean-up ${text}`)) as [
    Buffer,
    Buffer,
    Buffer,
  ]
  const ids = [
    (await upload(kept, 'k')).body.id,
    (await upload(unused, 'u')).body.id,
    (await upload(shared, 's')).body.id,
  ]
  const other = (await upload(shared, 's2')).body.id
  await inOrganisation(desk.platform, ada.orgId, (tx) => keepFiles(tx, [ids[0], other]))
  await desk.platform.owner.query(
    `update files set created_at = now() - interval '25 hours' where id = any($1::uuid[])`,
    [ids],
  )
  const old = new Date(Date.now() - 25 * 3600 * 1000)
  for (const bytes of [kept, unused, shared]) utimesSync(blobPath(desk.platform, sha(bytes)), old, old)
  await tidyFiles(desk.platform)
  const there = (bytes: Buffer) => existsSync(blobPath(desk.platform, sha(bytes)))
  expect([there(kept), there(unused), there(shared)]).toEqual([true, false, true])
  expect((await download(ids[1])).statusCode).toBe(404)
  expect((await download(other)).body).toBe('clean-up shared')
})
