import { type Chance } from '../chance.ts'
import { day, stampOf } from '../clock.ts'

export type PushCertificateRecord = {
  readonly id: string
  readonly appleIdentifier: string
  readonly topicIdentifier: string
  readonly lastModifiedDateTime: string
  expirationDateTime: string
  readonly certificateUploadStatus: string | null
  readonly certificateUploadFailureReason: string | null
  readonly certificateSerialNumber: string
  readonly certificate: string | null
}

/** Only the beta version has these. */
export type EnrollmentTokenRecord = {
  readonly id: string
  readonly appleIdentifier: string
  tokenExpirationDateTime: string
  readonly lastModifiedDateTime: string
  readonly lastSuccessfulSyncDateTime: string
  readonly lastSyncTriggeredDateTime: string
  readonly shareTokenWithSchoolDataSyncService: boolean
  readonly lastSyncErrorCode: number
  readonly tokenType: 'dep'
  readonly tokenName: string
  readonly syncedDeviceCount: number
  readonly defaultIosEnrollmentProfile: null
}

export type VppTokenRecord = {
  readonly id: string
  readonly organizationName: string
  readonly vppTokenAccountType: 'business' | 'education'
  readonly appleId: string
  expirationDateTime: string
  readonly lastSyncDateTime: string
  readonly token: string | null
  readonly lastModifiedDateTime: string
  state: 'unknown' | 'valid' | 'expired' | 'invalid' | 'assignedToExternalMDM'
  readonly lastSyncStatus: 'none' | 'inProgress' | 'completed' | 'failed'
  readonly automaticallyUpdateApps: boolean
  readonly countryOrRegion: string
}

/** The push certificate runs out in three weeks; the tokens later. */
export function makeCertificates(chance: Chance, at: number, name: string, domain: string) {
  const appleId = `mdm@${domain}`
  const push: PushCertificateRecord = {
    id: chance.id(),
    appleIdentifier: appleId,
    topicIdentifier: 'com.apple.mgmt.External.9f3c1d20-5b7e-4a86-9e3b-c8d0f6a1e259',
    lastModifiedDateTime: stampOf(at - 344 * day),
    expirationDateTime: stampOf(at + 21 * day),
    certificateUploadStatus: null,
    certificateUploadFailureReason: null,
    certificateSerialNumber: '3A5F',
    certificate: null,
  }
  const dep: EnrollmentTokenRecord = {
    id: chance.id(),
    appleIdentifier: appleId,
    tokenExpirationDateTime: stampOf(at + 120 * day),
    lastModifiedDateTime: stampOf(at - 245 * day),
    lastSuccessfulSyncDateTime: stampOf(at - day / 3),
    lastSyncTriggeredDateTime: stampOf(at - day / 3),
    shareTokenWithSchoolDataSyncService: false,
    lastSyncErrorCode: 0,
    tokenType: 'dep',
    tokenName: `${name} ADE`,
    syncedDeviceCount: 410,
    defaultIosEnrollmentProfile: null,
  }
  const vpp: VppTokenRecord = {
    id: chance.id(),
    organizationName: name,
    vppTokenAccountType: 'business',
    appleId,
    expirationDateTime: stampOf(at + 75 * day),
    lastSyncDateTime: stampOf(at - day / 2),
    token: null,
    lastModifiedDateTime: stampOf(at - 290 * day),
    state: 'valid',
    lastSyncStatus: 'completed',
    automaticallyUpdateApps: true,
    countryOrRegion: 'NL',
  }
  return { push, enrollmentTokens: [dep], vppTokens: [vpp] }
}
