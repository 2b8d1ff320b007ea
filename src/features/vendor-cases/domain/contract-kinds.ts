import type { VendorTier } from '#features/plan/domain/document/teams.ts'

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
