import { z } from 'zod'
import { deviceActions, platforms } from '#features/plan/domain/values.ts'
import { actionStates, callerWays } from '../domain/actions/action.ts'
import { contextReaders } from '../domain/readers.ts'

const At = z.iso.datetime()
const Id = z.uuid()
const one = z.strictObject({ id: Id })
const workers = ['agent', 'lead'] as const
const Person = z.object({ id: Id, name: z.string() })
/** Why not, kebab-case, with what its words need. */
const No = z.object({ code: z.string(), tiers: z.array(z.int()).readonly().optional() }).nullable()

export const ActionView = z
  .object({
    id: Id,
    ticketId: Id,
    ticketNumber: z.int(),
    person: Person.nullable(),
    deviceId: z.string(),
    deviceName: z.string(),
    platform: z.enum(platforms).nullable(),
    action: z.enum(deviceActions),
    tier: z.int(),
    caller: z.enum(callerWays).nullable(),
    purpose: z.string().nullable(),
    fourEyes: z.boolean(),
    state: z.enum(actionStates),
    /** Why it failed, or what it waits for. */
    code: z.string().nullable(),
    askedBy: Person.nullable(),
    askedAt: At,
    agreeUntil: At.nullable(),
    answeredBy: Person.nullable(),
    answeredAt: At.nullable(),
    sentAt: At.nullable(),
    /** When the device last checked in. */
    deviceSeenAt: At.nullable(),
    endedAt: At.nullable(),
    fileId: Id.nullable(),
    /** Whether whoever asks may see where the device is. */
    maySeeLocation: z.boolean(),
    mayWithdraw: z.boolean(),
    /** Null: may agree or decline; otherwise why not. */
    agreeNo: No,
  })
  .meta({ id: 'DeviceAction', description: 'What the desk had Intune do to a device' })
export type ActionView = z.infer<typeof ActionView>

export const AllowedAction = z.object({
  action: z.enum(deviceActions),
  no: No,
  fourEyes: z.boolean(),
  intrusive: z.boolean(),
})
export type AllowedAction = z.infer<typeof AllowedAction>

export const LoggedAction = ActionView.extend({
  log: z.array(
    z.object({
      at: At,
      by: Person.nullable(),
      what: z.string(),
      code: z.string().nullable(),
      words: z.string().nullable(),
    }),
  ),
})
export type LoggedAction = z.infer<typeof LoggedAction>

export const actionRoutes = {
  'GET /api/v1/devices/tickets/:ticketId/actions': {
    access: contextReaders,
    summary: 'What may be done to the devices of a ticket’s requester, by whoever asks, and what was',
    params: z.strictObject({ ticketId: Id }),
    answer: z.object({ allowed: z.array(AllowedAction), actions: z.array(ActionView) }),
  },
  'POST /api/v1/devices/tickets/:ticketId/actions': {
    access: workers,
    status: 201,
    summary: 'Has Intune do something to a device, as the plan allows; or asks a colleague to agree first',
    params: z.strictObject({ ticketId: Id }),
    body: z.strictObject({
      deviceId: z.string().min(1).max(100),
      action: z.enum(deviceActions),
      caller: z.enum(callerWays).nullable().default(null),
      purpose: z.string().trim().min(1).max(500).nullable().default(null),
    }),
    answer: ActionView,
  },
  'POST /api/v1/devices/actions/:id/agree': {
    access: workers,
    summary: 'Agrees that it is done: the second pair of eyes',
    params: one,
    answer: ActionView,
  },
  'POST /api/v1/devices/actions/:id/decline': {
    access: workers,
    summary: 'Says why it is not done',
    params: one,
    body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
    answer: ActionView,
  },
  'POST /api/v1/devices/actions/:id/withdraw': {
    access: workers,
    summary: 'Takes back what one asked oneself, before a colleague has agreed',
    params: one,
    answer: ActionView,
  },
  'POST /api/v1/devices/actions/:id/location': {
    access: workers,
    summary: 'Where the device is: for who asked, and each look is logged',
    params: one,
    answer: z
      .object({
        latitude: z.number(),
        longitude: z.number(),
        at: At.nullable(),
        /** In metres; null where it is not known. */
        accuracy: z.number().nullable(),
      })
      .meta({ id: 'DeviceLocation' }),
    unkeyed: true,
  },
  'GET /api/v1/devices/actions': {
    access: ['administrator', 'auditor', 'lead'],
    summary: 'Everything that was done to devices, newest first, with its log',
    query: z.strictObject({
      before: Id.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: z.object({ actions: z.array(LoggedAction) }),
  },
} as const
