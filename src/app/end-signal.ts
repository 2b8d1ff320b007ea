import type { Logger } from '#platform/log.ts'

/** A launcher and a terminal may both pass on one Ctrl-C; only a later one means "now". */
const sameSignalMs = 1_000
const patienceMs = 30_000

export type EndSignal = {
  /** Resolves at SIGINT or SIGTERM; rejects when `fail` is called. */
  readonly signalled: Promise<void>
  readonly fail: (error: unknown) => void
}

/** Waits to be told to stop. A second signal, or too slow a stop, ends the process at once. */
export function endSignal(log: Logger): EndSignal {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let since: number | undefined
  const onSignal = () => {
    if (since === undefined) {
      since = Date.now()
      setTimeout(() => giveUp('stopping took too long'), patienceMs).unref()
      resolve()
    } else if (Date.now() - since > sameSignalMs) giveUp('told to stop at once')
  }
  const giveUp = (reason: string) => {
    log.fatal({ reason }, 'ended without stopping in good order')
    process.exit(1)
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  // Whoever waits for it hears of a failure; until then it must not end the process by itself.
  promise.catch(() => {})
  return { signalled: promise, fail: reject }
}
