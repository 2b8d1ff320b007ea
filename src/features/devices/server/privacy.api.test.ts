import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLog } from '#platform/log.ts'
import type { Job } from '#platform/jobs/enqueue.ts'
import { type IntuneDesk, intuneDesk } from '../../../../tests/support/intune-desk.ts'
import { opened } from '../../../../tests/support/ticket-work.ts'
import { failureText, snapshotText } from '../domain/snapshot-text.ts'
import { contextOf } from './actions.ts'
import { slowDeviceJobs } from './jobs.ts'

/** What is nobody's business does not come in: each field that is personal beyond need holds a canary, which is then found nowhere. */

let it: IntuneDesk
const ada = 'ada@contoso.example'
const logged: string[] = []

/** A canary per field; none may be seen again. */
const canary = (name: string) => `kanarie-${name}`
const fields = {
  phoneNumber: canary('phone'),
  imei: canary('imei'),
  meid: canary('meid'),
  iccid: canary('iccid'),
  udid: canary('udid'),
  wiFiMacAddress: canary('wifi'),
  ethernetMacAddress: canary('ethernet'),
  activationLockBypassCode: canary('bypass'),
  notes: canary('notes'),
  subscriberCarrier: canary('carrier'),
  emailAddress: `${canary('mail')}@contoso.example`,
  userDisplayName: canary('display'),
  remoteAssistanceSessionUrl: `https://assist.example/${canary('assist')}`,
  easDeviceId: canary('eas'),
  configurationManagerClientEnabledFeatures: { text: canary('feature') },
  deviceActionResults: [
    {
      '@odata.type': '#microsoft.graph.locateDeviceActionResult',
      actionName: 'locateDevice',
      actionState: 'done',
      startDateTime: '2026-11-23T08:00:00Z',
      lastUpdatedDateTime: '2026-11-23T08:01:00Z',
      deviceLocation: {
        lastCollectedDateTime: '2026-11-23T08:01:00Z',
        latitude: 52.7654321,
        longitude: 5.1234567,
        altitude: 0,
        horizontalAccuracy: 35,
        verticalAccuracy: 0,
        heading: 0,
        speed: 0,
      },
    },
    {
      '@odata.type': '#microsoft.graph.resetPasscodeActionResult',
      actionName: 'resetPasscode',
      actionState: 'done',
      startDateTime: '2026-11-23T08:00:00Z',
      lastUpdatedDateTime: '2026-11-23T08:01:00Z',
      passcode: canary('passcode'),
    },
  ],
}
const canaries = ['kanarie-', '52.7654321', '5.1234567', 'simulated-secret', 'mdm@', 'sig=']

beforeAll(async () => {
  it = await intuneDesk()
})
afterAll(() => it.close())

test('what is personal beyond need stands in no table, log, answer or text', async () => {
  const { control } = it.simulator
  const device = await control.addDevice({ person: ada, platform: 'ios', fields: fields as object })
  await control.compliance(device.id, ['IosCompliancePolicy.PasscodeRequired'])
  await control.addFailure({
    person: ada,
    reason: `DeviceNotSupported for ${canary('colleague')}@contoso.example, see https://blob.example/x?sig=${canary('link')}`,
  })
  await control.addHealthIssue({ impact: `Ask ${canary('admin')}@contoso.example`, classification: 'incident' })
  const platform = { ...it.platform, log: createLog('trace', { write: (line: string) => void logged.push(line) }) }
  const run = (name: string, payload: object) =>
    (slowDeviceJobs[name] as Job)(platform, { orgId: it.desk.orgId, ...payload } as never, { isLast: true })
  const personId = it.desk.people.ada.id
  await run('devices.read', { personId })
  await run('devices.read-organisation', {})
  const ticketId = await opened({ platform: it.platform, desk: it.desk }, 'ada')
  // Also while things go wrong: answers that cannot be used are logged.
  for (const fault of ['unavailable', 'odd-values', 'token-expires'] as const) {
    it.later(15)
    await control.fault(fault)
    await run('devices.read', { personId })
    await run('devices.read-organisation', {})
  }
  const answer = JSON.stringify(await it.shown('ada', ticketId))
  const context = await it.desk.within((tx) => contextOf(tx, personId))
  if (!context) throw new Error('nothing was read')
  const texts = (['nl', 'en'] as const).flatMap((language) => [
    snapshotText(context, language),
    failureText(context, language),
  ])
  const places: Readonly<Record<string, string>> = {
    answer,
    log: logged.join(''),
    texts: texts.join('\n'),
    ...(await everyTable()),
  }
  // The canaries came as far as the readers.
  expect(answer).toContain('DeviceNotSupported for […], see […]')
  expect(answer).toContain(device.id)
  expect(places['device_snapshots']).toContain(device.id)
  const found = Object.entries(places).flatMap(([place, content]) =>
    canaries.filter((one) => content.includes(one)).map((one) => `${one} in ${place}`),
  )
  expect(found).toEqual([])
  // The requester is nowhere named in what goes along as evidence.
  expect(texts.join('\n')).not.toContain('ada@')
})

async function everyTable(): Promise<Readonly<Record<string, string>>> {
  const { owner } = it.platform
  const { rows: tables } = await owner.query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema in ('public', 'graphile_worker')`,
  )
  const read = async (schema: string, name: string) => {
    const { rows } = await owner.query<{ all: string | null }>(
      `select string_agg(row_to_json(t)::text, ' ') as all from ${schema}."${name}" t`,
    )
    return [name, rows[0]?.all ?? ''] as const
  }
  const all: (readonly [string, string])[] = []
  for (const { schema, name } of tables) all.push(await read(schema, name))
  expect(all.length).toBeGreaterThan(80)
  return Object.fromEntries(all)
}
