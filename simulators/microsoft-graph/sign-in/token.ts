import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { Answer } from '../http/call.ts'
import { json } from '../http/call.ts'
import type { World } from '../world.ts'
import { assertionFault } from './assertion.ts'

const lifetime = 3599
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** `POST /{tenant}/oauth2/v2.0/token` with client credentials, and the errors of Entra ID. */
export function giveToken(world: World, tenant: string, form: URLSearchParams): Answer {
  const { clock, registrations } = world
  const fail = (status: number, error: string, code: number, words: string) =>
    refusal(world, status, error, code, words)
  if (!isTenant(world, tenant))
    return fail(
      400,
      'invalid_request',
      90002,
      `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
    )
  const grant = form.get('grant_type')
  if (grant === null)
    return fail(
      400,
      'invalid_request',
      900144,
      "The request body must contain the following parameter: 'grant_type'.",
    )
  if (grant !== 'client_credentials')
    return fail(400, 'unsupported_grant_type', 70003, `The app requested an unsupported grant type '${grant}'.`)
  const scope = form.get('scope') ?? ''
  if (!scope.endsWith('/.default'))
    return fail(
      400,
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    )
  const clientId = form.get('client_id') ?? ''
  const registration = registrations.get(clientId)
  if (!registration)
    return fail(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory '${world.tenant.name}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
    )
  const secret = form.get('client_secret')
  const assertion = form.get('client_assertion')
  if (secret === null && assertion === null)
    return fail(
      401,
      'invalid_client',
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    )
  if (assertion !== null) {
    if (form.get('client_assertion_type') !== assertionType)
      return fail(
        400,
        'invalid_request',
        900144,
        "The request body must contain the following parameter: 'client_assertion_type'.",
      )
    const base = `${world.url()}/${tenant}`
    const audiences = [`${base}/oauth2/v2.0/token`, `${base}/v2.0`, `${world.url()}/${world.tenant.id}/v2.0`]
    const fault = assertionFault(assertion, registration, { now: clock.now(), audiences })
    if (fault) return fail(401, 'invalid_client', fault.code, fault.words)
  } else if (!isSame(secret ?? '', registration.secret))
    return fail(
      401,
      'invalid_client',
      7_000_215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
    )
  else if (registration.secretExpiresAt !== null && registration.secretExpiresAt <= clock.now())
    return fail(
      401,
      'invalid_client',
      7_000_222,
      `The provided client secret keys for app '${clientId}' are expired. Visit the Azure portal to create new keys for your app.`,
    )
  const now = Math.floor(clock.now() / 1000)
  const claims = {
    aud: scope.slice(0, -'/.default'.length),
    iss: `https://sts.windows.net/${world.tenant.id}/`,
    iat: now,
    nbf: now,
    exp: now + lifetime,
    app_displayname: registration.name,
    appid: clientId,
    idtyp: 'app',
    roles: [...registration.permissions],
    tid: world.tenant.id,
    ver: '1.0',
  }
  const token = world.tokens.issue(clientId, claims, clock.now() + lifetime * 1000)
  return json({ token_type: 'Bearer', expires_in: lifetime, ext_expires_in: lifetime, access_token: token }, 200, {
    'cache-control': 'no-store, no-cache',
    pragma: 'no-cache',
  })
}

/** The form, with id and secret from the header where the client shows them there. */
export function withBasic(form: URLSearchParams, authorization: string | undefined): URLSearchParams {
  const given = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1]
  if (given === undefined) return form
  const text = Buffer.from(given, 'base64').toString()
  const at = text.indexOf(':')
  const plain = (part: string) => decodeURIComponent(part.replaceAll('+', ' '))
  try {
    form.set('client_id', plain(text.slice(0, at)))
    form.set('client_secret', plain(text.slice(at + 1)))
  } catch {
    return form
  }
  return form
}

export function isTenant(world: World, name: string): boolean {
  return [world.tenant.id, world.tenant.domain].includes(name.toLowerCase())
}

function refusal(world: World, status: number, error: string, code: number, words: string): Answer {
  const trace = randomUUID()
  const correlation = randomUUID()
  const timestamp = world.clock.stamp().replace('T', ' ')
  return json(
    {
      error,
      error_description: `AADSTS${code}: ${words} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    },
    status,
  )
}

function isSame(given: string, kept: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(kept)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** What an OpenID client reads to find the token endpoint. */
export function discovery(world: World, tenant: string): Answer {
  if (!isTenant(world, tenant))
    return refusal(world, 400, 'invalid_tenant', 90002, `Tenant '${tenant}' not found.`)
  const base = `${world.url()}/${tenant}`
  return json({
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    issuer: `${world.url()}/${world.tenant.id}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
  })
}

/** The page where an administrator agrees, which agrees at once. */
export function adminConsent(world: World, query: URLSearchParams): Answer {
  const back = URL.parse(query.get('redirect_uri') ?? '')
  if (back === null)
    return {
      status: 200,
      type: 'text/html; charset=utf-8',
      bytes: '<!doctype html><title>Simulator</title><p>Consent was given.',
    }
  back.searchParams.set('admin_consent', 'True')
  back.searchParams.set('tenant', world.tenant.id)
  const state = query.get('state')
  if (state !== null) back.searchParams.set('state', state)
  return { status: 302, headers: { location: back.href } }
}
