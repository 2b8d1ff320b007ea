import type { planContract } from '#features/plan/contract.ts'
import * as made from '../fixtures.ts'
import { anybody, noAsk, only, type Rows, staff } from '../outcomes.ts'
import type { World } from '../world.ts'

const editors = ['planOwner', 'administrator'] as const
/** The other organisation has no draft. */
const noneThere = { outsider: 'no-draft' } as const

const withDraft = async (world: World) => {
  await made.draft(world)
  return {}
}

export const planRows: Rows<typeof planContract> = {
  'GET /api/v1/plan': { ask: noAsk, outcomes: staff('200') },
  'GET /api/v1/plan/versions': { ask: withDraft, outcomes: staff('200') },
  'GET /api/v1/plan/versions/:number': { ask: () => ({ params: { number: 1 } }), outcomes: staff('200') },
  'GET /api/v1/plan/draft': { ask: withDraft, outcomes: only(editors, '200', { outsider: 'not-found' }) },
  'POST /api/v1/plan/draft': {
    ask: async (world) => {
      await made.noDraft(world)
      return { body: {} }
    },
    outcomes: only([...editors, 'outsider'], '201'),
  },
  'PUT /api/v1/plan/draft': {
    ask: async (world) => {
      const { revision, document } = await made.draft(world)
      return { body: { revision, document } }
    },
    outcomes: only(editors, '200', noneThere),
  },
  'DELETE /api/v1/plan/draft': {
    ask: async (world) => ({ query: { revision: String((await made.draft(world)).revision) } }),
    outcomes: only(editors, '204', noneThere),
  },
  'GET /api/v1/plan/versions/:number/file': {
    ask: () => ({ params: { number: 1 }, query: { format: 'yaml' } }),
    outcomes: staff('200'),
  },
  'GET /api/v1/plan/draft/file': { ask: withDraft, outcomes: only(editors, '200', { outsider: 'not-found' }) },
  'POST /api/v1/plan/draft/file/preview': {
    ask: () => ({ body: { text: 'format: tierwise-plan-1' } }),
    outcomes: only([...editors, 'outsider'], '200'),
  },
  'POST /api/v1/plan/draft/file': {
    ask: async (world) => {
      const { revision, document } = await made.draft(world)
      return { body: { revision, text: JSON.stringify(document) } }
    },
    outcomes: only(editors, '200', noneThere),
  },
  'GET /api/v1/plan/check': { ask: noAsk, outcomes: staff('200') },
  'GET /api/v1/plan/facts': { ask: noAsk, outcomes: only([...editors, 'outsider'], '200') },
  'POST /api/v1/plan/links/check': { ask: noAsk, outcomes: only([...editors, 'outsider'], '204') },
  'GET /api/v1/plan/approvers': { ask: noAsk, outcomes: only([...editors, 'outsider'], '200') },
  'GET /api/v1/plan/countries': { ask: noAsk, outcomes: only([...editors, 'outsider'], '200') },
  'POST /api/v1/plan/draft/review': {
    ask: async (world) => {
      const { revision } = await made.draft(world)
      return { body: { revision, approverId: world.home.people.root.id, reason: 'Yearly' } }
    },
    outcomes: only(editors, '200', noneThere),
  },
  'POST /api/v1/plan/draft/return': {
    ask: async (world) => {
      await made.draft(world, true)
      return { body: { reason: 'Not yet' } }
    },
    outcomes: only(editors, '200', noneThere),
  },
  'POST /api/v1/plan/draft/publish': {
    ask: async (world) => {
      const { revision } = await made.draft(world, true)
      return { body: { revision, reason: 'Yearly' } }
    },
    outcomes: only(['administrator'], '200', { planOwner: 'not-the-approver', ...noneThere }),
  },
  'GET /api/v1/plan/versions/:number/documents': {
    ask: () => ({ params: { number: 1 } }),
    outcomes: staff('200'),
  },
  'POST /api/v1/plan/versions/:number/documents': {
    ask: () => ({ params: { number: 1 }, body: { language: 'nl', format: 'markdown' } }),
    outcomes: staff('201'),
  },
  'GET /api/v1/plan/documents/:id': {
    ask: async (world) => ({ params: { id: await made.planDocument(world) } }),
    outcomes: staff('200', { outsider: 'not-found' }),
  },
  'GET /api/plan.schema.json': { ask: noAsk, outcomes: anybody('200') },
}
