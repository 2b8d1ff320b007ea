import type { triageContract } from '#features/triage/contract.ts'
import { knownIssues } from '#features/knowledge/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import { close, makeCause } from '#features/triage/server/causes.ts'
import { answerBurst, insertBurst } from '#features/triage/server/store/bursts.ts'
import * as made from '../fixtures.ts'
import { noAsk, none, only, type Rows, staff } from '../outcomes.ts'
import type { World } from '../world.ts'

const ofAda = async (world: World) => ({ params: { id: (await made.ticket(world)).id } })
const workers = ['tier1', 'tier2', 'tier3', 'lead'] as const
const issue = () => {
  const [first] = knownIssues()
  return { issueId: first?.id ?? '', words: first?.checks.en[0] ?? '' }
}

/** A cause of one ticket, found by a lead. */
async function causeOn(world: World): Promise<{ readonly id: string; readonly ticketId: string }> {
  const { id: ticketId } = await made.ticket(world)
  const lead = await world.home.as('lies')
  const given = { title: 'Kanarie', incident: null, ticketIds: [ticketId] }
  const { id } = await world.home.within((tx) => makeCause(tx, lead, given))
  return { id, ticketId }
}

async function burstOn(world: World): Promise<string> {
  const { id: ticketId } = await made.ticket(world)
  const id = newId()
  const now = world.platform.clock.now()
  await world.home.within((tx) =>
    insertBurst(tx, {
      ...{ id, kind: 'code', about: `code:${id}`, values: { code: '80180013' }, expected: 0.5, causeId: null },
      ...{ beganAt: now, seenAt: now, state: 'open', ticketIds: [ticketId] },
    }),
  )
  return id
}

const deciders = ['lead', 'planOwner', 'administrator'] as const

export const triageRows: Rows<typeof triageContract> = {
  'GET /api/v1/triage/tickets/:id': { ask: ofAda, outcomes: staff('200', none) },
  'POST /api/v1/triage/tickets/:id/checks': {
    ask: async (world) => ({ ...(await ofAda(world)), body: { ...issue(), check: 0, state: 'done' } }),
    outcomes: only(workers, '204'),
  },
  'POST /api/v1/triage/tickets/:id/outcomes': {
    ask: async (world) => ({ ...(await ofAda(world)), body: { issueId: issue().issueId, helped: true } }),
    outcomes: only(workers, '204'),
  },
  'GET /api/v1/triage/tickets/:id/similar': { ask: ofAda, outcomes: staff('200', none) },
  'GET /api/v1/triage/causes': { ask: noAsk, outcomes: staff('200') },
  'GET /api/v1/triage/causes/:id': {
    ask: async (world) => ({ params: { id: (await causeOn(world)).id } }),
    outcomes: staff('200', none),
  },
  'POST /api/v1/triage/causes': {
    ask: async (world) => ({ body: { title: 'Een oorzaak', ticketIds: [(await made.ticket(world)).id] } }),
    outcomes: only(workers, '201'),
  },
  'POST /api/v1/triage/causes/:id/tickets': {
    ask: async (world) => ({
      params: { id: (await causeOn(world)).id },
      body: { ticketId: (await made.ticket(world)).id },
    }),
    outcomes: only(workers, '200'),
  },
  'DELETE /api/v1/triage/causes/:id/tickets/:ticketId': {
    ask: async (world) => {
      const { id, ticketId } = await causeOn(world)
      return { params: { id, ticketId } }
    },
    outcomes: only(workers, '204'),
  },
  'POST /api/v1/triage/causes/:id/close': {
    ask: async (world) => ({ params: { id: (await causeOn(world)).id } }),
    outcomes: only([...workers, 'planOwner', 'administrator'], '204', none),
  },
  'POST /api/v1/triage/causes/:id/reopen': {
    ask: async (world) => {
      const { id } = await causeOn(world)
      const lead = await world.home.as('lies')
      await world.home.within((tx) => close(tx, lead, id))
      return { params: { id }, body: { reason: 'Het begon opnieuw' } }
    },
    outcomes: only([...workers, 'planOwner', 'administrator'], '204', none),
  },
  'POST /api/v1/triage/bursts/:id/answer': {
    ask: async (world) => ({ params: { id: await burstOn(world) }, body: { answer: 'let-be' } }),
    outcomes: only(deciders, '200', none),
  },
  'POST /api/v1/triage/bursts/:id/take-up': {
    ask: async (world) => {
      const id = await burstOn(world)
      const by = (await world.home.as('lies')).personId
      await world.home.within((tx) => answerBurst(tx, id, { by, causeId: null }))
      return { params: { id } }
    },
    outcomes: only(deciders, '204', none),
  },
  'GET /api/v1/triage/shift-left': { ask: noAsk, outcomes: staff('200') },
}
