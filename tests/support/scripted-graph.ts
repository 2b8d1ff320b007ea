import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type SeenCall = {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export type ScriptedAnswer = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Text goes as it is, anything else as JSON. */
  readonly body?: unknown
}

export type ScriptedGraph = {
  readonly url: string
  readonly seen: SeenCall[]
  /** What was asked of Graph, without the sign-ins. */
  readonly asked: () => readonly string[]
  answer: (call: SeenCall) => ScriptedAnswer | Promise<ScriptedAnswer>
  /** What the token endpoint says. */
  signIn: (call: SeenCall) => ScriptedAnswer
  readonly close: () => Promise<void>
}

/** A server over HTTP that says exactly what a test tells it to, for answers that no well-behaved server gives. */
export async function scriptedGraph(): Promise<ScriptedGraph> {
  let tokens = 0
  const server = createServer((httpRequest, answer) => {
    let body = ''
    httpRequest.on('data', (part: Buffer) => (body += part.toString()))
    httpRequest.on('end', () => {
      const call = {
        method: httpRequest.method ?? '',
        url: httpRequest.url ?? '',
        headers: httpRequest.headers,
        body,
      }
      graph.seen.push(call)
      const said = call.url.includes('/oauth2/v2.0/token') ? graph.signIn(call) : graph.answer(call)
      void Promise.resolve(said).then(({ status = 200, headers = {}, body: content }) => {
        const isText = typeof content === 'string'
        answer.writeHead(status, { ...(!isText && { 'content-type': 'application/json' }), ...headers })
        answer.end(content === undefined ? undefined : isText ? content : JSON.stringify(content))
      })
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const graph: ScriptedGraph = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: [],
    asked: () =>
      graph.seen.filter(({ url }) => !url.includes('/oauth2/')).map(({ method, url }) => `${method} ${url}`),
    answer: () => ({ body: {} }),
    signIn: () => ({
      body: { token_type: 'Bearer', expires_in: 3599, access_token: `token-${(tokens += 1)}` },
    }),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => void server.close(resolve))
    },
  }
  return graph
}
