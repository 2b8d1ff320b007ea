import { z } from 'zod'
import { At } from './context-view.ts'

const Text = z.string()
const device = { deviceId: Text, name: Text }
const changed = { before: Text, after: Text }

/** One thing that is otherwise than it was. */
export const DifferenceView = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['device-added', 'device-gone', 'device-again']), ...device }),
    z.strictObject({ kind: z.literal('compliance'), ...device, ...changed, settings: z.array(Text).readonly() }),
    z.strictObject({ kind: z.enum(['setting-failed', 'setting-mended']), ...device, setting: Text }),
    z.strictObject({
      kind: z.enum(['device-renamed', 'os-version', 'management', 'ownership']),
      ...device,
      ...changed,
    }),
    z.strictObject({ kind: z.literal('encrypted'), ...device, after: z.boolean() }),
    z.strictObject({ kind: z.literal('checked-in'), ...device, at: At }),
    z.strictObject({ kind: z.literal('action'), ...device, action: Text, state: Text }),
    z.strictObject({ kind: z.literal('account'), after: z.boolean() }),
    z.strictObject({ kind: z.literal('person-renamed'), ...changed }),
    z.strictObject({ kind: z.literal('licence'), sku: Text, ...changed }),
    z.strictObject({ kind: z.enum(['joined', 'left']), group: Text }),
    z.strictObject({
      kind: z.literal('enrollment-failed'),
      id: Text,
      reason: Text.nullable(),
      at: At.nullable(),
    }),
    z.strictObject({ kind: z.literal('app-failed'), id: Text, app: Text.nullable(), code: Text.nullable() }),
    z.strictObject({ kind: z.literal('autopilot'), serial: Text, ...changed }),
    z.strictObject({ kind: z.enum(['incident-began', 'incident-ended']), id: Text, title: Text }),
    z.strictObject({
      kind: z.literal('certificate-renewed'),
      certificate: z.enum(['push', 'ade', 'vpp']),
      name: Text.nullable(),
      before: At,
      after: At,
    }),
  ])
  .meta({ id: 'DeviceDifference' })
