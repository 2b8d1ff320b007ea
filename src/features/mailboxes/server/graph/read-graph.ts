import { setTimeout as wait } from 'node:timers/promises'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { noteFailure, noteSuccess } from '../health.ts'
import type { MailboxRow } from '../store/mailboxes.ts'
import { fetchByGraph } from './fetch-graph.ts'

/** Between two looks; a mailbox is allowed ten thousand calls in ten minutes, and a look at nothing new is two. */
const lookMs = 15_000
const longestPauseMs = 300_000

/** Reads a mailbox by Graph, round after round, until it is stopped. */
export function readGraph(
  platform: Platform,
  orgId: string,
  mailbox: MailboxRow,
): { readonly stop: () => Promise<void> } {
  const abort = new AbortController()
  const { signal } = abort
  const report = (err: unknown) => platform.log.warn({ err }, 'the health of a mailbox could not be written')

  const run = async (): Promise<void> => {
    let failures = 0
    const attempts = new Map<string, number>()
    while (!signal.aborted) {
      const problem = await fetchByGraph(platform, orgId, mailbox, signal, attempts).catch((error: unknown) => {
        if (signal.aborted) return null
        platform.log.error({ err: error }, 'a mailbox could not be read by Graph')
        return { code: 'try-later' as const, answer: '', retryable: true }
      })
      if (signal.aborted) return
      failures = problem === null ? 0 : failures + 1
      await inOrganisation(platform, orgId, (tx) =>
        problem === null ? noteSuccess(tx, mailbox.id, 'in') : noteFailure(platform, tx, mailbox, 'in', problem),
      ).catch(report)
      const pause = Math.min(longestPauseMs, lookMs * 2 ** Math.min(failures, 6))
      await wait(pause, undefined, { signal }).catch(() => undefined)
    }
  }

  const running = run()
  return {
    stop: async () => {
      abort.abort()
      await running
    },
  }
}
