import { never } from '../clock.ts'
import type { GroupRecord } from './records.ts'

type Setting = Readonly<Record<string, unknown>>

/** Device limit, platform restrictions, and a kind that clients have to skip. */
export function enrollmentSettings(accountId: string, groups: readonly GroupRecord[]): Setting[] {
  const restricted = groups.find(({ displayName }) => /2/.test(displayName)) ?? groups[0]
  return [
    {
      '@odata.type': '#microsoft.graph.deviceEnrollmentLimitConfiguration',
      ...base(`${accountId}_DefaultLimit`, 'Default device limit', 0),
      limit: 5,
      assignments: [],
    },
    {
      '@odata.type': '#microsoft.graph.deviceEnrollmentPlatformRestrictionsConfiguration',
      ...base(`${accountId}_DefaultPlatformRestrictions`, 'Default platform restrictions', 0),
      iosRestriction: restriction(false, false, '17.0'),
      windowsRestriction: restriction(false, false, ''),
      windowsMobileRestriction: restriction(true, false, null),
      androidRestriction: restriction(false, false, '13.0'),
      macOSRestriction: restriction(false, true, null),
      assignments: [],
    },
    {
      '@odata.type': '#microsoft.graph.deviceEnrollmentPlatformRestrictionsConfiguration',
      ...base('8f3a1b52-6c4d-4e7f-9a0b-1c2d3e4f5a6b_PlatformRestrictions', 'Corporate devices only', 1),
      iosRestriction: restriction(false, true, '17.0'),
      windowsRestriction: restriction(false, true, '10.0.22631'),
      windowsMobileRestriction: restriction(true, true, null),
      androidRestriction: restriction(false, true, '13.0'),
      macOSRestriction: restriction(false, true, null),
      assignments: restricted
        ? [
            {
              id: `8f3a1b52-6c4d-4e7f-9a0b-1c2d3e4f5a6b_PlatformRestrictions_${restricted.id}`,
              target: { '@odata.type': '#microsoft.graph.groupAssignmentTarget', groupId: restricted.id },
            },
          ]
        : [],
    },
    {
      '@odata.type': '#microsoft.graph.windows10EnrollmentCompletionPageConfiguration',
      ...base(`${accountId}_DefaultWindows10EnrollmentCompletionPageConfiguration`, 'Enrollment status page', 0),
      assignments: [],
    },
  ]
}

function base(id: string, displayName: string, priority: number) {
  return {
    id,
    displayName,
    description: displayName,
    priority,
    createdDateTime: never,
    lastModifiedDateTime: never,
    version: 0,
  }
}

function restriction(platformBlocked: boolean, personalDeviceEnrollmentBlocked: boolean, minimum: string | null) {
  return {
    platformBlocked,
    personalDeviceEnrollmentBlocked,
    osMinimumVersion: minimum,
    osMaximumVersion: minimum === null ? null : '',
  }
}
