import type { FastifyInstance } from 'fastify'
import type { Language } from '#features/people/domain/person.ts'
import { actorOf } from '#features/people/server/actions.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { Forbidden, NotFound } from '#platform/errors.ts'
import { serve } from '#platform/http/serve.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import { knowledgeContract } from '../contract.ts'
import { inPlatformOrder } from '../domain/issue-text.ts'
import { reviewReasons } from '../domain/keeping.ts'
import { mayReview, mayWrite } from '../domain/knowledge-rights.ts'
import { firstAidOf } from './first-aid.ts'
import { indexIn } from './issue-index.ts'
import { answerFlag, flagIssue, moveIssue, writeIssue, writeVersion } from './keep.ts'
import { listIssues } from './list-issues.ts'
import { addResource, generalResources, removeResource, resourceById } from './store/resources.ts'
import { beside, detail, history, namesOf, resourceView, summary } from './views.ts'

type Caller = { readonly platform: Platform; readonly signedIn: SignedIn }

export function knowledgeRoutes(app: FastifyInstance): void {
  const inTheirs = <Value>({ platform, signedIn }: Caller, work: (tx: Tx) => Promise<Value>) =>
    inOrganisation(platform, signedIn.orgId, work)

  serve(app, knowledgeContract, {
    'GET /api/v1/knowledge/issues': (call) =>
      inTheirs(call, (tx) => listIssues(tx, call.query, call.signedIn.language)),

    'GET /api/v1/knowledge/issues/:id': (call) =>
      inTheirs(call, (tx) => detail(tx, call.signedIn.personId, call.params.id)),

    'GET /api/v1/knowledge/issues/:id/first-aid': (call) =>
      inTheirs(call, async (tx) => {
        const issue = (await indexIn(tx)).byId(call.params.id)
        if (!issue) throw new NotFound('known issue')
        const steps = (language: Language) => [...(firstAidOf(issue, language)?.steps ?? [])]
        return { steps: { nl: steps('nl'), en: steps('en') } }
      }),

    'POST /api/v1/knowledge/issues': (call) =>
      inTheirs(call, async (tx) => {
        const { text, finished } = call.body
        const id = await writeIssue(tx, call.signedIn.personId, ordered(text), finished)
        return detail(tx, call.signedIn.personId, id)
      }),

    'POST /api/v1/knowledge/issues/:id/versions': (call) =>
      inTheirs(call, async (tx) => {
        const { text, ...rest } = call.body
        await writeVersion(tx, call.signedIn.personId, call.params.id, { ...rest, text: text && ordered(text) })
        return detail(tx, call.signedIn.personId, call.params.id)
      }),

    'GET /api/v1/knowledge/issues/:id/history': (call) => inTheirs(call, (tx) => history(tx, call.params.id)),

    'POST /api/v1/knowledge/issues/:id/moves': (call) =>
      inTheirs(call, async (tx) => {
        const { move, seen, reason = null } = call.body
        await moveIssue(tx, call.signedIn.personId, call.params.id, { move, seen, reason })
        return detail(tx, call.signedIn.personId, call.params.id)
      }),

    'POST /api/v1/knowledge/issues/:id/flags': (call) =>
      inTheirs(call, async (tx) => {
        await flagIssue(tx, call.signedIn.personId, call.params.id, call.body.comment)
        return detail(tx, call.signedIn.personId, call.params.id)
      }),

    'POST /api/v1/knowledge/issues/:id/flags/:flagId/settle': (call) =>
      inTheirs(call, async (tx) => {
        const { id, flagId } = call.params
        await answerFlag(tx, call.signedIn.personId, { issueId: id, flagId, answer: call.body.answer })
        return detail(tx, call.signedIn.personId, id)
      }),

    'GET /api/v1/knowledge/review': (call) =>
      inTheirs(call, async (tx) => {
        const [index, around, actor] = [
          await indexIn(tx),
          await beside(tx),
          await actorOf(tx, call.signedIn.personId),
        ]
        const waiting = index.all().filter(({ id }) => around.review.has(id))
        const counts = Object.fromEntries(
          reviewReasons.map((reason) => [
            reason,
            waiting.filter(({ id }) => around.review.get(id)?.includes(reason)).length,
          ]),
        ) as Record<(typeof reviewReasons)[number], number>
        return {
          issues: waiting.map((issue) => summary(issue, around)),
          counts,
          mayReview: mayReview(actor, tx.now),
        }
      }),

    'GET /api/v1/knowledge/resources': (call) =>
      inTheirs(call, async (tx) => {
        const resources = await generalResources(tx)
        const people = await namesOf(
          tx,
          resources.map(({ by }) => by),
        )
        const actor = await actorOf(tx, call.signedIn.personId)
        return {
          resources: resources.map((one) => resourceView(one, people)),
          mayReview: mayReview(actor, tx.now),
        }
      }),

    'POST /api/v1/knowledge/resources': (call) =>
      inTheirs(call, async (tx) => {
        const { personId } = call.signedIn
        if (!mayWrite(await actorOf(tx, personId))) throw new Forbidden('not-yours-to-write')
        const { issueId } = call.body
        if (issueId !== null && (await indexIn(tx)).byId(issueId) === null) throw new NotFound('known issue')
        const kept = await addResource(tx, { ...call.body, by: personId })
        return resourceView(kept, await namesOf(tx, [personId]))
      }),

    'DELETE /api/v1/knowledge/resources/:id': (call) =>
      inTheirs(call, async (tx) => {
        const resource = await resourceById(tx, call.params.id)
        if (!resource) throw new NotFound('resource')
        const actor = await actorOf(tx, call.signedIn.personId)
        if (resource.by !== actor.personId && !mayReview(actor, tx.now)) throw new Forbidden('not-yours-to-review')
        await removeResource(tx, resource.id)
      }),
  })
}

/** Platforms in the fixed order, so that the same choice is the same text. */
function ordered<Text extends { readonly platforms: Parameters<typeof inPlatformOrder>[0] }>(text: Text): Text {
  return { ...text, platforms: inPlatformOrder(text.platforms) }
}
