import type { Bursts, Detection, DeviceActionRule } from '../../document/process.ts'
import { noDetection, usualBursts } from '../../unsaid.ts'
import {
  about,
  bagOf,
  change,
  daysOf,
  type Differ,
  list,
  listOf,
  parts,
  say,
  setting,
  toldElsewhere,
} from './differ.ts'

const answer = (name: string) =>
  setting<Detection['silentDevices']>(name, (one) => say(`detection.answers.${one}`))

const detectionParts = parts<Detection>({
  enrollmentFailures: answer('enrollmentFailures'),
  expiringCertificates: answer('expiringCertificates'),
  expiryDays: daysOf('expiryDays'),
  silentDevices: answer('silentDevices'),
  silentDays: daysOf('silentDays'),
  serviceIncidents: answer('serviceIncidents'),
})

/** A version from before detection came found nothing by itself. */
export const detection: Differ<Detection | null> = (before, after, at) =>
  detectionParts(before ?? noDetection, after ?? noDetection, at)

const actionName = (action: DeviceActionRule['action']) => say(`deviceActions.actions.${action}`)

const rules = list<DeviceActionRule>({
  by: [({ action }) => action],
  subject: ({ action }) => about('device-action', { name: actionName(action) }),
  item: parts<DeviceActionRule>({
    action: toldElsewhere,
    tiers: bagOf<number>('tiers', (tier) => String(tier)),
    fourEyes: (_, fourEyes, at) => [
      change(fourEyes ? 'four-eyes-now' : 'four-eyes-gone', at, { subject: at.subject }),
    ],
  }),
  added: ({ action, tiers, fourEyes }) => ({
    code: fourEyes ? 'device-action-more-four-eyes' : 'device-action-more',
    values: { name: actionName(action), count: tiers.length, tiers: listOf(tiers.map(String)) },
  }),
  removed: ({ action }) => ({ code: 'device-action-gone', values: { name: actionName(action) } }),
})

export const deviceActions: Differ<readonly DeviceActionRule[] | null> = (before, after, at) =>
  rules(before ?? [], after ?? [], at)

const burstParts = parts<Bursts>({
  tickets: setting<number>('burstTickets', (count) => say('bursts.ticketsText', { count })),
  hours: setting<number>('burstHours', (count) => say('bursts.hoursText', { count })),
})

export const bursts: Differ<Bursts | null> = (before, after, at) =>
  burstParts(before ?? usualBursts, after ?? usualBursts, at)
