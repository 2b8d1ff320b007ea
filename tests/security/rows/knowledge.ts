import type { knowledgeContract } from '#features/knowledge/contract.ts'
import { flagIssue } from '#features/knowledge/server/keep.ts'
import { suppliedText } from '#features/knowledge/server/supplied.ts'
import { addResource } from '#features/knowledge/server/store/resources.ts'
import { flagsOf } from '#features/knowledge/server/store/flags.ts'
import { textView } from '#features/knowledge/server/views.ts'
import { draftOn } from '../knowledge-fixtures.ts'
import { next } from '../fixtures.ts'
import { noAsk, none, only, type Rows, staff } from '../outcomes.ts'
import type { World } from '../world.ts'

const writers = ['tier1', 'tier2', 'tier3', 'lead', 'planOwner'] as const
const reviewers = ['tier3', 'lead', 'planOwner'] as const
const ofDraft = async ({ home }: World) => ({ params: { id: await draftOn(home) } })

/** A text that nobody has written yet. */
function text() {
  const supplied = suppliedText('win-user-licence-invalid')
  if (!supplied) throw new Error('It is supplied')
  return { ...textView(supplied), symptom: { nl: `Kanarie ${next()}`, en: 'Canary' } }
}

async function flagOn({ home }: World): Promise<{ id: string; flagId: string }> {
  const id = await draftOn(home)
  await home.within((tx) => flagIssue(tx, home.people.tess.id, id, 'Kanarie'))
  const [flag] = await home.within((tx) => flagsOf(tx, id))
  return { id, flagId: flag?.id ?? '' }
}

const resourceOn = ({ home }: World) =>
  home.within((tx) =>
    addResource(tx, {
      ...{ issueId: null, tier: 1, kind: 'forum', title: 'Kanarie' },
      ...{ url: 'https://example.com', by: home.people.uma.id },
    }),
  )

export const knowledgeRows: Rows<typeof knowledgeContract> = {
  'GET /api/v1/knowledge/issues': { ask: noAsk, outcomes: staff('200') },
  'GET /api/v1/knowledge/issues/:id': { ask: ofDraft, outcomes: staff('200', none) },
  'GET /api/v1/knowledge/issues/:id/first-aid': { ask: ofDraft, outcomes: staff('200', none) },
  'POST /api/v1/knowledge/issues': { ask: () => ({ body: { text: text() } }), outcomes: only(writers, '201') },
  'POST /api/v1/knowledge/issues/:id/versions': {
    ask: async (world) => ({
      params: { id: await draftOn(world.home) },
      body: { seen: 1, text: text(), reason: 'Kanarie' },
    }),
    outcomes: only(writers, '200'),
  },
  'GET /api/v1/knowledge/issues/:id/history': { ask: ofDraft, outcomes: staff('200', none) },
  'POST /api/v1/knowledge/issues/:id/moves': {
    ask: async (world) => ({
      params: { id: await draftOn(world.home) },
      body: { move: 'confirm', seen: 1 },
    }),
    outcomes: only(reviewers, '200', { tier1: 'not-yours-to-review', tier2: 'not-yours-to-review' }),
  },
  'POST /api/v1/knowledge/issues/:id/flags': {
    ask: async (world) => ({ params: { id: await draftOn(world.home) }, body: { comment: 'Kanarie' } }),
    outcomes: only(writers, '200'),
  },
  'POST /api/v1/knowledge/issues/:id/flags/:flagId/settle': {
    ask: async (world) => ({ params: await flagOn(world), body: { answer: 'Kanarie' } }),
    outcomes: only(reviewers, '200', { tier1: 'not-yours-to-review', tier2: 'not-yours-to-review' }),
  },
  'GET /api/v1/knowledge/review': { ask: noAsk, outcomes: staff('200') },
  'GET /api/v1/knowledge/resources': { ask: noAsk, outcomes: staff('200') },
  'POST /api/v1/knowledge/resources': {
    ask: () => ({ body: { kind: 'forum', title: 'Kanarie', url: 'https://example.com' } }),
    outcomes: only(writers, '201'),
  },
  'DELETE /api/v1/knowledge/resources/:id': {
    ask: async (world) => ({ params: { id: (await resourceOn(world)).id } }),
    outcomes: only(reviewers, '204', { tier1: 'not-yours-to-review', tier2: 'not-yours-to-review' }),
  },
}
