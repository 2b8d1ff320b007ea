import { statfs } from 'node:fs/promises'
import { hostname } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Declined } from './problems.ts'
import { serve } from './serve.ts'

const Health = z.object({ status: z.literal('ok') })

export const healthContract = {
  'GET /health/live': { access: 'anyone', summary: 'The process answers', answer: Health },
  'GET /health/ready': { access: 'anyone', summary: 'The database takes writes', answer: Health },
} as const

/** A round of readiness is shared by all who ask within this time: asking must not be a way to wear the database out. */
const freshMs = 1_000

export function serveHealth(app: FastifyInstance): void {
  let last: { at: number; check: Promise<void> } | null = null
  serve(app, healthContract, {
    'GET /health/live': async () => ({ status: 'ok' }),
    'GET /health/ready': async ({ platform }) => {
      if (!last || Date.now() - last.at > freshMs) last = { at: Date.now(), check: checkWrite(platform) }
      await last.check
      return { status: 'ok' }
    },
  })
}

/** A beat is written over the last one, which a full disk allows long after it refuses tickets and files. */
const leastRoom = 16 * 1024 * 1024

/** A full disk or a standby takes reads and no writes. */
async function checkWrite({ owner, dataFolder }: FastifyInstance['platform']): Promise<void> {
  const { bavail, bsize } = await statfs(dataFolder)
  if (bavail * bsize < leastRoom) throw new Declined(507, 'disk-full')
  await owner.query('insert into heartbeats (id) values ($1) on conflict (id) do update set seen_at = now()', [
    `ready/${hostname()}`,
  ])
}
