import { randomBytes } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { minute } from '../clock.ts'
import type { Answer } from '../http/call.ts'
import type { World } from '../world.ts'

const lifetime = 15 * minute

/** An address that lives shortly; whoever has it may read what is behind it. */
export function blobAddress(world: World, name: string): string {
  const signature = randomBytes(24).toString('base64url')
  const lines = [`${world.clock.stamp()} collected by the simulator`, 'enrollment: 0x80180014', 'sync: ok']
  const bytes = Buffer.from(
    zipSync({ [name]: strToU8(`${lines.join('\n')}\n`) }, { mtime: new Date('2026-01-01') }),
  )
  world.blobs.set(signature, { until: world.clock.now() + lifetime, bytes })
  const until = encodeURIComponent(world.clock.stamp(lifetime))
  return `${world.url()}/blob/diagnostics.zip?sv=2024-11-04&se=${until}&sr=b&sp=r&sig=${signature}`
}

export function readBlob(world: World, signature: string): Answer {
  const found = world.blobs.get(signature)
  if (found && found.until > world.clock.now()) return { status: 200, type: 'application/zip', bytes: found.bytes }
  return {
    status: 403,
    type: 'application/xml',
    bytes: `<?xml version="1.0" encoding="utf-8"?><Error><Code>AuthenticationFailed</Code><Message>Server failed to authenticate the request. Signature not valid in the specified time frame.</Message></Error>`,
  }
}
