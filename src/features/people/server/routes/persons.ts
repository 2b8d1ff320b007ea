import type { PersonView } from '#features/people/contract/views.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { InvalidInput } from '#platform/errors.ts'
import type { SignedIn } from '../signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import { endAbsence, planAbsence } from '../absences.ts'
import { endCertification, giveCertification } from '../certifications.ts'
import { found } from '../judged.ts'
import { invite, makePasswordReset } from '../links.ts'
import { addPerson, changePerson, disablePerson, enablePerson, signOutEverywhere } from '../persons.ts'
import type { PeopleServices } from '../services.ts'
import { findChanges } from '../store/changes.ts'
import { findPerson, type PersonRow, searchPersons } from '../store/persons.ts'
import { personView, summaryView } from '../views.ts'
import type { SomeHandlers } from './some-handlers.ts'

/** One transaction that ends with the person as the one who acts may see them. */
function viewed(
  platform: Platform,
  { orgId, actor }: SignedIn,
  work: (tx: Tx) => Promise<PersonRow>,
): Promise<PersonView> {
  return inOrganisation(platform, orgId, async (tx) => personView(tx, actor, await work(tx)))
}

export function personRoutes(
  services: PeopleServices,
): SomeHandlers<
  | 'GET /api/v1/people'
  | 'POST /api/v1/people'
  | 'GET /api/v1/people/:id'
  | 'PATCH /api/v1/people/:id'
  | 'POST /api/v1/people/:id/disable'
  | 'POST /api/v1/people/:id/enable'
  | 'POST /api/v1/people/:id/invitation'
  | 'POST /api/v1/people/:id/password-reset'
  | 'POST /api/v1/people/:id/sign-out'
  | 'POST /api/v1/people/:id/certifications'
  | 'POST /api/v1/people/:id/certifications/:certification/end'
  | 'POST /api/v1/people/:id/absences'
  | 'DELETE /api/v1/people/:id/absences/:absence'
  | 'GET /api/v1/people-changes'
> {
  return {
    'GET /api/v1/people': ({ platform, signedIn, query }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => {
        const { cursor, limit, ...filter } = query
        const after = cursor === undefined ? undefined : readCursor(cursor)
        const rows = await searchPersons(tx, { ...filter, after, limit: limit + 1 })
        const shown = rows.slice(0, limit)
        const last = shown.at(-1)
        return { people: shown.map(summaryView), next: rows.length > limit && last ? writeCursor(last) : null }
      }),

    'POST /api/v1/people': ({ platform, signedIn, body }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => {
        const person = await addPerson(tx, signedIn.actor, body)
        const link = body.invite ? await invite(tx, platform, services, signedIn.actor, person.id) : null
        return { person: await personView(tx, signedIn.actor, found(await findPerson(tx, person.id))), link }
      }),

    'GET /api/v1/people/:id': ({ platform, signedIn, params }) =>
      viewed(platform, signedIn, async (tx) => found(await findPerson(tx, params.id))),

    'PATCH /api/v1/people/:id': ({ platform, signedIn, params, body }) =>
      viewed(platform, signedIn, (tx) => changePerson(tx, signedIn.actor, params.id, body)),

    'POST /api/v1/people/:id/disable': ({ platform, signedIn, params }) =>
      viewed(platform, signedIn, (tx) => disablePerson(tx, signedIn.actor, params.id)),

    'POST /api/v1/people/:id/enable': ({ platform, signedIn, params }) =>
      viewed(platform, signedIn, (tx) => enablePerson(tx, signedIn.actor, params.id)),

    'POST /api/v1/people/:id/invitation': ({ platform, signedIn, params }) =>
      inOrganisation(platform, signedIn.orgId, (tx) => invite(tx, platform, services, signedIn.actor, params.id)),

    'POST /api/v1/people/:id/password-reset': ({ platform, signedIn, params }) =>
      inOrganisation(platform, signedIn.orgId, (tx) =>
        makePasswordReset(tx, platform, services, signedIn.actor, params.id),
      ),

    'POST /api/v1/people/:id/sign-out': ({ platform, signedIn, params }) =>
      inOrganisation(platform, signedIn.orgId, (tx) => signOutEverywhere(tx, signedIn.actor, params.id)),

    'POST /api/v1/people/:id/certifications': ({ platform, signedIn, params, body }) =>
      viewed(platform, signedIn, async (tx) => {
        const { reason, ...given } = body
        await giveCertification(tx, signedIn.actor, { ...given, personId: params.id, overrideReason: reason })
        return found(await findPerson(tx, params.id))
      }),

    'POST /api/v1/people/:id/certifications/:certification/end': ({ platform, signedIn, params }) =>
      viewed(platform, signedIn, async (tx) => {
        await endCertification(tx, signedIn.actor, params.id, params.certification)
        return found(await findPerson(tx, params.id))
      }),

    'POST /api/v1/people/:id/absences': ({ platform, signedIn, params, body }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => ({
        absences: await planAbsence(tx, signedIn.actor, params.id, body),
      })),

    'DELETE /api/v1/people/:id/absences/:absence': ({ platform, signedIn, params }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => ({
        absences: await endAbsence(tx, signedIn.actor, params.id, params.absence),
      })),

    'GET /api/v1/people-changes': ({ platform, signedIn, query }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => {
        const { subject, cursor, limit } = query
        const rows = await findChanges(tx, { subject, before: cursor, limit: limit + 1 })
        const changes = rows.slice(0, limit)
        return { changes, next: rows.length > limit ? (changes.at(-1)?.id ?? null) : null }
      }),
  }
}

function writeCursor({ name, id }: PersonRow): string {
  return Buffer.from(JSON.stringify([name, id])).toString('base64url')
}

function readCursor(cursor: string): { readonly name: string; readonly id: string } {
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    if (typeof name === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return { name, id }
  } catch (cause) {
    throw new InvalidInput([{ path: '/cursor', code: 'wrong-form' }], { cause })
  }
  throw new InvalidInput([{ path: '/cursor', code: 'wrong-form' }])
}
