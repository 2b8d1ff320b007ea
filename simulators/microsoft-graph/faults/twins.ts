import { chanceFor } from '../chance.ts'
import { day, stampOf } from '../clock.ts'
import type { DeviceRecord } from '../tenant/records.ts'
import type { World } from '../world.ts'

/** While the fault is on, some devices have a second record: with the same name, or with the same serial. */
export function twinsChanged(world: World): void {
  const { tenant, faults, clock } = world
  const twinId = (id: string) => chanceFor(tenant.seed, `twin of ${id}`).id()
  const ids = [...tenant.devices.keys()]
  for (const id of ids) {
    const twin = twinId(id)
    if (!tenant.devices.has(twin)) continue
    tenant.devices.delete(twin)
    tenant.behind.delete(twin)
  }
  for (const id of ids) {
    const device = tenant.devices.get(id)
    const behind = tenant.behind.get(id)
    if (!device || !behind || !faults.touches('twins', id, device.deviceName, device.userPrincipalName)) continue
    const mode = faults.on.get('twins')?.mode ?? (id < '8' ? 'name' : 'serial')
    const twin: DeviceRecord = {
      ...device,
      id: twinId(id),
      azureADDeviceId: chanceFor(tenant.seed, `directory twin of ${id}`).id(),
      lastSyncDateTime: stampOf(clock.now() - 40 * day),
      deviceActionResults: [],
      ...(mode === 'name'
        ? { serialNumber: `${device.serialNumber}X` }
        : { deviceName: `${device.deviceName}-old` }),
    }
    tenant.devices.set(twin.id, twin)
    tenant.behind.set(twin.id, { ...behind, isOffline: true })
  }
}
