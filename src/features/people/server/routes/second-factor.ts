import { inOrganisation } from '#platform/database/transaction.ts'
import { beginWithApp, confirmApp, stopUsingApp } from '../authenticator.ts'
import { refuse } from '../judged.ts'
import {
  addPasskey,
  askForProof,
  beginPasskey,
  nameOwnPasskey,
  proveWithPasskey,
  removePasskey,
} from '../own-passkeys.ts'
import { mustBeFresh, proveWithPassword } from '../prove.ts'
import { makeRecoveryCodes } from '../recovery-codes.ts'
import { factorsOf, ownSecondFactor, resetSecondFactor } from '../second-factor.ts'
import type { PeopleServices } from '../services.ts'
import { findFactors } from '../store/second-factors.ts'
import type { SomeHandlers } from './some-handlers.ts'

export function secondFactorRoutes(
  services: PeopleServices,
): SomeHandlers<
  | 'GET /api/v1/me/second-factor'
  | 'POST /api/v1/me/proof'
  | 'POST /api/v1/me/proof/passkey/challenge'
  | 'POST /api/v1/me/proof/passkey'
  | 'POST /api/v1/me/authenticator'
  | 'POST /api/v1/me/authenticator/confirm'
  | 'DELETE /api/v1/me/authenticator'
  | 'POST /api/v1/me/recovery-codes'
  | 'POST /api/v1/me/passkeys/challenge'
  | 'POST /api/v1/me/passkeys'
  | 'PATCH /api/v1/me/passkeys/:id'
  | 'DELETE /api/v1/me/passkeys/:id'
  | 'POST /api/v1/people/:id/second-factor/reset'
> {
  return {
    'GET /api/v1/me/second-factor': ({ platform, signedIn }) =>
      inOrganisation(platform, signedIn.orgId, (tx) => ownSecondFactor(tx, platform, signedIn)),

    'POST /api/v1/me/proof': ({ platform, signedIn, body, httpRequest }) =>
      proveWithPassword(platform, signedIn, body.password, httpRequest.ip),

    'POST /api/v1/me/proof/passkey/challenge': ({ platform, signedIn }) => askForProof(platform, signedIn),

    'POST /api/v1/me/proof/passkey': ({ platform, signedIn, body }) =>
      proveWithPasskey(platform, signedIn, body.answer),

    'POST /api/v1/me/authenticator': ({ platform, signedIn }) => beginWithApp(platform, signedIn),

    'POST /api/v1/me/authenticator/confirm': ({ platform, signedIn, body, httpRequest }) =>
      confirmApp(platform, signedIn, body.code, httpRequest.ip),

    'DELETE /api/v1/me/authenticator': ({ platform, signedIn }) => stopUsingApp(platform, signedIn),

    'POST /api/v1/me/recovery-codes': ({ platform, signedIn }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => {
        await mustBeFresh(tx, signedIn)
        if (factorsOf(await findFactors(tx, signedIn.personId)).length === 0) refuse('authenticator-not-begun')
        return { recoveryCodes: await makeRecoveryCodes(tx, signedIn.personId) }
      }),

    'POST /api/v1/me/passkeys/challenge': ({ platform, signedIn }) => beginPasskey(platform, signedIn),

    'POST /api/v1/me/passkeys': ({ platform, signedIn, body }) => addPasskey(platform, signedIn, body),

    'PATCH /api/v1/me/passkeys/:id': ({ platform, signedIn, params, body }) =>
      inOrganisation(platform, signedIn.orgId, (tx) =>
        nameOwnPasskey(tx, signedIn.personId, params.id, body.name),
      ),

    'DELETE /api/v1/me/passkeys/:id': ({ platform, signedIn, params }) =>
      inOrganisation(platform, signedIn.orgId, (tx) => removePasskey(tx, signedIn, params.id)),

    'POST /api/v1/people/:id/second-factor/reset': ({ platform, signedIn, params }) =>
      inOrganisation(platform, signedIn.orgId, (tx) =>
        resetSecondFactor(tx, platform, services, signedIn.actor, params.id),
      ),
  }
}
