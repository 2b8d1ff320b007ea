import type { Instant } from '#features/people/domain/instant.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import { type deviceActions, intrusiveDeviceActions } from '#features/plan/domain/values.ts'

export type DeviceActionName = (typeof deviceActions)[number]

/** How somebody on the other side was identified before their device is reached into. */
export const callerWays = ['called-back', 'video', 'in-person', 'signed-in', 'vouched-for'] as const
export type CallerWay = (typeof callerWays)[number]

export const actionStates = [
  'awaiting',
  'sending',
  'pending',
  'done',
  'failed',
  'declined',
  'expired',
  'withdrawn',
] as const
/** `awaiting`: a colleague has to agree. `sending`: Intune is being told. `pending`: the device has not done it yet. */
export type ActionState = (typeof actionStates)[number]

export function isOver(state: ActionState): boolean {
  return !['awaiting', 'sending', 'pending'].includes(state)
}

/** What was asked of a device. */
export type DeviceActionAsked = {
  readonly id: string
  readonly subject: string
  readonly ticketNumber: number
  readonly personId: string
  readonly deviceId: string
  readonly deviceName: string
  readonly platform: Platform | null
  readonly action: DeviceActionName
  readonly tier: number
  readonly caller: CallerWay | null
  readonly purpose: string | null
  readonly fourEyes: boolean
  readonly state: ActionState
  readonly code: string | null
  readonly askedBy: string
  readonly askedAt: Instant
  readonly agreeUntil: Instant | null
  readonly answeredBy: string | null
  readonly answeredAt: Instant | null
  readonly sentAt: Instant | null
  readonly deviceSeenAt: Instant | null
  readonly endedAt: Instant | null
  readonly collectionId: string | null
  readonly fileId: string | null
  readonly hasLocation: boolean
}

/** It reaches what is somebody's own. */
export function isIntrusive(action: DeviceActionName): boolean {
  return (intrusiveDeviceActions as readonly string[]).includes(action)
}

/** What Intune can do where; a platform that nobody knows is tried. */
const supported: Readonly<Record<DeviceActionName, readonly Platform[]>> = {
  sync: ['ios', 'android', 'windows', 'macos', 'linux'],
  restart: ['ios', 'android', 'windows', 'macos'],
  'collect-diagnostics': ['windows'],
  lock: ['ios', 'android', 'macos'],
  'reset-passcode': ['ios', 'android'],
  locate: ['ios', 'android', 'windows'],
  retire: ['ios', 'android', 'windows', 'macos'],
  wipe: ['ios', 'android', 'windows', 'macos'],
}

export function isSupportedOn(action: DeviceActionName, platform: Platform | null): boolean {
  return platform === null || supported[action].includes(platform)
}

const dayMs = 86_400_000

/** A colleague has a day to agree; what nobody agreed to by then was not meant. */
export function agreeUntil(askedAt: Instant): Instant {
  return new Date(Date.parse(askedAt) + dayMs).toISOString()
}
