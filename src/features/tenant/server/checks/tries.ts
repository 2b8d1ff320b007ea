import { GraphFailure, type GraphClient } from '#integrations/microsoft-graph/graph-client.ts'
import { record, text } from '#integrations/microsoft-graph/read/values.ts'
import type { CheckKey } from '../../domain/checks.ts'

/** What a try needs beside the way to Microsoft. */
export type Around = {
  readonly graph: GraphClient
  readonly signal: AbortSignal
  /** A user in whose name a meeting would be made; null: nobody here is known there. */
  readonly organiser: () => Promise<string | null>
}

/** There was nothing to try it with. */
export class Untried extends Error {
  override readonly name = 'Untried'
  readonly code: string

  constructor(code: string) {
    super(`Untried: ${code}`)
    this.code = code
  }
}

type Try = (around: Around) => Promise<unknown>

/** No device has it: what may be asked of it is refused as not found, what may not as forbidden. Nothing is done to anything. */
const noDevice = '00000000-0000-0000-0000-000000000000'
const one = { $top: 1, $select: 'id' }
const firstOf =
  (path: string): Try =>
  ({ graph, signal }) =>
    graph.get(path, { query: one, signal })

/** One small call for each permission, the same as the desk itself makes later. */
export const tries: Readonly<Record<Exclude<CheckKey, 'sign-in' | 'act-sign-in'>, Try>> = {
  people: firstOf('/users'),
  groups: firstOf('/groups'),
  devices: firstOf('/deviceManagement/managedDevices'),
  compliance: async ({ graph, signal }) => {
    const device = (await firstId(graph, '/deviceManagement/managedDevices', signal)) ?? noDevice
    await unlessAbsent(
      graph.get(`/deviceManagement/managedDevices/${device}/deviceCompliancePolicyStates`, { signal }),
    )
  },
  enrollment: firstOf('/deviceManagement/deviceEnrollmentConfigurations'),
  apps: async ({ graph, signal }) => {
    await graph.get('/deviceAppManagement/vppTokens', { query: { $top: 1 }, signal })
    const user = await firstId(graph, '/users', signal)
    if (user !== null)
      await unlessAbsent(graph.get(`/users/${user}/mobileAppTroubleshootingEvents`, { version: 'beta', signal }))
  },
  'service-health': ({ graph, signal }) => graph.get('/admin/serviceAnnouncement/healthOverviews', { signal }),
  meetings: async ({ graph, signal, organiser }) => {
    const user = await organiser()
    if (user === null) throw new Untried('no-organiser')
    // Looks for a meeting that is not there: no meeting is made to try it.
    await unlessAbsent(
      graph.get(`/users/${user}/onlineMeetings`, {
        query: { $filter: "JoinWebUrl eq 'https://teams.microsoft.com/l/meetup-join/none'" },
        signal,
      }),
    )
  },
  'act-devices': ({ graph, signal }) =>
    unlessAbsent(graph.post(`/deviceManagement/managedDevices/${noDevice}/syncDevice`, { signal })),
  'act-diagnostics': ({ graph, signal }) =>
    unlessAbsent(
      graph.post(`/deviceManagement/managedDevices/${noDevice}/createDeviceLogCollectionRequest`, {
        version: 'beta',
        body: {
          templateType: {
            '@odata.type': 'microsoft.graph.deviceLogCollectionRequest',
            id: '',
            templateType: 'predefined',
          },
        },
        signal,
      }),
    ),
}

async function firstId(graph: GraphClient, path: string, signal: AbortSignal): Promise<string | null> {
  const [first] = await graph.list(path, { query: one, limit: 1, signal })
  return text(record(first)['id'])
}

/** What is not there could have been read. */
async function unlessAbsent(call: Promise<unknown>): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!(error instanceof GraphFailure && error.code === 'not-found')) throw error
  }
}
