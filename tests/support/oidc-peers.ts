import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** A provider of identities on this machine. */
export type OidcPeer = {
  readonly issuer: string
  /** Says which application may ask, and where the browser goes back to. */
  readonly know: (clientId: string, secret: string, redirectAddress: string) => void
  /** Signs `login` in as a browser would; returns the address that the browser is sent back to. */
  readonly answer: (address: string, login: string) => Promise<URL>
  readonly close: () => Promise<void>
}

export type Account = Readonly<Record<string, unknown>>

/** A real server of OpenID Connect (oidc-provider), which knows these accounts by their login. */
export async function realPeer(accounts: Readonly<Record<string, Account>>): Promise<OidcPeer> {
  let handle: ((request: IncomingMessage, response: ServerResponse) => void) | null = null
  const { server, issuer } = await listen((request, response) => {
    if (handle) handle(request, response)
    else response.writeHead(503).end()
  })
  return {
    issuer,
    know: (clientId, secret, redirectAddress) => {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: clientId,
            client_secret: secret,
            redirect_uris: [redirectAddress],
            token_endpoint_auth_method: 'client_secret_post',
          },
        ],
        claims: { openid: ['sub', 'tid', 'oid', 'name', 'email', 'preferred_username'] },
        conformIdTokenClaims: false,
        pkce: { required: () => true },
        features: { devInteractions: { enabled: true } },
        cookies: { keys: ['only a test'] },
        findAccount: (_context, login) => ({
          accountId: login,
          claims: () => ({ sub: login, ...accounts[login] }),
        }),
      })
      provider.on('server_error', (_context, error) => console.error(error))
      handle = (request, response) => void provider.callback()(request, response)
    },
    answer: walk,
    close: () => close(server),
  }
}

/** Follows redirects and fills in the provider's forms until it sends the browser elsewhere. */
async function walk(address: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>()
  const { origin } = new URL(address)
  let next = address
  let form: URLSearchParams | null = null
  for (let step = 0; step < 12; step++) {
    const answer: Response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: form } : {}),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    const text = await answer.text()
    const location = answer.headers.get('location')
    if (location !== null) {
      next = new URL(location, next).href
      form = null
      if (new URL(next).origin !== origin) return new URL(next)
      continue
    }
    const action = /action="([^"]+)"/.exec(text)?.[1]
    const prompt = /name="prompt" value="([^"]+)"/.exec(text)?.[1]
    if (!action || !prompt) throw new Error(`The provider shows no form: ${answer.status} ${text.slice(0, 500)}`)
    next = new URL(action, next).href
    form = new URLSearchParams({ prompt, login, password: 'any' })
  }
  throw new Error('The provider goes around in circles')
}

/** What a forger changes about the answer of a provider. */
export type Forgery = {
  readonly claims?: Account
  readonly header?: Account
  /** Signs with a key that the provider does not publish. */
  readonly otherKey?: boolean
  /** What it says of itself, where that differs from where it stands. */
  readonly issuerPublished?: string
}

/** A provider that answers with whatever the test puts in `forgery`. */
export type ForgingPeer = OidcPeer & { forgery: Forgery; readonly origin: string }

export async function forgingPeer(
  issuerOf: (origin: string) => string = (origin) => origin,
): Promise<ForgingPeer> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const strange = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, { nonce: string; challenge: string; login: string }>()
  let clientId = ''
  const { server, issuer: origin } = await listen((request, response) => {
    void body(request).then((text) =>
      reply(new URL(request.url ?? '/', origin), new URLSearchParams(text), response),
    )
  })
  const issuer = issuerOf(origin)

  const reply = (url: URL, form: URLSearchParams, response: ServerResponse) => {
    const json = (value: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (url.pathname.endsWith('/.well-known/openid-configuration')) {
      return json({
        issuer: peer.forgery.issuerPublished ?? issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
    }
    if (url.pathname.endsWith('/keys'))
      return json({
        keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
      })
    const code = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!code || proof !== code.challenge) return json({ error: 'invalid_grant' }, 400)
    return json({
      access_token: 'a',
      token_type: 'Bearer',
      expires_in: 60,
      id_token: idToken(code.login, code.nonce),
    })
  }

  const idToken = (sub: string, nonce: string) => {
    const now = Math.floor(Date.now() / 1000)
    const { claims, header, otherKey } = peer.forgery
    const parts = [
      { alg: 'RS256', kid: 'one', ...header },
      { iss: issuer, sub, aud: clientId, nonce, iat: now, exp: now + 300, ...claims },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    const signed = parts.join('.')
    return `${signed}.${sign('sha256', Buffer.from(signed), (otherKey ? strange : keys).privateKey).toString('base64url')}`
  }

  const peer: ForgingPeer = {
    forgery: {},
    origin,
    issuer,
    know: (id) => {
      clientId = id
    },
    answer: (address, login) => {
      const asked = new URL(address).searchParams
      const code = randomBytes(16).toString('hex')
      codes.set(code, { nonce: asked.get('nonce') ?? '', challenge: asked.get('code_challenge') ?? '', login })
      const back = new URL(asked.get('redirect_uri') ?? '')
      back.searchParams.set('code', code)
      back.searchParams.set('state', asked.get('state') ?? '')
      return Promise.resolve(back)
    },
    close: () => close(server),
  }
  return peer
}

/** A fetch for which the pages of Microsoft's sign-in are served by the peer. */
export function fetchBehind(host: string, peerOrigin: () => string): typeof fetch {
  return (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input)
    if (address.host !== host) return fetch(input, init)
    return fetch(`${peerOrigin()}${address.pathname}${address.search}`, init)
  }
}

function body(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    request.setEncoding('utf8').on('data', (part: string) => (text += part))
    request.on('end', () => resolve(text)).on('error', reject)
  })
}

async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ server: Server; issuer: string }> {
  const server = createServer(handle)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.closeAllConnections()
    server.close(() => resolve())
  })
}
