import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { known } from '#features/devices/domain/field.ts'
import type { PersonContext } from '#features/devices/domain/context.ts'
import { keepContext } from '#features/devices/server/store/contexts.ts'
import { connectTenant, tenantOf } from '#features/tenant/server/actions.ts'
import { blobPath } from '#platform/files/blobs.ts'
import { moved } from '../../../../tests/support/ticket-work.ts'
import { type CaseDesk, caseDesk, evidenceFor } from '../testing/case-desk.ts'
import { keptPacket, makeAndKeep } from './make-packet.ts'
import { changePacket, writeToVendor } from './tend.ts'

/** Planted in everything that people and devices say. None of it may leave unless somebody shows it on purpose. */
const canaries = {
  name: 'Wilhelmina Kanarievogel',
  first: 'Wilhelmina',
  address: 'wilhelmina.kanarie@contoso.example',
  stranger: 'partner.kanarie@fabrikam.example',
  phone: '06-98765432',
  serial: 'KNR7X2Q9ZZ',
  imei: '490154203237518',
  device: 'KANARIE-PHONE-07',
  ip: '10.77.88.99',
  mac: '3C:22:FB:77:88:99',
  person: 'aaaaaaaa-1111-4222-8333-444444444444',
  folder: 'wkanarie',
  initial: 'W. Kanarievogel',
  colleague: 'Marieke Zwaluw',
  civic: '123456782',
  bank: 'NL91 ABNA 0417 1643 00',
  place: '52.09070,5.12140',
  share: 'kzwaluw',
} as const
const secrets = {
  password: 'KanariePiep2026!',
  bearer: 'eyJhbGciOiJSUzI1NiJ9.eyJrYW5hcmllIjoxfQ.c2lnbmF0dXJlLWthbmFyaWU',
  link: 'sig=kanarie%2Fgeheim%3D',
  laps: 'x8#kLm2pKanarie',
  webhook: 'contoso.webhook.office.com/webhookb2/kanarie',
  bitlocker: '111111-222222-333333-444444-555555-666666-777777-888888',
} as const
const wanted = {
  tenant: '72f988bf-86f1-41af-91ab-2d7cd011db47',
  correlation: 'bbbbbbbb-1111-4222-8333-555555555555',
  device: 'cccccccc-1111-4222-8333-666666666666',
  code: '0x80180014',
}
const everything = [
  `${canaries.name} (${canaries.first}, ${canaries.address}, ook ${canaries.stranger}) belt met ${canaries.phone}.`,
  `Serienummer ${canaries.serial}, IMEI ${canaries.imei}, ${canaries.device}, ip ${canaries.ip}, mac ${canaries.mac}.`,
  `Object ${canaries.person}; map C:\\Users\\${canaries.folder}\\Desktop.`,
  `Wachtwoord: ${secrets.password} en Bearer ${secrets.bearer}.`,
  `https://store.blob.example/log.zip?sv=2025&${secrets.link}`,
  `${canaries.initial} en collega ${canaries.colleague}; bsn ${canaries.civic}, ${canaries.bank}, ${canaries.place}.`,
  `Map \\\\srv01\\users$\\${canaries.share}\\x; LAPS: ${secrets.laps} en https://${secrets.webhook}`,
  `Herstelsleutel ${secrets.bitlocker}. Het scherm zegt ${wanted.code}.`,
].join('\n')

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let at: CaseDesk
let caseId: string
let ticketId: string
const made = async (form: 'text' | 'pdf' | 'zip') => {
  const signedIn = { ...(await at.signedIn('mira')) } as never
  const { id } = await makeAndKeep(at.platform, signedIn, caseId, form)
  const { file } = await keptPacket(at.platform, signedIn, caseId, id)
  return readFile(blobPath(at.platform, file.sha256))
}

/** Everything that leaves or is noted, by where it was found. */
async function everythingThatLeaves(): Promise<Record<string, string>> {
  const zip = unzipSync(new Uint8Array(await made('zip')))
  const pdf = await extractText(await getDocumentProxy(new Uint8Array(await made('pdf'))), { mergePages: true })
  await at.sendMail()
  const { rows } = await at.platform.owner.query<{ line: string }>(
    'select coalesce(json_agg(l)::text, $1) as line from vendor_case_log l where case_id = $2',
    ['', caseId],
  )
  return {
    text: (await made('text')).toString('utf8'),
    pdf: pdf.text,
    'zip, names': Object.keys(zip).join('\n'),
    ...Object.fromEntries(
      Object.entries(zip)
        .filter(([name]) => !name.endsWith('.pdf'))
        .map(([name, bytes]) => [`zip, ${name}`, strFromU8(bytes)]),
    ),
    mail: at.world.received.map(({ raw }) => raw.toString('utf8').replaceAll('=\r\n', '')).join('\n'),
    log: rows[0]?.line ?? '',
  }
}

const foundIn = (leaves: Record<string, string>, values: readonly string[]) =>
  Object.entries(leaves).flatMap(([where, text]) =>
    values
      .filter((value) => text.toLowerCase().includes(value.toLowerCase()))
      .map((value) => `${where}: ${value}`),
  )

