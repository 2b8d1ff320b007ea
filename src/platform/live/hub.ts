import type { PoolClient } from 'pg'
import type { Platform } from '../platform.ts'
import { frame, type LiveEvent, messageOf, type Position } from './live-event.ts'
import { committedSince, eventBySeq } from './stored-events.ts'

export type Listener = {
  readonly orgId: string
  readonly hear: (event: LiveEvent, frame: Buffer) => void
  /** More was missed than can be caught up with. */
  readonly resync: () => void
}

export type Hub = {
  /** Resolves once it listens; safe to call again. Until the first listener comes no connection is held. */
  readonly start: () => Promise<void>
  readonly add: (listener: Listener) => void
  readonly remove: (listener: Listener) => void
  /** Everything of transactions below it has been passed on to the listeners of that moment. */
  readonly position: () => Position
  readonly stop: () => Promise<void>
}

/** What `live_announce` sends; without `topic` the event was too large to send along. */
type Notice = Omit<LiveEvent, 'topic'> & { readonly topic?: string; readonly xid: string; readonly oldest: string }

const mostSeen = 20_000

/** The one connection of this node that hears what is announced, for all who listen here. */
export function createHub(platform: Pick<Platform, 'owner' | 'log'>): Hub {
  const { owner, log } = platform
  const listeners = new Map<string, Set<Listener>>()
  /** Numbers of the events passed on at or above `below`, so that none is passed on twice after a reconnection. */
  const seen = new Map<number, bigint>()
  let below: bigint | null = null
  let stopped = false
  let client: PoolClient | null = null
  let work: Promise<void> = Promise.resolve()

  const position = (): Position => ({ xid: below ?? 0n, at: Math.floor(Date.now() / 1000) })

  const advance = (oldest: bigint) => {
    if (below !== null && oldest <= below) return
    below = oldest
    if (seen.size > mostSeen) for (const [seq, xid] of seen) if (xid < oldest) seen.delete(seq)
  }

  const drop = (lost: PoolClient) => {
    if (client !== lost) return
    client = null
    lost.release(true)
  }

  const pass = (event: LiveEvent, xid: bigint) => {
    if (seen.has(event.seq)) return
    seen.set(event.seq, xid)
    const bytes = frame(position(), messageOf(event))
    for (const listener of listeners.get(event.orgId) ?? []) listener.hear(event, bytes)
  }

  const take = async (notice: Notice) => {
    advance(BigInt(notice.oldest))
    const { topic } = notice
    const event = topic === undefined ? await eventBySeq(owner, notice.orgId, notice.seq) : { ...notice, topic }
    if (event) pass(event, BigInt(notice.xid))
  }

  const catchUp = async (listening: PoolClient) => {
    const { oldest, events, complete } = await committedSince(listening, below)
    for (const { event, xid } of events) pass(event, xid)
    if (!complete) for (const group of listeners.values()) for (const listener of group) listener.resync()
    advance(oldest)
  }

  /** One after the other, so that no position gets ahead of an event that still has to be read. */
  const inTurn = (listening: PoolClient, step: () => Promise<void>): Promise<void> => {
    work = work.then(step).catch((err: unknown) => {
      log.warn({ err }, 'the live stream lost its place and catches up')
      drop(listening)
    })
    return work
  }

  const listen = async (): Promise<void> => {
    const listening = await owner.connect()
    client = listening
    const lost = new Promise<void>((resolve) => {
      listening.once('end', resolve)
      listening.once('error', () => resolve())
    })
    listening.on('notification', ({ payload }) => {
      void inTurn(listening, () => take(JSON.parse(payload ?? '') as Notice))
    })
    try {
      await listening.query(`set application_name to 'tierwise live'; listen tierwise_live`)
    } catch (error) {
      drop(listening)
      throw error
    }
    void lost.then(() => reconnect(listening))
    await inTurn(listening, () => catchUp(listening))
  }

  const reconnect = async (lost: PoolClient): Promise<void> => {
    drop(lost)
    for (let pause = 100; !stopped; pause = Math.min(pause * 2, 2_000)) {
      await new Promise((resolve) => setTimeout(resolve, pause))
      if (stopped) return
      try {
        await listen()
        log.info('the live stream hears the database again')
        return
      } catch (err) {
        log.debug({ err }, 'the live stream cannot reach the database')
      }
    }
  }

  // A connection that died without a word (a network that went away) shows by not answering.
  const check = setInterval(() => {
    const asked = client
    if (!asked) return
    const late = setTimeout(() => drop(asked), 5_000)
    asked.query('select').then(
      () => clearTimeout(late),
      () => clearTimeout(late),
    )
  }, 15_000)
  check.unref()

  let started: Promise<void> | null = null
  return {
    start: async () => {
      started ??= listen().catch((error: unknown) => {
        started = null
        throw error
      })
      await started
    },
    add: (listener) => {
      const group = listeners.get(listener.orgId) ?? new Set()
      listeners.set(listener.orgId, group.add(listener))
    },
    remove: (listener) => {
      const group = listeners.get(listener.orgId)
      group?.delete(listener)
      if (group?.size === 0) listeners.delete(listener.orgId)
    },
    position,
    stop: async () => {
      stopped = true
      clearInterval(check)
      await work
      if (client) drop(client)
    },
  }
}
