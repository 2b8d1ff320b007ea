import type { Area } from '#features/knowledge/domain/known-issue.ts'

/** What the categories of the starter plan are usually about; of a category that an organisation made itself nothing is assumed. */
const byCategory: Readonly<Record<string, readonly Area[]>> = {
  'enrollment-blocked': ['enrollment', 'autopilot', 'licensing'],
  'company-portal-sign-in': ['enrollment', 'licensing', 'conditional-access'],
  'email-profile': ['policy', 'certificate', 'app-protection'],
  'device-limit': ['enrollment'],
  'access-blocked': ['compliance', 'conditional-access', 'app-protection', 'sync'],
  'app-install': ['app', 'app-protection', 'update'],
  'wifi-vpn-certificate': ['certificate', 'policy'],
  'passcode-encryption': ['compliance', 'remote-action', 'policy'],
  'lost-device': ['remote-action'],
  'wiped-device': ['remote-action', 'enrollment'],
  'replace-return-device': ['remote-action', 'enrollment'],
}

export function areasOf(category: string | null): readonly Area[] {
  return category === null ? [] : (byCategory[category] ?? [])
}
