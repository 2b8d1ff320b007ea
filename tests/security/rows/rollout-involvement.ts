import type { commitmentContract } from '#features/rollout/contract/commitments.ts'
import type { communicationContract } from '#features/rollout/contract/communication.ts'
import type { pilotContract } from '#features/rollout/contract/pilot.ts'
import { readyMail } from '#features/rollout/domain/mails/ready/ready-mail.ts'
import * as mail from '../mail-fixtures.ts'
import { noAsk, only, type Rows, staff } from '../outcomes.ts'
import { lessonOn, untouchedCommitments, untouchedMails } from '../involvement-fixtures.ts'
import type { World } from '../world.ts'

// The outsider is an administrator of another organisation with the same plan: what has a name of the plan is their own.
const managers = ['planOwner', 'administrator', 'outsider'] as const
const readsOnly = { auditor: 'forbidden' } as const
const notTheirs = 'not-your-commitment'

const added = {
  kind: 'other',
  what: { nl: 'Wat', en: 'What' },
  evidence: { nl: 'Bewijs', en: 'Evidence' },
  team: 'servicedesk',
  beforePhase: 'full-production',
  due: '2027-06-01',
}

const commitmentRows: Rows<typeof commitmentContract> = {
  'GET /api/v1/rollout/commitments': { ask: noAsk, outcomes: staff('200') },
  'GET /api/v1/rollout/commitments/mine': { ask: noAsk, outcomes: staff('200') },
  'GET /api/v1/rollout/commitments/:key': { ask: () => ({ params: { key: 'trained' } }), outcomes: staff('200') },
  'POST /api/v1/rollout/commitments': { ask: () => ({ body: added }), outcomes: only(managers, '201') },
  'POST /api/v1/rollout/commitments/:key/moves': {
    ask: async (world) => {
      await untouchedCommitments(world)
      return { params: { key: 'trained' }, body: { version: 0, move: { move: 'begin' } } }
    },
    outcomes: staff('200', { tier1: notTheirs, tier2: notTheirs, tier3: notTheirs, auditor: notTheirs }),
  },
}

const pilotRows: Rows<typeof pilotContract> = {
  'GET /api/v1/rollout/pilot': { ask: noAsk, outcomes: staff('200') },
  'PUT /api/v1/rollout/pilot/devices/:platform': {
    ask: () => ({ params: { platform: 'ios' }, body: { outcome: 'enrolled', triedOn: '2026-11-20' } }),
    outcomes: staff('200', readsOnly),
  },
  'DELETE /api/v1/rollout/pilot/devices/:platform': {
    ask: () => ({ params: { platform: 'ios' } }),
    outcomes: staff('200', readsOnly),
  },
  'POST /api/v1/rollout/pilot/devices/:platform/ticket': {
    ask: () => ({ params: { platform: 'linux' } }),
    outcomes: staff('trouble-missing', readsOnly),
  },
  'PUT /api/v1/rollout/pilot/cases/:platform/:key': {
    ask: () => ({ params: { platform: 'ios', key: 'enroll' }, body: { result: 'passed' } }),
    outcomes: staff('200', readsOnly),
  },
}

const after = { key: 'wave-3', kind: 'after' } as const
const untouched = async (world: World) => {
  await untouchedMails(world)
  return after
}
const timing = { countedFrom: 'ends', days: 2, at: '09:00' }

const communicationRows: Rows<typeof communicationContract> = {
  'GET /api/v1/rollout/waves/:key/mails': { ask: () => ({ params: { key: 'wave-3' } }), outcomes: staff('200') },
  'GET /api/v1/rollout/waves/:key/mails/:kind': { ask: () => ({ params: after }), outcomes: staff('200') },
  'PUT /api/v1/rollout/waves/:key/mails/:kind': {
    ask: async (world) => ({
      params: await untouched(world),
      body: { ...readyMail.after, timing, version: 0 },
    }),
    outcomes: only(managers, '200'),
  },
  'POST /api/v1/rollout/waves/:key/mails/:kind/reset': {
    ask: async (world) => ({ params: await untouched(world), body: { to: 'ready', version: 0 } }),
    outcomes: only(managers, '200'),
  },
  'POST /api/v1/rollout/waves/:key/mails/:kind/approval': {
    ask: async (world) => ({ params: await untouched(world), body: { version: 0 } }),
    outcomes: only(managers, '200'),
  },
  'DELETE /api/v1/rollout/waves/:key/mails/:kind/approval': {
    ask: async (world) => ({ params: await untouched(world) }),
    outcomes: only(managers, 'mail-not-approved'),
  },
  'POST /api/v1/rollout/waves/:key/mails/:kind/pause': {
    ask: async (world) => ({ params: await untouched(world), body: { paused: true } }),
    outcomes: only(managers, 'mail-not-approved'),
  },
  'POST /api/v1/rollout/waves/:key/mails/:kind/test': {
    ask: async (world) => {
      await Promise.all([world.home, world.away].map((desk) => mail.mailboxOn(desk, { sends: true })))
      return { params: after, body: { language: 'nl' } }
    },
    outcomes: only(managers, '204'),
  },
  'POST /api/v1/rollout/waves/:key/mails/:kind/preview': {
    ask: () => ({ params: after, body: { language: 'nl' } }),
    outcomes: staff('200'),
  },
  'POST /api/v1/rollout/waves/:key/lessons': {
    ask: () => ({ params: { key: 'wave-3' }, body: { happened: 'Iets', tell: { nl: 'Zo', en: 'So' } } }),
    outcomes: only(managers, '201'),
  },
  'PUT /api/v1/rollout/lessons/:id': {
    ask: async (world) => ({
      params: { id: await lessonOn(world.home) },
      body: { version: 1, happened: 'Iets anders', tell: { nl: 'Zo', en: 'So' } },
    }),
    outcomes: only(managers, '200', { outsider: 'not-found' }),
  },
  'DELETE /api/v1/rollout/lessons/:id': {
    ask: async (world) => ({ params: { id: await lessonOn(world.home) } }),
    outcomes: only(managers, '204', { outsider: 'not-found' }),
  },
  'POST /api/v1/rollout/lessons/:id/uses': {
    ask: async (world) => {
      const { key: wave, kind } = await untouched(world)
      return { params: { id: await lessonOn(world.home) }, body: { wave, kind } }
    },
    outcomes: only(managers, '200', { outsider: 'not-found' }),
  },
}

export const involvementRows = { ...commitmentRows, ...pilotRows, ...communicationRows }
