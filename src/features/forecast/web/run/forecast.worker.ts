import { neededInTier } from '../../domain/estimate/needed.ts'
import { prepare } from '../../domain/forecast.ts'
import { type Ask, buffersOf, type FromWorker, type Part, type ToWorker } from './messages.ts'
import { type Reader, reader, shareOf } from './reader.ts'

/** The run being worked on; 0 for none. */
let current = 0
let read: Reader | null = null

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'stop') {
    current = 0
    read = null
  } else if (data.kind === 'part') {
    if (data.number === current) taken(data.part)
  } else {
    current = data.number
    const { number, ask, worker, of } = data
    const work = ask.kind === 'forecast' ? playShare : searchShare
    work(number, ask, worker, of).catch((error: unknown) => {
      if (number === current) say({ kind: 'failed', number, message: String(error) })
    })
  }
})

/** Plays its share. The first worker also reads what all of them played. */
async function playShare(number: number, { plan, assumptions, today }: Ask, worker: number, of: number) {
  const { seed, replications } = assumptions
  const prepared = prepare(plan, assumptions, today)
  read = worker === 0 ? reader(prepared, seed, replications) : null
  await turn()
  for (const part of shareOf(prepared, seed, replications, worker, of)) {
    if (number !== current) return
    say({ kind: 'played', number, replications: part.played.steady.length })
    if (read) taken(part)
    else say({ kind: 'part', number, part }, buffersOf(part))
    await turn()
  }
}

function taken(part: Part): void {
  const picture = read?.(part)
  if (picture) say({ kind: 'forecast', number: current, ...picture })
}

/** Searches how many people are needed in every so manieth tier. */
async function searchShare(number: number, { plan, assumptions, today }: Ask, worker: number, of: number) {
  const tiers = plan.teams.tiers.filter((_, index) => index % of === worker)
  for (const { level } of tiers) {
    const steps = neededInTier({ plan, assumptions }, today, level)
    for (;;) {
      const step = steps.next()
      if (step.done) {
        say({ kind: 'needed', number, found: step.value })
        break
      }
      say({ kind: 'searching', number, tier: level, share: step.value })
      await turn()
      if (number !== current) return
    }
  }
}

function say(news: FromWorker, transfer: Transferable[] = []): void {
  postMessage(news, { transfer })
}

/** Lets waiting messages in. A timer would wait for four milliseconds each time. */
const channel = new MessageChannel()
let go: () => void = () => {}
channel.port1.onmessage = () => go()
function turn(): Promise<void> {
  return new Promise((resolve) => {
    go = resolve
    channel.port2.postMessage(null)
  })
}
