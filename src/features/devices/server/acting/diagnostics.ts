import { graphOf, privateAddressesAllowed } from '#features/tenant/server/actions.ts'
import { logDownloadUrl } from '#integrations/microsoft-graph/read/diagnostics.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { storeBlob } from '#platform/files/blobs.ts'
import { addFile } from '#platform/files/files.ts'
import { OutboundRefused } from '#platform/outbound/guard.ts'
import { callOutside, OutboundFailed } from '#platform/outbound/outbound-http.ts'
import type { Platform } from '#platform/platform.ts'
import type { DeviceActionAsked } from '../../domain/actions/action.ts'
import type { DeviceServices } from '../services.ts'
import { keepFile } from '../store/device-actions.ts'
import { endWith } from './end.ts'

/** Diagnostics of a device are some megabytes; more than this is something else. */
const mostBytes = 100 * 1024 * 1024

/** Fetches diagnostics at once: their link is a secret that lives shortly, and is kept nowhere. They become a file on the ticket. */
export async function fetchDiagnostics(
  platform: Platform,
  orgId: string,
  services: DeviceServices,
  asked: DeviceActionAsked,
): Promise<void> {
  const fetched = await download(platform, orgId, asked)
  if ('code' in fetched) {
    await inOrganisation(platform, orgId, (tx) =>
      endWith(platform, tx, services, asked.id, 'failed', fetched.code),
    )
    return
  }
  const blob = await storeBlob(platform, fetched.bytes)
  await inOrganisation(platform, orgId, async (tx) => {
    const name = `${asked.deviceName}-${tx.now.slice(0, 10)}.zip`
    const { id } = await addFile(tx, blob, { name, ownerId: asked.askedBy })
    await keepFile(tx, asked.id, id)
    await endWith(platform, tx, services, asked.id, 'done', null, [id])
  })
}

async function download(
  platform: Platform,
  orgId: string,
  { deviceId, collectionId }: DeviceActionAsked,
): Promise<{ readonly bytes: Uint8Array } | { readonly code: string }> {
  const graph = await graphOf(platform, orgId, 'act')
  if (graph === null || collectionId === null) return { code: 'no-acting-registration' }
  const url = await logDownloadUrl(graph, deviceId, collectionId)
  if (url === null || !URL.canParse(url)) return { code: 'bad-answer' }
  const allowPrivate = await inOrganisation(platform, orgId, privateAddressesAllowed)
  try {
    const { status, body } = await callOutside({ url, maxBytes: mostBytes, timeoutMs: 120_000 }, { allowPrivate })
    return status === 200 ? { bytes: body } : { code: status === 403 ? 'link-expired' : 'not-downloaded' }
  } catch (error) {
    if (!(error instanceof OutboundFailed || error instanceof OutboundRefused)) throw error
    return { code: error.code === 'too-large' ? 'too-large' : 'not-downloaded' }
  }
}
