import type { deviceContract } from '#features/devices/contract.ts'
import { snapshotOn } from '../device-fixtures.ts'
import { none, type Rows, staff } from '../outcomes.ts'
import { tenantOn } from '../tenant-fixtures.ts'
import type { World } from '../world.ts'

const ofAda = (world: World) => ({ params: { personId: world.home.people.ada.id } })

export const deviceRows: Rows<typeof deviceContract> = {
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
