import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compressAssets } from '#platform/http/compress-assets.ts'
import { type TestPlatform, testPlatform } from '../../tests/support/test-platform.ts'
import { buildServer } from './server.ts'

let platform: TestPlatform
let app: FastifyInstance
let pages = ''
const html =
  '<!doctype html><script nonce="__CSP_NONCE__" src="/assets/a.js"></script><meta property="csp-nonce" nonce="__CSP_NONCE__">'

beforeAll(async () => {
  platform = await testPlatform()
  pages = mkdtempSync(join(tmpdir(), 'tierwise-pages-'))
  mkdirSync(join(pages, 'assets'))
  writeFileSync(join(pages, 'index.html'), html)
  writeFileSync(join(pages, 'icon.svg'), '<svg/>')
  writeFileSync(join(pages, 'assets', 'a.js'), 'export const a = 1\n'.repeat(200))
  await compressAssets(join(pages, 'assets'))
  app = await buildServer(platform, { pages })
})
afterAll(async () => {
  await app.close()
  await platform.close()
  rmSync(pages, { recursive: true })
})

describe('a page', () => {
  test.each(['/', '/tickets/42', '/my/visit?x=1', '/index.html'])(
    '%s gets a nonce of its own, that the policy names',
    async (url) => {
      const [one, other] = [await app.inject(url), await app.inject(url)]
      const nonce = /nonce="([^"]+)" src/.exec(one.body)?.[1] ?? ''
      expect(one.body).toBe(html.replaceAll('__CSP_NONCE__', nonce))
      expect(one.headers['content-security-policy']).toContain(`script-src 'self' 'nonce-${nonce}'`)
      expect(one.headers['content-security-policy']).not.toContain('unsafe')
      expect(one.headers['cache-control']).toBe('no-store')
      expect(other.body).not.toBe(one.body)
    },
  )

  test('never stands in for something that does not exist', async () => {
    for (const url of ['/api/v1/nothing', '/health/x', '/assets/gone.js']) {
      const answer = await app.inject(url)
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found'])
    }
  })

  test('does not let a path leave its folder', async () => {
    for (const url of [
      '/assets/../../package.json',
      '/..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/etc/passwd',
    ]) {
      expect((await app.inject(url)).body).not.toContain('tierwise"')
      expect((await app.inject(url)).body).not.toContain('root:')
    }
  })
})

test('an asset is sent compressed to whoever takes it, and kept for a year', async () => {
  const plain = await app.inject('/assets/a.js')
  const packed = await app.inject({ url: '/assets/a.js', headers: { 'accept-encoding': 'gzip, br' } })
  expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(packed.headers['content-encoding']).toBe('br')
  expect(packed.headers['content-type']).toBe(plain.headers['content-type'])
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 10)
  expect((await app.inject('/icon.svg')).headers['cache-control']).toBe('no-cache')
})

describe('health', () => {
  test('is live, and ready because a write went through', async () => {
    expect((await app.inject('/health/live')).json()).toEqual({ status: 'ok' })
    expect((await app.inject('/health/ready')).json()).toEqual({ status: 'ok' })
    const { rows } = await platform.owner.query(`select id from heartbeats where id like 'ready/%'`)
    expect(rows).toHaveLength(1)
  })

  test('answers a prober that knows the machine by another name', async () => {
    expect((await app.inject({ url: '/health/live', headers: { host: '10.1.2.3:7373' } })).statusCode).toBe(200)
  })
})

type Described = {
  paths: Record<string, Record<string, { responses: Record<string, unknown>; 'x-access': unknown }>>
  components: { schemas: Record<string, unknown> }
}

describe('the API', () => {
  test('describes every route that is served, who may call it, and its problems', async () => {
    const document = (await app.inject('/api/openapi.json')).json() as Described & { openapi: string }
    expect(document.openapi).toBe('3.1.0')
    const served = app.served.filter(({ path }) => path.startsWith('/api/v1/'))
    expect(served.length).toBeGreaterThan(10)
    for (const { method, path, access } of served) {
      const described = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
      expect(described?.['x-access'], `${method} ${path}`).toEqual(access)
      expect(described?.responses['default'], `${method} ${path}`).toBeDefined()
    }
  })

  test('refers to no schema that is not there, and has none twice', async () => {
    const text = (await app.inject('/api/openapi.json')).body
    const { components } = JSON.parse(text) as Described
    const names = new Set(Object.keys(components.schemas))
    const wanted = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '')
    expect(wanted.filter((name) => !names.has(name))).toEqual([])
    expect([...names].filter((name) => names.has(`${name}Input`) && sameShape(components.schemas, name))).toEqual(
      [],
    )
  })

  test.each(['nl', 'en'])('can be read as a page in %s, without a script', async (language) => {
    const { body, headers, statusCode } = await app.inject({
      url: '/api',
      headers: { 'accept-language': language },
    })
    expect(statusCode).toBe(200)
    expect(body).toContain(`<html lang="${language}">`)
    expect(body).toContain('/api/v1/tickets')
    expect(body).not.toContain('<script')
    const nonce = /<style nonce="([^"]+)">/.exec(body)?.[1]
    expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
  })
})

function sameShape(schemas: Record<string, unknown>, name: string): boolean {
  return JSON.stringify(schemas[name]) === JSON.stringify(schemas[`${name}Input`])
}
