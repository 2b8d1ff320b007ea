import type { Instant } from '#platform/clock.ts'
import type { GraphClient } from '../graph-client.ts'
import { orNull } from './users.ts'
import { choice, found, id, moment, record, text } from './values.ts'

/** A certificate or token of Apple's without which enrollment, management or apps stop when it ends. */
export type TenantCertificate = {
  readonly id: string
  /** `push`: management of Apple devices; `ade`: automated enrollment; `vpp`: apps. */
  readonly kind: 'push' | 'ade' | 'vpp'
  readonly name: string | null
  /** Whose Apple account renews it. */
  readonly appleId: string | null
  readonly expiresAt: Instant | null
  /** As Microsoft says: `valid`, `expired`, `invalid`, `assignedToExternalMDM`, …; null where it says nothing. */
  readonly state: string | null
  readonly lastSyncAt: Instant | null
}

/** The push certificate; null where there never was one. */
export async function pushCertificate(
  graph: GraphClient,
  signal?: AbortSignal,
): Promise<TenantCertificate | null> {
  const answer = await orNull(
    graph.get('/deviceManagement/applePushNotificationCertificate', signal ? { signal } : {}),
  )
  const raw = record(answer)
  const expiresAt = moment(raw['expirationDateTime'])
  // Where none was uploaded, some tenants answer an empty one.
  if (answer === null || (expiresAt === null && text(raw['appleIdentifier']) === null)) return null
  return {
    id: text(raw['id']) ?? 'push',
    kind: 'push',
    name: text(raw['topicIdentifier']),
    appleId: text(raw['appleIdentifier']),
    expiresAt,
    state: text(raw['certificateUploadFailureReason']) === null ? null : 'uploadFailed',
    lastSyncAt: moment(raw['lastModifiedDateTime']),
  }
}

/** Tokens of automated device enrollment. Only the beta version of Graph lists them. */
export async function enrollmentTokens(
  graph: GraphClient,
  signal?: AbortSignal,
): Promise<readonly TenantCertificate[]> {
  const list = await graph.list('/deviceManagement/depOnboardingSettings', {
    version: 'beta',
    ...(signal && { signal }),
  })
  return found(
    list.map(record).map((raw) => {
      const tokenId = id(raw['id'])
      if (tokenId === null) return null
      return {
        id: tokenId,
        kind: 'ade' as const,
        name: text(raw['tokenName']),
        appleId: text(raw['appleIdentifier']),
        expiresAt: moment(raw['tokenExpirationDateTime']),
        state: text(raw['lastSyncErrorCode']) === null || raw['lastSyncErrorCode'] === 0 ? null : 'syncFailed',
        lastSyncAt: moment(raw['lastSuccessfulSyncDateTime']),
      }
    }),
  )
}

/** Tokens by which apps bought from Apple reach devices. */
export async function appTokens(graph: GraphClient, signal?: AbortSignal): Promise<readonly TenantCertificate[]> {
  const list = await graph.list('/deviceAppManagement/vppTokens', signal ? { signal } : {})
  return found(
    list.map(record).map((raw) => {
      const tokenId = id(raw['id'])
      if (tokenId === null) return null
      return {
        id: tokenId,
        kind: 'vpp' as const,
        name: text(raw['displayName']) ?? text(raw['organizationName']),
        appleId: text(raw['appleId']),
        expiresAt: moment(raw['expirationDateTime']),
        state: choice(raw['state']),
        lastSyncAt: moment(raw['lastSyncDateTime']),
      }
    }),
  )
}
