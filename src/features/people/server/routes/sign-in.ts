import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SignInAnswer } from '#features/people/contract/views.ts'
import { normalEmail } from '#features/people/domain/email.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import {
  browserMark,
  clearSignInCookie,
  cookieNames,
  knownBrowserMark,
  setHalfCookie,
  setSignInCookie,
} from '../cookies.ts'
import { mailPasswordReset } from '../links.ts'
import { beginAtProvider, finishAtProvider } from '../provider-sign-in.ts'
import { offeredProviders } from '../providers.ts'
import type { PeopleServices } from '../services.ts'
import { type Browser, type Entering, organisationFor, signInWithPassword } from '../sign-in.ts'
import { findOrganisation } from '../store/organisations.ts'
import { hasAnyPasskey } from '../store/passkeys.ts'
import { findPersonByEmail } from '../store/persons.ts'
import { deleteApiTokensOf, deleteSignIn, deleteSignInsOf } from '../store/sign-ins.ts'
import { mayMailReset } from '../throttle.ts'
import { readToken } from '../tokens.ts'
import { lookAtLink, openLink, useLink } from '../use-link.ts'
import type { SomeHandlers } from './some-handlers.ts'

export function signInRoutes(
  services: PeopleServices,
): SomeHandlers<
  | 'GET /api/v1/sign-in'
  | 'POST /api/v1/sign-in'
  | 'POST /api/v1/sign-out'
  | 'POST /api/v1/sign-in/provider'
  | 'GET /api/v1/sign-in/provider/:provider/answer'
  | 'POST /api/v1/password-resets'
  | 'POST /api/v1/links/look'
  | 'POST /api/v1/links/use'
> {
  return {
    'GET /api/v1/sign-in': async ({ platform, query }) => {
      const orgId = await organisationFor(platform, query.organisation)
      if (orgId === null) return { organisation: null, providers: [], resetByMail: false, passkeys: false }
      return inOrganisation(platform, orgId, async (tx) => {
        const { slug, name, language } = await findOrganisation(tx)
        const resetByMail = await services.mail.isSetUp(tx)
        return {
          organisation: { slug, name, language },
          providers: await offeredProviders(tx),
          resetByMail,
          passkeys: await hasAnyPasskey(tx),
        }
      })
    },

    'POST /api/v1/sign-in': async ({ platform, body, httpRequest, reply }) => {
      const entering = await signInWithPassword(platform, body, browserOf(httpRequest, platform.baseUrl))
      return entered(reply, platform.baseUrl, entering)
    },

    'POST /api/v1/sign-out': async ({ platform, body, signedIn, reply }) => {
      await inOrganisation(platform, signedIn.orgId, async (tx) => {
        if (!body.everywhere) return deleteSignIn(tx, signedIn.personId, signedIn.signInId)
        await deleteSignInsOf(tx, signedIn.personId)
        return deleteApiTokensOf(tx, signedIn.personId)
      })
      clearSignInCookie(reply, platform.baseUrl)
    },

    'POST /api/v1/sign-in/provider': async ({ platform, body, httpRequest, reply }) => {
      const opened = body.link === undefined ? null : await openLink(platform, body.link)
      const orgId = opened?.orgId ?? (await organisationFor(platform, body.organisation))
      if (orgId === null || opened?.link.kind === 'administrator') throw new NotFound()
      const address = await beginAtProvider(platform, services, {
        orgId,
        providerId: body.provider,
        linkId: opened?.link.id ?? null,
        personId: null,
        returnTo: body.returnTo,
        browserMark: browserMark(httpRequest, reply, platform.baseUrl),
      })
      return { address }
    },

    'GET /api/v1/sign-in/provider/:provider/answer': async ({ platform, params, httpRequest, reply }) => {
      const { goTo, token } = await finishAtProvider(platform, services, {
        providerId: params.provider,
        query: httpRequest.url.slice(httpRequest.url.indexOf('?') + 1),
        browserMark: knownBrowserMark(httpRequest, platform.baseUrl),
        browser: browserOf(httpRequest, platform.baseUrl),
      })
      if (token !== null) setSignInCookie(reply, platform.baseUrl, token)
      return reply.header('cache-control', 'no-store').redirect(`${platform.baseUrl}${goTo}`, 303)
    },

    'POST /api/v1/password-resets': async ({ platform, body, httpRequest }) => {
      const orgId = await organisationFor(platform, body.organisation)
      const email = normalEmail(body.email)
      // Answered before it is looked up, so that neither the answer nor its time says who exists.
      if (orgId !== null && email !== null) {
        void inOrganisation(platform, orgId, async (tx) => {
          const person = await findPersonByEmail(tx, email)
          if (person && (await mayMailReset(tx, email))) await mailPasswordReset(tx, platform, services, person)
        }).catch((err: unknown) =>
          platform.log.error({ err, id: httpRequest.id }, 'a password reset could not be mailed'),
        )
      }
      return {}
    },

    'POST /api/v1/links/look': async ({ platform, body }) => lookAtLink(platform, body.link),

    'POST /api/v1/links/use': async ({ platform, body, httpRequest, reply }) => {
      const entering = await useLink(platform, services, body, browserOf(httpRequest, platform.baseUrl))
      return entered(reply, platform.baseUrl, entering)
    },
  }
}

function entered(reply: FastifyReply, baseUrl: string, { answer, token, isHalf }: Entering): SignInAnswer {
  if (isHalf) setHalfCookie(reply, baseUrl, token)
  else setSignInCookie(reply, baseUrl, token)
  return answer
}

export function browserOf(httpRequest: FastifyRequest, baseUrl: string): Browser {
  return {
    address: httpRequest.ip,
    userAgent: httpRequest.headers['user-agent'] ?? '',
    before: readToken(httpRequest.cookies[cookieNames(baseUrl).signIn] ?? ''),
  }
}
