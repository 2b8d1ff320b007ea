import { createAdminLink } from '#features/people/server/actions.ts'
import { inDesk } from './in-desk.ts'
import type { Settings } from './settings.ts'

/** A new one-time administrator link; also while Tierwise is running. */
export async function adminLink(settings: Settings, organisation: string | undefined): Promise<string> {
  return inDesk(settings, organisation, (platform) => createAdminLink(platform, organisation))
}
