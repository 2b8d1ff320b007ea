import type { MeetingProvider } from '#features/bridges/server/services.ts'
import { cancelMeeting, createMeeting, moveMeeting, tenantOf } from '#features/tenant/server/actions.ts'

/** Bridges get their online meeting from Teams, where a tenant is connected. */
export const teamsMeetings: MeetingProvider = {
  isThere: async (tx) => (await tenantOf(tx)) !== null,
  create: createMeeting,
  move: moveMeeting,
  cancel: cancelMeeting,
}
