import type { NeededInTier } from '../../domain/estimate/needed.ts'
import { type Ask, buffersOf, type FromWorker, type News, type ToWorker } from './messages.ts'

type Run = {
  readonly number: number
  readonly ask: Ask
  readonly hear: (news: News) => void
  played: number
  readonly shares: Map<number, number>
  readonly found: NeededInTier[]
}

/** One run at a time; the others wait. */
const runs: Run[] = []
let workers: readonly Worker[] = []
let numbers = 0
let closing: ReturnType<typeof setTimeout> | undefined

/** How long idle workers are kept. */
const keptMilliseconds = 30_000

/** Works something out in the background. Returns how to stop it. */
export function startRun(ask: Ask, hear: (news: News) => void): () => void {
  numbers += 1
  const run: Run = { number: numbers, ask, hear, played: 0, shares: new Map(), found: [] }
  runs.push(run)
  if (runs.length === 1) begin(run)
  return () => leave(run)
}

function begin({ number, ask }: Run): void {
  clearTimeout(closing)
  if (workers.length === 0) workers = open()
  for (const [worker, one] of workers.entries())
    send(one, { kind: 'begin', number, ask, worker, of: workers.length })
}

/** It has ended, or nobody wants it any more. */
function leave(run: Run): void {
  const place = runs.indexOf(run)
  if (place < 0) return
  runs.splice(place, 1)
  if (place > 0) return
  for (const one of workers) send(one, { kind: 'stop' })
  const [next] = runs
  if (next) begin(next)
  else closing = setTimeout(close, keptMilliseconds)
}

function open(): readonly Worker[] {
  const count = Math.min(4, Math.max(2, navigator.hardwareConcurrency))
  return Array.from({ length: count }, (_, index) => {
    const worker = new Worker(new URL('./forecast.worker.ts', import.meta.url), {
      type: 'module',
      name: `forecast-${index}`,
    })
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => heard(data))
    worker.addEventListener('error', ({ message }) => failed(message))
    return worker
  })
}

function close(): void {
  for (const worker of workers) worker.terminate()
  workers = []
}

function heard(news: FromWorker): void {
  const [run] = runs
  if (run?.number !== news.number) return
  const { hear, ask, shares, found, number } = run
  if (news.kind === 'part') {
    const [first] = workers
    if (first) send(first, { kind: 'part', number, part: news.part }, buffersOf(news.part))
  } else if (news.kind === 'played') {
    run.played += news.replications
    hear({ kind: 'progress', share: run.played / ask.assumptions.replications })
  } else if (news.kind === 'forecast') {
    const { forecast, complete } = news
    if (complete) leave(run)
    hear({ kind: 'forecast', forecast, complete })
  } else if (news.kind === 'searching') {
    shares.set(news.tier, news.share)
    hear({ kind: 'progress', share: total(shares) / ask.plan.teams.tiers.length })
  } else if (news.kind === 'needed') {
    found.push(news.found)
    shares.set(news.found.tier, 1)
    if (found.length < ask.plan.teams.tiers.length) return
    leave(run)
    hear({ kind: 'needed', needed: found.toSorted((one, other) => one.tier - other.tier) })
  } else failed(news.message)
}

/** What is left of a worker that failed is not to be trusted: the next run gets new ones. */
function failed(message: string): void {
  const [run] = runs
  close()
  if (!run) return
  leave(run)
  run.hear({ kind: 'failed', message })
}

function total(shares: ReadonlyMap<number, number>): number {
  return [...shares.values()].reduce((sum, share) => sum + share, 0)
}

function send(worker: Worker, message: ToWorker, transfer: Transferable[] = []): void {
  worker.postMessage(message, transfer)
}
