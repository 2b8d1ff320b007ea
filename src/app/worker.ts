import type { Config } from '#platform/config.ts'
import { startWorker, type Worker } from '#platform/jobs/worker.ts'
import type { Platform } from '#platform/platform.ts'
import { work } from './features.ts'
import { receiveMail } from './mail.ts'

/** Runs every feature's jobs on this node and takes mail in, until told to stop. */
export async function runWorker(platform: Platform, { smtp }: Pick<Config, 'smtp'>): Promise<Worker> {
  const worker = await startWorker(platform, work)
  const mail = await receiveMail(platform, smtp).catch(async (error: unknown) => {
    await worker.stop()
    throw error
  })
  return {
    stop: async () => {
      await mail.close()
      await worker.stop()
    },
  }
}
