import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callOutside } from './outbound-http.ts'

const outside = { allowPrivate: false }
const inside = { allowPrivate: true }

describe('an HTTP call to somewhere else', () => {
  let server: Server
  let base: string
  const seen: string[] = []
  beforeAll(async () => {
    server = createServer((httpRequest, answer) => {
      seen.push(httpRequest.url ?? '')
      if (httpRequest.url === '/moved') return answer.writeHead(302, { location: '/inside' }).end()
      if (httpRequest.url === '/endless') return sendForever(answer)
      if (httpRequest.url === '/silent') return undefined
      let body = ''
      httpRequest.on('data', (part: Buffer) => (body += part.toString()))
      return httpRequest.on('end', () =>
        answer.writeHead(207, { 'x-said': 'yes' }).end(`${httpRequest.method} ${body}`),
      )
    })
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    base = `http://localhost:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  function sendForever(answer: ServerResponse): void {
    const more = (): void => {
      if (!answer.destroyed && answer.write(Buffer.alloc(65_536))) setImmediate(more)
    }
    answer.on('drain', more)
    more()
  }

  it('brings back what was said', async () => {
    const answer = await callOutside({ url: `${base}/a`, method: 'POST', body: 'hello' }, inside)
    expect(answer.status).toBe(207)
    expect(answer.headers.get('x-said')).toBe('yes')
    expect(Buffer.from(answer.body).toString()).toBe('POST hello')
  })

  it('stays away from this machine where that is not allowed, by name, by address and without TLS', async () => {
    const tls = base.replace('http:', 'https:')
    await expect(callOutside({ url: `${tls}/a` }, outside)).rejects.toMatchObject({ code: 'address-not-allowed' })
    await expect(callOutside({ url: tls.replace('localhost', '127.0.0.1') }, outside)).rejects.toMatchObject({
      code: 'address-not-allowed',
    })
    await expect(callOutside({ url: tls.replace('localhost', '[::1]') }, outside)).rejects.toMatchObject({
      code: 'address-not-allowed',
    })
    await expect(callOutside({ url: `${base}/a` }, outside)).rejects.toMatchObject({ code: 'needs-tls' })
    await expect(callOutside({ url: 'file:///etc/passwd' }, inside)).rejects.toMatchObject({ code: 'needs-tls' })
  })

  it('never reaches the address where clouds keep their keys', async () => {
    await expect(callOutside({ url: 'http://169.254.169.254/latest' }, inside)).rejects.toMatchObject({
      code: 'address-not-allowed',
    })
  })

  it('does not go along with a redirect', async () => {
    const before = seen.length
    const answer = await callOutside({ url: `${base}/moved` }, inside)
    expect(answer.status).toBe(302)
    expect(seen.slice(before)).toEqual(['/moved'])
  })

  it('breaks off what is too large or too slow, and when it is told to', async () => {
    await expect(callOutside({ url: `${base}/endless`, maxBytes: 200_000 }, inside)).rejects.toMatchObject({
      code: 'too-large',
    })
    await expect(callOutside({ url: `${base}/silent`, timeoutMs: 150 }, inside)).rejects.toMatchObject({
      code: 'too-slow',
    })
    const stop = new AbortController()
    const asked = callOutside({ url: `${base}/silent`, signal: stop.signal }, inside)
    stop.abort(new Error('not needed any more'))
    await expect(asked).rejects.toThrow('not needed any more')
  })

  it('says when nothing had left', async () => {
    await expect(callOutside({ url: 'http://127.0.0.1:1/' }, inside)).rejects.toMatchObject({
      code: 'not-reachable',
      nothingSent: true,
    })
  })
})
