import { z } from 'zod'

const administrators = ['administrator'] as const
const readers = ['administrator', 'auditor', 'rollout-manager'] as const
const At = z.iso.datetime()
const EntraId = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
const Line = z
  .string()
  .trim()
  .min(1)
  .regex(/^\P{Cc}+$/u)

const WithdrawalsView = z.object({
  /** When the first round found them. */
  since: At.nullable(),
  count: z.int(),
  gone: z.int().describe('Of them: no longer in Entra ID, or not allowed to sign in there'),
  people: z
    .array(z.object({ id: z.uuid(), name: z.string(), gone: z.boolean(), groups: z.array(z.string()) }))
    .describe('By name, a hundred at most; groups as waves name them'),
  seen: z.string().describe('To be given back with a decision: it is about who was seen'),
})
export type WithdrawalsView = z.infer<typeof WithdrawalsView>

export const DirectoryView = z
  .object({
    /** Null: no tenant is connected, or no group was chosen. */
    state: z.enum(['off', 'waiting', 'running', 'works', 'failed']),
    groups: z.array(
      z.object({
        entraGroupId: z.string(),
        name: z.string(),
        key: z.string().describe('How waves name it'),
        people: z.int(),
        missingSince: At.nullable().describe('Since when Entra ID no longer has it; its people stay as they were'),
      }),
    ),
    succeededAt: At.nullable(),
    endedAt: At.nullable(),
    failure: z.object({ code: z.string(), permission: z.string().nullable() }).nullable(),
    outcome: z
      .object({
        added: z.int(),
        linked: z.int(),
        renamed: z.int(),
        regrouped: z.int(),
        disabled: z.int(),
        enabled: z.int(),
        unreadable: z.int().describe('In a group, but without an address that can be read'),
        whole: z.boolean().describe('Everything was read, not only what changed'),
      })
      .nullable()
      .describe('What the last round that succeeded did'),
    held: WithdrawalsView.nullable().describe(
      'Whom Entra ID took away, so many that an administrator has to say so first; until then they stay as they were',
    ),
    kept: WithdrawalsView.nullable().describe('Whom Entra ID took away, and an administrator keeps'),
  })
  .meta({ id: 'DirectoryOfTenant', description: 'People and groups that follow Entra ID' })
export type DirectoryView = z.infer<typeof DirectoryView>

export const directoryRoutes = {
  'GET /api/v1/tenant/directory': {
    access: readers,
    summary: 'The groups of Entra ID that people here follow, and how the last round went',
    answer: DirectoryView,
  },
  'PUT /api/v1/tenant/directory': {
    access: administrators,
    summary:
      'Chooses the groups of Entra ID that people here follow; who leaves all of them stays, without the group',
    body: z.strictObject({
      groups: z.array(z.strictObject({ entraGroupId: EntraId, name: Line.max(256), key: Line.max(200) })).max(100),
    }),
    answer: DirectoryView,
  },
  'GET /api/v1/tenant/directory/groups': {
    access: administrators,
    summary: 'Groups in Entra ID whose name begins so; asks Microsoft',
    query: z.object({ begins: z.string().max(100).default('') }),
    answer: z.object({ groups: z.array(z.object({ entraGroupId: z.string(), name: z.string() })) }),
    rate: { max: 60, seconds: 60 },
  },
  'POST /api/v1/tenant/directory/withdrawals': {
    access: administrators,
    summary: 'Says whether those whom Entra ID took away, unusually many at once, go here too or stay as they are',
    body: z.strictObject({ decision: z.enum(['withdraw', 'keep']), seen: z.string().length(64) }),
    answer: DirectoryView,
  },
  'POST /api/v1/tenant/directory/sync': {
    access: administrators,
    summary: 'Begins a round now instead of within a quarter of an hour',
    answer: DirectoryView,
    rate: { max: 10, seconds: 60 },
    unkeyed: true,
  },
} as const
