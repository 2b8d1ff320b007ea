import { z } from 'zod'
import { Platform, Text } from '#features/plan/domain/document/text.ts'
import { planReaders } from '#features/plan/domain/versions/version.ts'
import { caseResults, deviceOutcomes } from '../domain/pilot/experience.ts'

const Person = z.strictObject({ id: z.uuid(), name: z.string() })
const Share = z.strictObject({ have: z.int(), of: z.int() })

export const OwnDeviceView = z
  .strictObject({
    person: Person,
    platform: Platform,
    outcome: z.enum(deviceOutcomes),
    triedOn: z.iso.date(),
    trouble: z.string(),
    candidate: z.boolean(),
    ticketNumber: z.int().nullable(),
  })
  .meta({ id: 'OwnDevice' })
export type OwnDeviceView = z.infer<typeof OwnDeviceView>

export const PilotView = z
  .strictObject({
    /** Of the published plan's first phase. */
    platforms: z.array(Platform),
    /** Whether I work in a tier, so that what I log counts. */
    counts: z.boolean(),
    mine: z.strictObject({
      devices: z.array(OwnDeviceView),
      cases: z.array(
        z.strictObject({
          platform: Platform,
          key: z.string(),
          result: z.enum(caseResults),
          words: z.string(),
        }),
      ),
    }),
    tiers: z.array(
      z.strictObject({
        tier: z.int(),
        name: Text,
        any: Share,
        perPlatform: z.array(Share.extend({ platform: Platform })),
        cases: Share,
        /** Members without a device of their own in Intune. */
        without: z.array(Person),
      }),
    ),
    /** What went wrong on the way, the newest first. */
    troubles: z.array(OwnDeviceView),
    /** Test cases that did not go as they should, with who saw it. */
    failed: z.array(z.strictObject({ person: Person, platform: Platform, key: z.string(), words: z.string() })),
  })
  .meta({ id: 'PilotExperience' })
export type PilotView = z.infer<typeof PilotView>

/** An auditor reads. */
const loggers = planReaders.filter((role) => role !== 'auditor')
const OnPlatform = z.strictObject({ platform: Platform })

export const pilotContract = {
  'GET /api/v1/rollout/pilot': {
    access: planReaders,
    summary: "Support staff's own experience with Intune: mine, and per tier",
    answer: PilotView,
  },
  'PUT /api/v1/rollout/pilot/devices/:platform': {
    access: loggers,
    summary: 'Log how enrolling a device of my own went',
    params: OnPlatform,
    body: z.strictObject({
      outcome: z.enum(deviceOutcomes),
      triedOn: z.iso.date(),
      trouble: z.string().trim().max(4000).default(''),
      candidate: z.boolean().default(false),
    }),
    answer: PilotView,
  },
  'DELETE /api/v1/rollout/pilot/devices/:platform': {
    access: loggers,
    summary: 'Take back what I logged of a device',
    params: OnPlatform,
    answer: PilotView,
  },
  'POST /api/v1/rollout/pilot/devices/:platform/ticket': {
    access: loggers,
    summary: 'Open a ticket of what went wrong with my own device',
    params: OnPlatform,
    answer: PilotView,
    status: 201,
  },
  'PUT /api/v1/rollout/pilot/cases/:platform/:key': {
    access: loggers,
    summary: 'Log how a test case went on my own device; null takes it back',
    params: z.strictObject({ platform: Platform, key: z.string().min(1).max(60) }),
    body: z.strictObject({
      result: z.enum(caseResults).nullable(),
      words: z.string().trim().max(2000).default(''),
    }),
    answer: PilotView,
  },
} as const
