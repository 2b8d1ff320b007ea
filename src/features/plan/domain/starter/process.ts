import type { Detection, DeviceActionRule, Notice, Process } from '../document/process.ts'
import { starterCategories } from './categories.ts'
import { evidenceToTier2 } from './evidence-to-tier-2.ts'
import { evidenceToTier3 } from './evidence-to-tier-3.ts'
import { evidenceToVendor } from './evidence-to-vendor.ts'
import { starterRetention } from './retention.ts'
import { text } from './text.ts'

/** The guide's five steps: user to tier 1, up to tier 2, up to tier 3 with evidence, solution down, tier 1 contacts the user. */
export function starterProcess(): Process {
  return {
    contactTier: 1,
    categories: starterCategories,
    priorityMatrix: {
      high: { high: 1, medium: 2, low: 3 },
      medium: { high: 2, medium: 3, low: 3 },
      low: { high: 3, medium: 3, low: 4 },
    },
    priorityNames: {
      1: text('Spoed', 'Urgent'),
      2: text('Hoog', 'High'),
      3: text('Normaal', 'Normal'),
      4: text('Laag', 'Low'),
    },
    targetHours: 'office-hours',
    // Each is more than its tiers' acknowledge and work targets together, so that the tiers fit in the whole.
    targets: {
      1: { contactMinutes: 30, resolveMinutes: 570 },
      2: { contactMinutes: 60, resolveMinutes: 1140 },
      3: { contactMinutes: 120, resolveMinutes: 2280 },
      4: { contactMinutes: 240, resolveMinutes: 4560 },
    },
    warnAtPercent: 75,
    edges: [
      { from: 1, to: 2, evidence: evidenceToTier2 },
      { from: 2, to: 3, evidence: evidenceToTier3 },
      { from: 3, to: 4, evidence: evidenceToVendor },
    ],
    fastLanes: [{ priority: 1, from: 1, to: 3 }],
    bounceCap: 3,
    wayDown: 'together',
    knownIssueRequired: true,
    quietPeriodDays: 5,
    reopenWindowDays: 14,
    contactRetryMinutes: 240,
    pauses: {
      requester: { tier: true, overall: true },
      vendor: { tier: true, overall: false },
      until: { tier: true, overall: true },
    },
    notices: starterNotices,
    retention: starterRetention,
    detection: starterDetection,
    deviceActions: starterDeviceActions,
    bursts: { tickets: 5, hours: 4 },
  }
}

/** Failures and incidents are followed up by a person; a silent phone may just be on holiday. */
const starterDetection: Detection = {
  enrollmentFailures: 'ticket',
  expiringCertificates: 'ticket',
  expiryDays: 30,
  silentDevices: 'hint',
  silentDays: 30,
  serviceIncidents: 'hint',
}

const starterDeviceActions: DeviceActionRule[] = [
  { action: 'sync', tiers: [1, 2, 3], fourEyes: false },
  { action: 'restart', tiers: [1, 2, 3], fourEyes: false },
  { action: 'collect-diagnostics', tiers: [2, 3], fourEyes: false },
  { action: 'lock', tiers: [2, 3], fourEyes: false },
  { action: 'reset-passcode', tiers: [2, 3], fourEyes: false },
  { action: 'locate', tiers: [3], fourEyes: true },
  { action: 'retire', tiers: [3], fourEyes: true },
  { action: 'wipe', tiers: [3], fourEyes: true },
]

const mail = (moment: Notice['moment'], to: Notice['to']): Notice => ({ moment, to, channel: 'mail' })
const desk = (moment: Notice['moment'], to: Notice['to']): Notice => ({ moment, to, channel: 'desk' })

const starterNotices: Notice[] = [
  mail('opened', 'requester'),
  desk('opened', 'tier'),
  mail('replied', 'requester'),
  mail('replied', 'followers'),
  mail('asked', 'requester'),
  desk('answered', 'assignee'),
  mail('answered', 'assignee'),
  desk('assigned', 'assignee'),
  desk('escalated', 'tier'),
  desk('sent-back', 'assignee'),
  mail('sent-back', 'assignee'),
  desk('diagnosed', 'trail'),
  desk('handed-down', 'trail'),
  mail('handed-down', 'assignee'),
  desk('question-on-solution', 'diagnoser'),
  mail('question-on-solution', 'diagnoser'),
  mail('resolved', 'requester'),
  mail('resolved', 'followers'),
  desk('resolved', 'trail'),
  mail('closed', 'requester'),
  mail('reopened', 'requester'),
  desk('reopened', 'tier'),
  desk('target-at-risk', 'assignee'),
  mail('target-at-risk', 'tier-lead'),
  desk('target-missed', 'assignee'),
  mail('target-missed', 'tier-lead'),
  desk('waiting-over', 'assignee'),
]