beforeAll(async () => {
  at = await caseDesk()
  const { desk, platform } = at
  await connectTenant(platform, desk.orgId, {
    tenantId: wanted.tenant,
    cloud: 'public',
    read: { clientId: crypto.randomUUID(), credential: { kind: 'secret', secret: 'kanarie-client-secret' } },
  })
  await desk.within(async (tx) => {
    const tenant = (await tenantOf(tx))?.id ?? ''
    await keepContext(tx, { personId: desk.people.ada.id, tenant, parts: contextOf(tx.now) })
  })
  ticketId = await at.atTierThree({ subject: `${canaries.name} kan niet inschrijven`, platform: 'ios' })
  const log = await at.uploaded('mira', `log van ${canaries.name}.txt`, everything)
  const picture = await at.uploaded('mira', 'scherm.png', onePixel)
  const work = { platform, desk }
  await moved(work, 'mira', ticketId, {
    move: 'add-evidence',
    evidence: [
      { key: 'error-text', value: everything, files: [] },
      { key: 'steps-tried', value: everything, files: [] },
      { key: 'device-identity', value: everything, files: [] },
      { key: 'logs-for-vendor', value: '', files: [log, picture] },
    ],
  })
  caseId = await at.open('mira', ticketId, {
    asked: everything,
    typed: { 'own.versions': everything },
    files: [log, picture],
    evidence: evidenceFor(log).filter(({ key }) => key !== 'logs-for-vendor'),
    contactAddress: 'kim@microsoft.example',
  })
  const mira = await desk.as('mira')
  await desk.within((tx) => writeToVendor(platform, tx, mira, caseId, everything))
}, 120_000)
afterAll(() => at.close())

function contextOf(now: string): PersonContext {
  const none = known([], now)
  const device = {
    id: wanted.device,
    entraDeviceId: wanted.device,
    name: canaries.device,
    platform: 'ios' as const,
    os: 'iOS',
    osVersion: '26.1',
    model: 'iPhone 16',
    manufacturer: 'Apple',
    serial: canaries.serial,
    ownership: 'company',
    compliance: 'noncompliant',
    graceUntil: null,
    enrolledAt: now,
    lastSyncAt: now,
    certificateUntil: null,
    enrollmentType: 'userEnrollment',
    managementState: 'managed',
    isEncrypted: true,
    isSupervised: false,
    storageFree: 1,
    storageTotal: 2,
    failing: known([], now),
    actions: [],
  }
  const failure = {
    id: 'f1',
    at: now,
    platform: 'ios' as const,
    os: 'iOS',
    osVersion: '26.1',
    category: 'enrollmentRestrictionsEnforced',
    reason: `User ${canaries.address} has too many devices`,
    correlationId: wanted.correlation,
    deviceId: null,
    enrollmentType: 'userEnrollment',
  }
  return {
    person: known(
      {
        entraId: canaries.person,
        name: canaries.name,
        signInName: canaries.address,
        enabled: true,
        usageLocation: 'NL',
        language: 'nl-NL',
      },
      now,
    ),
    licences: none,
    groups: none,
    devices: known([device], now),
    enrollmentFailures: known([failure], now),
    appFailures: none,
    autopilot: none,
  }
}

describe('of what people and devices say', () => {
  test('nothing personal and nothing secret leaves by default', { timeout: 120_000 }, async () => {
    const leaves = await everythingThatLeaves()
    expect(Object.keys(leaves).length).toBeGreaterThan(6)
    expect(
      foundIn(leaves, [...Object.values(canaries), ...Object.values(secrets), 'kanarie-client-secret']),
    ).toEqual([])
  })

  test('what Microsoft looks for is there', async () => {
    const text = (await made('text')).toString('utf8')
    for (const value of Object.values(wanted)) expect(text).toContain(value)
    expect(text).toContain('iOS · 26.1 · Apple · iPhone 16')
    expect(text).toContain('[User 1]')
  })

  test('what somebody shows on purpose leaves, and nothing else; who and why is noted, what is not', {
    timeout: 120_000,
  }, async () => {
    const mira = await at.desk.as('mira')
    const view = await at.shown('mira', caseId)
    const serial = view.packet.hidden.find(({ kind, written }) => kind === 'serial' && written === canaries.serial)
    if (!serial) throw new Error('the serial is not among what is hidden')
    await at.desk.within((tx) =>
      changePacket(tx, mira, caseId, {
        version: view.version,
        asked: everything,
        typed: {},
        shown: [{ print: serial.print, reason: 'Microsoft looks the device up by it' }],
        files: view.packet.files.filter(({ chosen }) => chosen).map(({ id }) => id),
      }),
    )
    const { log, mail: _, ...packets } = await everythingThatLeaves()
    const { serial: shown, ...hidden } = canaries
    expect(foundIn(packets, [shown]).length).toBeGreaterThan(3)
    expect(foundIn({ ...packets, log: log ?? '' }, [...Object.values(hidden), ...Object.values(secrets)])).toEqual(
      [],
    )
    expect(log).toContain('Microsoft looks the device up by it')
    expect(log).not.toContain(shown)
  })
})

test('the zip names its files, their hashes and which of them were read', async () => {
  const zip = unzipSync(new Uint8Array(await made('zip')))
  const manifest = JSON.parse(strFromU8(zip['manifest.json'] ?? new Uint8Array())) as {
    files: { name: string; sha256: string; redacted: boolean }[]
  }
  for (const { name, sha256 } of manifest.files)
    expect(
      createHash('sha256')
        .update(zip[name] ?? '')
        .digest('hex'),
    ).toBe(sha256)
  expect(manifest.files.map(({ name, redacted }) => [name, redacted])).toEqual([
    ['packet.txt', true],
    ['packet.pdf', true],
    ['files/01-log_van_User_1.txt', true],
    ['files/02-scherm.png', false],
  ])
})

test('what was made is kept with the hash of its bytes', async () => {
  const bytes = await made('text')
  const { packets } = await at.shown('mira', caseId)
  expect(packets[0]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
})
