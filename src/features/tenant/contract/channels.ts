import { z } from 'zod'
import { channelMoments } from '../domain/channels.ts'

const administrators = ['administrator'] as const
const readers = ['administrator', 'auditor'] as const
const At = z.iso.datetime()
const Id = z.uuid()
const one = z.object({ id: Id })

export const ChannelView = z
  .object({
    id: Id,
    name: z.string(),
    /** Where its cards go; the address itself is a secret and is never shown. */
    host: z.string(),
    language: z.enum(['nl', 'en']),
    moments: z.array(z.enum(channelMoments)),
    enabled: z.boolean(),
    lastSuccessAt: At.nullable(),
    failures: z.int(),
    lastError: z.object({ at: At, answer: z.string() }).nullable(),
  })
  .meta({ id: 'TeamsChannel', description: 'A channel in Teams that gets cards' })
export type ChannelView = z.infer<typeof ChannelView>

export const ChannelInput = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .regex(/^\P{Cc}+$/u),
  /** The address of the Workflows webhook; left out: what was kept stays. */
  url: z.string().trim().min(1).max(2000).optional(),
  language: z.enum(['nl', 'en']),
  moments: z.array(z.enum(channelMoments)).max(channelMoments.length),
  enabled: z.boolean().default(true),
})
export type ChannelInput = z.infer<typeof ChannelInput>

export const channelRoutes = {
  'GET /api/v1/tenant/channels': {
    access: readers,
    summary: 'The Teams channels that get cards, and how they are doing',
    answer: z.object({ channels: z.array(ChannelView) }),
  },
  'POST /api/v1/tenant/channels': {
    access: administrators,
    status: 201,
    summary: 'Adds a Teams channel by the address of its Workflows webhook',
    body: ChannelInput.required({ url: true }),
    answer: ChannelView,
  },
  'PUT /api/v1/tenant/channels/:id': {
    access: administrators,
    summary: 'Changes a Teams channel; an address that is left out stays as it is',
    params: one,
    body: ChannelInput,
    answer: ChannelView,
  },
  'DELETE /api/v1/tenant/channels/:id': {
    access: administrators,
    summary: 'Removes a Teams channel: it gets no more cards',
    params: one,
  },
  'POST /api/v1/tenant/channels/:id/test': {
    access: administrators,
    summary: 'Sends a card to try the channel, now',
    params: one,
    answer: z.object({ ok: z.boolean(), answer: z.string() }),
    rate: { max: 10, seconds: 60 },
    unkeyed: true,
  },
} as const
