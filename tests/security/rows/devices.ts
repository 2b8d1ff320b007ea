import type { deviceContract } from '#features/devices/contract.ts'
import { findingOn, snapshotOn } from '../device-fixtures.ts'
import { noAsk, none, only, type Rows, staff } from '../outcomes.ts'
import { tenantOn } from '../tenant-fixtures.ts'
import type { World } from '../world.ts'

const ofAda = (world: World) => ({ params: { personId: world.home.people.ada.id } })

export const deviceRows: Rows<typeof deviceContract> = {
  'GET /api/v1/devices/findings': { ask: noAsk, outcomes: staff('200') },
  'POST /api/v1/devices/findings/:id/dismiss': {
    ask: async (world) => ({ params: { id: await findingOn(world) }, body: { reason: 'On holiday' } }),
    outcomes: only(['tier1', 'tier2', 'tier3', 'lead'], '204'),
  },
  'GET /api/v1/devices/people/:personId': { ask: ofAda, outcomes: staff('200', none) },
  'POST /api/v1/devices/people/:personId/read': {
    ask: async (world) => {
      await tenantOn(world, world.home)
      return ofAda(world)
    },
    outcomes: staff('204', none),
  },
  'GET /api/v1/devices/snapshots/:id': {
    ask: async (world) => ({ params: { id: await snapshotOn(world) } }),
    outcomes: staff('200', none),
  },
}
