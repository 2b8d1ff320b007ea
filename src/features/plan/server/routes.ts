import type { FastifyInstance, FastifyReply } from 'fastify'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import { attachmentHeader } from '#platform/files/file-name.ts'
import { serve } from '#platform/http/serve.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import { planContract, type PlanVersion } from '../contract.ts'
import { checkPlan } from '../domain/check/check-plan.ts'
import { holidayCountries } from '../domain/holiday-countries.ts'
import { planEditors, versionStates } from '../domain/versions/version.ts'
import { deskFacts, factsView } from './check-facts.ts'
import { askLinkCheck } from './check-links.ts'
import { documentHandlers } from './documents/handlers.ts'
import { beginDraft, currentDraft, discardDraft, draftView, saveDraft, viewOf } from './drafts.ts'
import { importDraft, previewFile } from './file/import-draft.ts'
import { planHeading } from './file/plan-heading.ts'
import { planSchema } from './file/plan-schema.ts'
import { refuseOtherShape } from './file/refuse-other-shape.ts'
import { type PlanFileFormat, writePlanFile } from './file/write-plan-file.ts'
import type { PlanServices } from './services.ts'
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

export function planRoutes(app: FastifyInstance, services: PlanServices): void {
  const inTheirs = <Value>({ platform, signedIn }: Caller, work: (tx: Tx) => Promise<Value>) =>
    inOrganisation(platform, signedIn.orgId, work)

  const viewOfDraft = (tx: Tx, row: VersionRow) => draftView(tx, row, services)

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
    'GET /api/v1/plan/draft': (call) => inTheirs(call, async (tx) => viewOfDraft(tx, await currentDraft(tx))),
    'POST /api/v1/plan/draft': (call) =>
      inTheirs(call, async (tx) => viewOfDraft(tx, await beginDraft(tx, call.signedIn.personId, call.body.from))),
    'PUT /api/v1/plan/draft': async (call) => {
      const { platform, signedIn, body } = call
      refuseOtherShape(body.document, platform.translate, signedIn.language)
      return inTheirs(call, async (tx) =>
        viewOfDraft(tx, await saveDraft(tx, signedIn.personId, body.revision, body.document)),
      )
    },
    'GET /api/v1/plan/versions/:number/file': async (call) => {
      const version = await inTheirs(call, (tx) => findVersionByNumber(tx, call.params.number))
      if (!version?.publishedAt) throw new NotFound('No such published plan')
      return sendFile(call, version)
    },
    'GET /api/v1/plan/draft/file': async (call) => sendFile(call, await inTheirs(call, currentDraft)),
    'POST /api/v1/plan/draft/file/preview': (call) =>
      inTheirs(call, (tx) => previewFile(tx, call.body.text, wordsFor(call))),
    'POST /api/v1/plan/draft/file': (call) =>
      inTheirs(call, async (tx) =>
        viewOfDraft(tx, await importDraft(tx, call.signedIn.personId, call.body, wordsFor(call))),
      ),
    'DELETE /api/v1/plan/draft': (call) =>
      inTheirs(call, (tx) => discardDraft(tx, call.signedIn.personId, call.query.revision)),
    'GET /api/v1/plan/approvers': (call) =>
      inTheirs(call, async (tx) => ({ persons: await personsWithRole(tx, planEditors) })),
    'GET /api/v1/plan/countries': () => Promise.resolve({ countries: [...holidayCountries] }),
    'POST /api/v1/plan/draft/review': (call) =>
      inTheirs(call, async (tx) => viewOfDraft(tx, await askReview(tx, call.signedIn.personId, call.body))),
    'POST /api/v1/plan/draft/return': (call) =>
      inTheirs(call, async (tx) =>
        viewOfDraft(tx, await returnToDraft(tx, call.signedIn.personId, call.body.reason)),
      ),
    'POST /api/v1/plan/draft/publish': (call) =>
      inTheirs(call, async (tx) =>
        versionView(await publishDraft(tx, call.signedIn.personId, call.body.revision, call.body.reason)),
      ),
    'GET /api/v1/plan/check': (call) =>
      inTheirs(call, async (tx) => {
        const id = await publishedId(tx)
        const { document } = versionView(id === null ? null : await findVersion(tx, id))
        return { findings: viewOf(checkPlan(document, await deskFacts(tx, services))) }
      }),
    'GET /api/v1/plan/facts': (call) => inTheirs(call, async (tx) => factsView(await deskFacts(tx, services))),
    'POST /api/v1/plan/links/check': (call) => inTheirs(call, askLinkCheck),
    ...documentHandlers,
    'GET /api/plan.schema.json': async ({ reply }) => {
      await reply.type('application/schema+json').send(JSON.stringify(planSchema()))
      return reply
    },
  })
}

function mayEdit({ roles }: SignedIn): boolean {
  return planEditors.some((role) => roles.includes(role))
}

const wordsFor = ({ platform, signedIn }: Caller) => ({
  translate: platform.translate,
  language: signedIn.language,
})

type FileCall = Caller & { readonly query: { readonly format: PlanFileFormat }; readonly reply: FastifyReply }

async function sendFile(call: FileCall, version: VersionRow): Promise<FastifyReply> {
  const { platform, signedIn, query, reply } = call
  const schema = `${platform.baseUrl}/api/plan.schema.json`
  const file = writePlanFile(
    version.document,
    query.format,
    planHeading(platform.translate, signedIn.language, schema),
  )
  const name = platform.translate(signedIn.language, 'plan:file.name', { number: version.number })
  return reply
    .header('content-disposition', attachmentHeader('attachment', `${name}.${query.format}`))
    .header('cache-control', 'private, no-cache')
    .type(query.format === 'json' ? 'application/json; charset=utf-8' : 'application/yaml; charset=utf-8')
    .send(file)
}

function versionView(version: VersionRow | null): PlanVersion {
  if (!version) throw new NotFound('No such published plan')
  const { revision, ...view } = version
  void revision
  return view
}
