import { inOrganisation } from '#platform/database/transaction.ts'
import { endOwnSignIn, makeApiToken, withdrawApiToken } from '../own-access.ts'
import { browserMark } from '../cookies.ts'
import { found } from '../judged.ts'
import { mustBeFresh } from '../prove.ts'
import { changeSelf } from '../persons.ts'
import { beginAtProvider } from '../provider-sign-in.ts'
import type { PeopleServices } from '../services.ts'
import { changeOwnPassword } from '../sign-in.ts'
import { findPerson } from '../store/persons.ts'
import { findApiTokens, findSignIns } from '../store/sign-ins.ts'
import { meView } from '../views.ts'
import type { SomeHandlers } from './some-handlers.ts'

export function meRoutes(
  services: PeopleServices,
): SomeHandlers<
  | 'GET /api/v1/me'
  | 'PATCH /api/v1/me'
  | 'PUT /api/v1/me/password'
  | 'GET /api/v1/me/sign-ins'
  | 'DELETE /api/v1/me/sign-ins/:id'
  | 'POST /api/v1/me/identities'
  | 'GET /api/v1/me/api-tokens'
  | 'POST /api/v1/me/api-tokens'
  | 'DELETE /api/v1/me/api-tokens/:id'
> {
  return {
    'GET /api/v1/me': ({ platform, signedIn }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) =>
        meView(tx, found(await findPerson(tx, signedIn.personId)), signedIn),
      ),

    'PATCH /api/v1/me': ({ platform, signedIn, body }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) =>
        meView(tx, await changeSelf(tx, signedIn.actor, body), signedIn),
      ),

    'PUT /api/v1/me/password': ({ platform, signedIn, body, httpRequest }) =>
      changeOwnPassword(platform, services, signedIn, body, httpRequest.ip),

    'GET /api/v1/me/sign-ins': ({ platform, signedIn }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => {
        const signIns = await findSignIns(tx, signedIn.personId)
        return { signIns: signIns.map((one) => ({ ...one, current: one.id === signedIn.signInId })) }
      }),

    'DELETE /api/v1/me/sign-ins/:id': ({ platform, signedIn, params }) =>
      inOrganisation(platform, signedIn.orgId, (tx) => endOwnSignIn(tx, signedIn.personId, params.id)),

    'POST /api/v1/me/identities': async ({ platform, signedIn, body, httpRequest, reply }) => {
      await inOrganisation(platform, signedIn.orgId, (tx) => mustBeFresh(tx, signedIn))
      const address = await beginAtProvider(platform, services, {
        orgId: signedIn.orgId,
        providerId: body.provider,
        linkId: null,
        personId: signedIn.personId,
        returnTo: body.returnTo,
        browserMark: browserMark(httpRequest, reply, platform.baseUrl),
      })
      return { address }
    },

    'GET /api/v1/me/api-tokens': ({ platform, signedIn }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => ({
        tokens: await findApiTokens(tx, signedIn.personId),
      })),

    'POST /api/v1/me/api-tokens': ({ platform, signedIn, body }) =>
      inOrganisation(platform, signedIn.orgId, (tx) => makeApiToken(tx, signedIn, body)),

    'DELETE /api/v1/me/api-tokens/:id': ({ platform, signedIn, params }) =>
      inOrganisation(platform, signedIn.orgId, (tx) => withdrawApiToken(tx, signedIn.personId, params.id)),
  }
}
