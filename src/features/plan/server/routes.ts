import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import { serve } from '#platform/http/serve.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import { planContract, type PlanVersion } from '../contract.ts'
import { SupportPlan } from '../domain/document/support-plan.ts'
import { planEditors, versionStates } from '../domain/versions/version.ts'
import { beginDraft, currentDraft, discardDraft, draftView, saveDraft } from './drafts.ts'
import { holidayCountries } from './public-holidays.ts'
import { askReview, publishDraft, returnToDraft } from './publishing.ts'
import {
  findVersion,
  findVersionByNumber,
  listVersions,
  personsWithRole,
  publishedId,
  type VersionRow,
} from './store.ts'

type Caller = { readonly platform: Platform; readonly signedIn: SignedIn }

export function planRoutes(app: FastifyInstance): void {
  const inTheirs = <Value>({ platform, signedIn }: Caller, work: (tx: Tx) => Promise<Value>) =>
    inOrganisation(platform, signedIn.orgId, work)

  serve(app, planContract, {
    'GET /api/v1/plan': (call) =>
      inTheirs(call, async (tx) => {
        const id = await publishedId(tx)
        return versionView(id === null ? null : await findVersion(tx, id))
      }),
    'GET /api/v1/plan/versions': (call) =>
      inTheirs(call, async (tx) => {
        const states = mayEdit(call.signedIn) ? versionStates : (['published', 'superseded'] as const)
        return { versions: await listVersions(tx, states) }
      }),
    'GET /api/v1/plan/versions/:number': (call) =>
      inTheirs(call, async (tx) => {
        const version = await findVersionByNumber(tx, call.params.number)
        return versionView(version?.publishedAt ? version : null)
      }),
    'GET /api/v1/plan/draft': (call) => inTheirs(call, async (tx) => draftView(await currentDraft(tx))),
    'POST /api/v1/plan/draft': (call) =>
      inTheirs(call, async (tx) => draftView(await beginDraft(tx, call.signedIn.personId, call.body.from))),
    'PUT /api/v1/plan/draft': (call) =>
      inTheirs(call, async (tx) =>
        draftView(await saveDraft(tx, call.signedIn.personId, call.body.revision, call.body.document)),
      ),
    'DELETE /api/v1/plan/draft': (call) =>
      inTheirs(call, (tx) => discardDraft(tx, call.signedIn.personId, call.query.revision)),
    'GET /api/v1/plan/approvers': (call) =>
      inTheirs(call, async (tx) => ({ persons: await personsWithRole(tx, planEditors) })),
    'GET /api/v1/plan/countries': async () => ({ countries: [...(await holidayCountries())] }),
    'POST /api/v1/plan/draft/review': (call) =>
      inTheirs(call, async (tx) => draftView(await askReview(tx, call.signedIn.personId, call.body))),
    'POST /api/v1/plan/draft/return': (call) =>
      inTheirs(call, async (tx) => draftView(await returnToDraft(tx, call.signedIn.personId, call.body.reason))),
    'POST /api/v1/plan/draft/publish': (call) =>
      inTheirs(call, async (tx) =>
        versionView(await publishDraft(tx, call.signedIn.personId, call.body.revision, call.body.reason)),
      ),
    'GET /api/plan.schema.json': async ({ reply }) => {
      await reply.type('application/schema+json').send(JSON.stringify(planSchema()))
      return reply
    },
  })
}

function mayEdit({ roles }: SignedIn): boolean {
  return planEditors.some((role) => roles.includes(role))
}

function versionView(version: VersionRow | null): PlanVersion {
  if (!version) throw new NotFound('No such published plan')
  const { revision, ...view } = version
  void revision
  return view
}

let schema: unknown
/** Made from the same shape that drafts are read with, so the two cannot differ. */
function planSchema(): unknown {
  schema ??= z.toJSONSchema(SupportPlan, { target: 'draft-2020-12', io: 'input' })
  return schema
}
