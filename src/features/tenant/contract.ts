import { z } from 'zod'
import { channelRoutes } from './contract/channels.ts'
import { directoryRoutes } from './contract/directory.ts'
import { TenantInput } from './contract/tenant-input.ts'
import { TenantView } from './contract/tenant-view.ts'

const administrators = ['administrator'] as const
const readers = ['administrator', 'auditor'] as const

/** The routes of this feature. */
export const tenantContract = {
  'GET /api/v1/tenant': {
    access: readers,
    summary: "The organisation's Microsoft tenant: how it is connected, and what works",
    answer: TenantView,
  },
  'PUT /api/v1/tenant': {
    access: administrators,
    summary:
      'Connects the Microsoft tenant, or changes how; a secret that is left out stays, unless it would go to another address or tenant',
    body: TenantInput,
    answer: TenantView,
  },
  'DELETE /api/v1/tenant': {
    access: administrators,
    summary:
      'Takes the connection to the Microsoft tenant away, with its secrets and everything read from it here',
  },
  'POST /api/v1/tenant/check': {
    access: administrators,
    summary: 'Tries every permission by a small call, or one, and says what Microsoft answered',
    body: z.strictObject({ key: z.string().min(1).max(60).optional() }),
    answer: TenantView,
    rate: { max: 60, seconds: 60 },
    unkeyed: true,
  },
  ...channelRoutes,
  ...directoryRoutes,
} as const
