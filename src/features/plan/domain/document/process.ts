import { z } from 'zod'
import {
  detectionAnswers,
  deviceActions,
  evidenceKinds,
  evidenceSources,
  levels,
  noticeChannels,
  noticeMoments,
  noticeReceivers,
  ticketKinds,
  wayDowns,
} from '../values.ts'
import { noDetection, usualBursts } from '../unsaid.ts'
import { byPriority, Priority } from './teams.ts'
import { Key, Minutes, Platform, Text } from './text.ts'

export const Level = z.enum(levels)
export type Level = z.infer<typeof Level>

export const Category = z.strictObject({
  key: Key,
  name: Text,
  help: Text.describe('What a requester would recognise their problem by.'),
  kind: z.enum(ticketKinds),
  impact: Level,
  urgency: Level,
  platforms: z.array(Platform).max(5).describe('Empty: every platform.'),
  asks: z
    .array(Key)
    .max(10)
    .describe(
      'Evidence the requester is asked for when the ticket is opened: keys of evidence items on the edges.',
    ),
})
export type Category = z.infer<typeof Category>

/** Empty lists apply to everything. */
export const AppliesTo = z.strictObject({
  categories: z.array(Key).max(50),
  platforms: z.array(Platform).max(5),
})

export const EvidenceItem = z.strictObject({
  key: Key,
  name: Text,
  help: Text,
  kind: z.enum(evidenceKinds),
  options: z
    .array(z.strictObject({ key: Key, name: Text }))
    .max(30)
    .describe('Of a choice.'),
  required: z.boolean(),
  appliesTo: AppliesTo,
  filledBy: z.enum(evidenceSources).nullable().describe('What can fill this in without asking a person.'),
})
export type EvidenceItem = z.infer<typeof EvidenceItem>

/** A way up from one tier to the next, and what has to go along. */
export const Edge = z.strictObject({
  from: z.int().min(1).max(9),
  to: z.int().min(2).max(10),
  evidence: z.array(EvidenceItem).max(50),
})
export type Edge = z.infer<typeof Edge>

/** Lets a ticket of one priority skip tiers on its way up; tier 1 stays the requester's contact. */
export const FastLane = z.strictObject({
  priority: Priority,
  from: z.int().min(1).max(9),
  to: z.int().min(2).max(9),
})
export type FastLane = z.infer<typeof FastLane>

/** Which targets stand still while a ticket waits. */
export const PauseRule = z.strictObject({ tier: z.boolean(), overall: z.boolean() })

/** How long is kept what a ticket leaves behind. */
export const Retention = z.strictObject({
  closedTicketDays: z.int().min(30).max(36_500),
  rawMailDays: z.int().min(1).max(36_500),
  attachmentDays: z.int().min(1).max(36_500),
})
export type Retention = z.infer<typeof Retention>

export type NoticeMoment = (typeof noticeMoments)[number]
export const Notice = z.strictObject({
  moment: z.enum(noticeMoments),
  to: z.enum(noticeReceivers),
  channel: z.enum(noticeChannels),
})
export type Notice = z.infer<typeof Notice>

/** What comes of what Tierwise finds in Intune by itself, and from when on. */
export const Detection = z.strictObject({
  enrollmentFailures: z.enum(detectionAnswers),
  expiringCertificates: z.enum(detectionAnswers),
  /** Push certificates and tokens: so many days before they expire. */
  expiryDays: z.int().min(1).max(180),
  silentDevices: z.enum(detectionAnswers),
  silentDays: z.int().min(1).max(365).describe('A device is silent when it has not checked in for so many days.'),
  serviceIncidents: z.enum(detectionAnswers),
})
export type Detection = z.infer<typeof Detection>

/** Who may have Intune do something to a requester's device. What is not listed, nobody may. */
export const DeviceActionRule = z.strictObject({
  action: z.enum(deviceActions),
  tiers: z.array(z.int().min(1).max(9)).min(1).max(9),
  fourEyes: z.boolean().describe('A colleague has to agree before it is done.'),
})
export type DeviceActionRule = z.infer<typeof DeviceActionRule>

/** Like tickets that come so fast are one cause, until somebody shows that they are not. */
export const Bursts = z.strictObject({
  tickets: z.int().min(2).max(1000),
  hours: z.int().min(1).max(168),
})
export type Bursts = z.infer<typeof Bursts>

export const Process = z.strictObject({
  contactTier: z
    .int()
    .min(1)
    .max(9)
    .describe("The tier that talks to the requester: the user's first and last contact."),
  categories: z.array(Category).min(1).max(100),
  /** impact, then urgency, gives the priority. */
  priorityMatrix: z.strictObject({
    high: z.strictObject({ high: Priority, medium: Priority, low: Priority }),
    medium: z.strictObject({ high: Priority, medium: Priority, low: Priority }),
    low: z.strictObject({ high: Priority, medium: Priority, low: Priority }),
  }),
  priorityNames: byPriority(Text),
  /** Overall time objectives (SLA), in minutes of `targetHours`. */
  targetHours: Key,
  targets: byPriority(z.strictObject({ contactMinutes: Minutes, resolveMinutes: Minutes })),
  warnAtPercent: z.int().min(10).max(99).describe('A lead is warned when this share of a target has passed.'),
  edges: z.array(Edge).max(20),
  fastLanes: z.array(FastLane).max(10),
  bounceCap: z.int().min(1).max(20).describe('After this many returns the ticket goes to the bridge.'),
  wayDown: z.enum(wayDowns),
  knownIssueRequired: z.boolean().describe('A diagnosis has to name a known issue, or say why it is a one-off.'),
  quietPeriodDays: z
    .int()
    .min(1)
    .max(60)
    .describe('Support days without an answer after which an applied solution counts as good.'),
  reopenWindowDays: z
    .int()
    .min(0)
    .max(365)
    .describe('Calendar days after closing within which a ticket can be reopened.'),
  contactRetryMinutes: Minutes.describe(
    'Support minutes after which a requester who was not reached is tried again.',
  ),
  pauses: z.strictObject({ requester: PauseRule, vendor: PauseRule, until: PauseRule }),
  notices: z.array(Notice).max(100),
  retention: Retention.nullable().default(null).describe('Null: nothing is agreed, so everything is kept.'),
  detection: Detection.default(noDetection),
  deviceActions: z.array(DeviceActionRule).max(8).default([]),
  bursts: Bursts.default(usualBursts),
})
export type Process = z.infer<typeof Process>
