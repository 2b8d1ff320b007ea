import { z } from 'zod'
import { adHocReasons, cancelledWhys, itemKinds, itemStates, meetingStates } from '../domain/meeting.ts'

export const Id = z.uuid()
export const At = z.iso.datetime({ precision: 3 })
export const Day = z.iso.date()
export const Text = z.strictObject({ nl: z.string(), en: z.string() })
export const PersonName = z.strictObject({ id: Id, name: z.string() })

/** Who works on support; requesters know nothing of bridges. */
export const staff = ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator', 'auditor'] as const
/** Whoever of them does not only look on. */
export const workers = staff.filter((role) => role !== 'auditor')

/** Whether the one who asks may do something, and if not, why. */
export const May = z.strictObject({ refusal: z.strictObject({ code: z.string() }).nullable() })

export const MeetingView = z
  .strictObject({
    id: Id,
    version: z.int(),
    standing: z.strictObject({ bridge: z.string(), day: Day, number: z.int() }).nullable(),
    name: Text,
    called: z
      .strictObject({ reason: z.enum(adHocReasons), words: z.string(), by: PersonName.nullable() })
      .nullable(),
    startsAt: At,
    plannedFor: At,
    plannedMinutes: z.int(),
    timeZone: z.string(),
    quorum: z.array(z.strictObject({ tier: z.int(), people: z.int() })),
    hostTeam: z.string().nullable(),
    scribeTeam: z.string().nullable(),
    host: PersonName.nullable(),
    scribe: PersonName.nullable(),
    meetingLink: z.string().nullable(),
    linkByHand: z.boolean(),
    /** Why Teams gave it no meeting, and when that is tried again; null: it has a link, or Teams was not asked. */
    noLink: z.strictObject({ code: z.string(), nextTryAt: At.nullable() }).nullable(),
    state: z.enum(meetingStates),
    beganAt: At.nullable(),
    endedAt: At.nullable(),
    cancelled: z.strictObject({ why: z.enum(cancelledWhys), by: PersonName.nullable() }).nullable(),
  })
  .meta({ id: 'BridgeMeeting' })
export type MeetingView = z.infer<typeof MeetingView>

export const AgendaItemView = z
  .strictObject({
    id: Id,
    kind: z.enum(itemKinds),
    why: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
    ticket: z
      .strictObject({
        id: Id,
        number: z.int(),
        subject: z.string(),
        stage: z.enum(['investigating', 'delivering', 'confirming', 'closed']),
        tier: z.int().nullable(),
        priority: z.int(),
        dueAt: At.nullable(),
        requester: z.string(),
        onBridge: z.boolean(),
      })
      .nullable(),
    followsId: Id.nullable(),
    text: z.string().nullable(),
    position: z.int(),
    arranged: z.boolean(),
    minutes: z.int(),
    state: z.enum(itemStates),
    startedAt: At.nullable(),
    spentSeconds: z.int(),
    outcome: z.string().nullable(),
    addedBy: PersonName.nullable(),
  })
  .meta({ id: 'BridgeAgendaItem' })
export type AgendaItemView = z.infer<typeof AgendaItemView>
