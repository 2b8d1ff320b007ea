import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { SupportHours, VendorTier } from '#features/plan/domain/document/teams.ts'
import { highestTier, hoursOf } from '#features/plan/domain/lookup.ts'

export const channels = ['admin-center', 'phone', 'services-hub', 'partner-portal', 'mail', 'other'] as const
export type Channel = (typeof channels)[number]

/** How a case is opened under each kind of contract: the usual way first. */
const ways: Readonly<Record<VendorTier['contractKind'], readonly Channel[]>> = {
  included: ['admin-center', 'phone'],
  premium: ['services-hub', 'admin-center', 'phone'],
  partner: ['partner-portal', 'phone', 'mail'],
  other: ['mail', 'phone', 'other'],
}

/** Where it says how: official pages of Microsoft. What another supplier does, only the contract knows. */
export const pages: Readonly<Partial<Record<Channel, string>>> = {
  'admin-center': 'https://learn.microsoft.com/en-us/intune/intune-service/fundamentals/get-support',
  phone: 'https://learn.microsoft.com/en-us/microsoft-365/admin/get-help-support#phone-support',
  'services-hub': 'https://learn.microsoft.com/en-us/services-hub/unified/support/open-request',
  'partner-portal':
    'https://learn.microsoft.com/en-us/partner-center/customers/report-problems-on-behalf-of-a-customer',
}

export function channelsOf({ contractKind }: Pick<VendorTier, 'contractKind'>): readonly Channel[] {
  return ways[contractKind]
}

type Severity = VendorTier['severities'][number]

/**
 * The severities that can be asked for by a channel. Support that comes with a subscription, and mail whatever the contract, is not
 * looked at around the clock: what has stopped work goes by phone or through the contract's own portal.
 */
export function severitiesBy(vendor: VendorTier, channel: Channel): readonly Severity[] {
  const [worst, ...others] = vendor.severities.toSorted((a, b) => a.responseMinutes - b.responseMinutes)
  if (worst === undefined || others.length === 0) return vendor.severities
  const slow = channel === 'mail' || (vendor.contractKind === 'included' && channel === 'admin-center')
  return slow ? vendor.severities.filter(({ key }) => key !== worst.key) : vendor.severities
}

/**
 * The hours in which the vendor's time for a severity counts; null: around the clock. What has stopped work, the worst of several severities, is
 * looked at day and night. The others are looked at when the customer's own support is open, by the hours of the last tier, which opens the case;
 * a vendor that promises more is late by those hours at the latest.
 */
export function vendorHours(plan: SupportPlan, severity: string): SupportHours | null {
  const severities = plan.teams.vendor?.severities ?? []
  const fastest = Math.min(...severities.map(({ responseMinutes }) => responseMinutes))
  const own = severities.find(({ key }) => key === severity)
  if (own === undefined || (severities.length > 1 && own.responseMinutes === fastest)) return null
  return hoursOf(plan, highestTier(plan).supportHours)
}
