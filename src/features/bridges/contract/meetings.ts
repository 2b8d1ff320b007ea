import { z } from 'zod'
import { outlooks } from '../domain/forecast-quorum.ts'
import { AgendaItemView, At, Id, May, MeetingView, PersonName, staff, Text, workers } from './answers.ts'

const one = z.object({ id: Id })
const Words = z.string().trim().min(1).max(1000)
const Link = z
  .url({ protocol: /^https?$/ })
  .max(4000)
  .nullable()

const TierOutlook = z.strictObject({
  tier: z.int(),
  name: Text.nullable(),
  needed: z.int(),
  accepted: z.int(),
  open: z.int(),
  declined: z.int(),
  absent: z.int(),
  outlook: z.enum(outlooks),
})
export type TierOutlookView = z.infer<typeof TierOutlook>

const ComingMeeting = z.strictObject({
  meeting: MeetingView,
  /** Things to talk about, and how long they are to take together. */
  items: z.int(),
  minutes: z.int(),
  outlook: z.enum(outlooks),
})
export type ComingMeeting = z.infer<typeof ComingMeeting>

export const ProposalView = z
  .strictObject({
    id: Id,
    reason: z.enum(['bounce-cap', 'burst']),
    why: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
    proposedAt: At,
    tickets: z.array(z.strictObject({ id: Id, number: z.int(), subject: z.string() })),
  })
  .meta({ id: 'BridgeProposal' })
export type ProposalView = z.infer<typeof ProposalView>

const StandingBridge = z.strictObject({
  key: z.string(),
  name: Text,
  /** Null: it has not stopped. */
  stopped: z.strictObject({ at: At, by: PersonName.nullable(), reason: z.string() }).nullable(),
})

export const BridgesOverview = z
  .strictObject({
    /** Running and planned meetings of the next two weeks, the first one first; and those cancelled in that time. */
    coming: z.array(ComingMeeting),
    cancelled: z.array(MeetingView),
    proposals: z.array(ProposalView),
    standing: z.array(StandingBridge),
    tiers: z.array(z.strictObject({ tier: z.int(), name: Text })),
    /** Words of the plan for what agendas name by key. */
    categories: z.record(z.string(), Text),
    waves: z.record(z.string(), Text),
    mayCall: May,
    mayStop: May,
  })
  .meta({ id: 'BridgesOverview' })
export type BridgesOverview = z.infer<typeof BridgesOverview>

export const MeetingDetail = z
  .strictObject({
    meeting: MeetingView,
    agenda: z.array(AgendaItemView),
    tiers: z.array(TierOutlook),
    /** Who is expected, with what they said. */
    people: z.array(
      z.strictObject({
        ...PersonName.shape,
        tiers: z.array(z.int()),
        absent: z.boolean(),
        answer: z.enum(['accepted', 'declined', 'tentative']).nullable(),
      }),
    ),
    may: z.strictObject({ arrange: May, add: May, move: May, link: May }),
  })
  .meta({ id: 'BridgeMeetingDetail' })
export type MeetingDetail = z.infer<typeof MeetingDetail>

const seen = { version: z.int().describe('The version of the meeting that one has seen.') }

export const meetingRoutes = {
  'GET /api/v1/bridges': {
    access: staff,
    summary: 'Meetings to come, ad hoc bridges that are proposed, and the standing bridges of the plan',
    answer: BridgesOverview,
  },
  'GET /api/v1/bridges/meetings': {
    access: staff,
    summary: 'Meetings that were held, the latest first',
    query: z.object({
      before: At.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    answer: z.strictObject({ meetings: z.array(MeetingView) }),
  },
  'GET /api/v1/bridges/meetings/:id': {
    access: staff,
    summary: 'A meeting with its agenda, who is expected, and whether there will be quorum',
    params: one,
    answer: MeetingDetail,
  },
  'POST /api/v1/bridges/meetings': {
    access: workers,
    status: 201,
    summary: 'Calls an ad hoc bridge, now or at a time, and invites the tiers',
    body: z.strictObject({
      reason: Words,
      ticketIds: z.array(Id).max(50).default([]),
      /** Null: now. */
      startsAt: At.nullable().default(null),
      minutes: z.int().min(5).max(240).default(30),
      /** The tiers of which somebody has to be there; left out: every tier of the plan. */
      tiers: z.array(z.int().min(1).max(9)).min(1).max(9).optional(),
      meetingLink: Link.default(null),
    }),
    answer: MeetingView,
  },
  'POST /api/v1/bridges/meetings/:id/move': {
    access: workers,
    summary: 'Moves this one meeting to another time; calendars follow',
    params: one,
    body: z.strictObject({ ...seen, startsAt: At }),
    answer: MeetingView,
  },
  'POST /api/v1/bridges/meetings/:id/link': {
    access: workers,
    summary: 'Says where this one meeting is held online; null: where the plan or Teams has it',
    params: one,
    body: z.strictObject({ ...seen, meetingLink: Link }),
    answer: MeetingView,
  },
  'POST /api/v1/bridges/meetings/:id/cancel': {
    access: workers,
    summary: 'Cancels this one meeting; calendars follow',
    params: one,
    body: z.strictObject(seen),
    answer: MeetingView,
  },
  'POST /api/v1/bridges/proposals/:id/answer': {
    access: workers,
    summary: 'Calls the ad hoc bridge that the desk proposes, or lets it be',
    params: one,
    body: z.strictObject({
      call: z.boolean(),
      startsAt: At.nullable().default(null),
      minutes: z.int().min(5).max(240).default(30),
    }),
    answer: z.strictObject({ meeting: MeetingView.nullable() }),
  },
  'POST /api/v1/bridges/standing/:key/stop': {
    access: ['plan-owner', 'administrator'],
    summary: 'Records that a standing bridge stops, with its exit figures, and cancels its coming meetings',
    params: z.object({ key: z.string().max(60) }),
    body: z.strictObject({ reason: Words }),
  },
  'POST /api/v1/bridges/standing/:key/resume': {
    access: ['plan-owner', 'administrator'],
    summary: 'Lets a standing bridge that stopped go on',
    params: z.object({ key: z.string().max(60) }),
  },
} as const
