import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inOrganisation } from '../database/transaction.ts'
import { Declined } from '../http/problems.ts'
import { serve } from '../http/serve.ts'
import type { SignedIn } from '../http/signed-in.ts'
import type { Platform } from '../platform.ts'
import { liveContract } from './contract.ts'
import type { Hub, Listener } from './hub.ts'
import { frame, inAudience, type LiveEvent, type MayHear, messageOf, type Position } from './live-event.ts'
import { readPosition, resumableSeconds } from './live-event.ts'
import { missedSince } from './stored-events.ts'

export type LiveStreamOptions = {
  readonly hub: Hub
  readonly mayHear?: MayHear
  readonly heartbeatMs?: number
  /** How often it is asked whether the listeners' sign-ins still hold. */
  readonly recheckMs?: number
}

const mostWaitingBytes = 256 * 1024
const mostWaitingEvents = 2_000
const mostPerPerson = 30
const stillHere = Buffer.from(': still here\n\n')

type Stream = Listener & {
  readonly signedIn: SignedIn
  readonly write: (frame: Buffer) => void
  readonly end: () => void
  /** Begins to answer: first what was missed, then what was heard meanwhile, then as it comes. */
  readonly begin: (position: Position, missed: readonly LiveEvent[] | null) => Promise<void>
}

/** Serves the stream of live events to signed-in persons. */
export function serveLive(app: FastifyInstance, options: LiveStreamOptions): void {
  const { hub, mayHear = inAudience, heartbeatMs = 15_000, recheckMs = 4_000 } = options
  const streams = new Set<Stream>()
  const perPerson = new Map<string, number>()

  const admit = (stream: Stream, { raw }: FastifyReply) => {
    const who = `${stream.orgId} ${stream.signedIn.personId}`
    const open = (perPerson.get(who) ?? 0) + 1
    if (open > mostPerPerson) {
      throw new Declined(429, 'too-many', { values: { count: 30 }, headers: { 'retry-after': '30' } })
    }
    perPerson.set(who, open)
    streams.add(stream)
    hub.add(stream)
    raw.once('close', () => {
      const left = (perPerson.get(who) ?? 1) - 1
      if (left === 0) perPerson.delete(who)
      else perPerson.set(who, left)
      streams.delete(stream)
      hub.remove(stream)
    })
  }

  serve(app, liveContract, {
    'GET /api/v1/live': async ({ signedIn, platform, query, httpRequest, reply }) => {
      await hub.start()
      const from = readPosition(lastHeard(httpRequest) ?? query.after)
      const stream = createStream(reply, signedIn, mayHear)
      admit(stream, reply)
      const position = hub.position()
      await stream.begin(position, from ? await missed(platform, signedIn.orgId, from) : [])
      return reply
    },
  })

  const heartbeat = setInterval(() => {
    for (const stream of streams) stream.write(stillHere)
  }, heartbeatMs)
  const recheck = setInterval(() => {
    endRevoked(app, streams).catch((err: unknown) => {
      app.platform.log.warn({ err }, 'could not check whether those who listen are still signed in')
    })
  }, recheckMs)
  for (const timer of [heartbeat, recheck]) timer.unref()
  app.addHook('preClose', async () => {
    clearInterval(heartbeat)
    clearInterval(recheck)
    for (const stream of streams) stream.end()
    await hub.stop()
  })
}

function lastHeard({ headers }: FastifyRequest): string | undefined {
  const value = headers['last-event-id']
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** What was missed since a position; null when only looking at everything anew helps. */
async function missed(platform: Platform, orgId: string, from: Position): Promise<readonly LiveEvent[] | null> {
  if (Date.now() / 1000 - from.at > resumableSeconds) return null
  return inOrganisation(platform, orgId, (tx) => missedSince(tx, from))
}

function createStream(reply: FastifyReply, signedIn: SignedIn, mayHear: MayHear): Stream {
  const { raw } = reply
  /** What is heard before the stream has caught up. */
  let waiting: Buffer[] | null = []

  const isOver = () => raw.destroyed || raw.writableEnded
  const write = (bytes: Buffer) => {
    if (waiting || isOver()) return
    raw.write(bytes)
    if (raw.writableLength > mostWaitingBytes) raw.destroy()
  }
  const push = (bytes: Buffer) => {
    if (!waiting) write(bytes)
    else if (waiting.push(bytes) > mostWaitingEvents) raw.destroy()
  }
  /** Waits for a slow reader, so that what was missed cannot overflow the buffer. */
  const writeInTime = async (bytes: Buffer) => {
    if (isOver() || raw.write(bytes)) return
    await new Promise<void>((resolve) => {
      const done = () => {
        raw.off('drain', done).off('close', done)
        resolve()
      }
      raw.on('drain', done).on('close', done)
    })
  }
  return {
    orgId: signedIn.orgId,
    signedIn,
    write,
    end: () => raw.end(),
    hear: (event, bytes) => {
      if (mayHear(signedIn, event)) push(bytes)
    },
    resync: () => push(frame(null, { topic: 'resync' })),
    begin: async (position, events) => {
      reply.hijack()
      raw.socket?.setNoDelay(true)
      // Until the end of the connection, without a frame around each piece: half the work for thousands of listeners.
      raw.useChunkedEncodingByDefault = false
      raw.shouldKeepAlive = false
      raw.writeHead(200, { ...reply.getHeaders(), ...streamHeaders } as OutgoingHttpHeaders)
      // Without an id: whoever breaks off in the middle goes on from where they asked.
      for (const event of events ?? [])
        if (mayHear(signedIn, event)) await writeInTime(frame(null, messageOf(event)))
      await writeInTime(frame(position, { topic: events ? 'ready' : 'resync' }))
      for (let next = waiting?.shift(); next !== undefined; next = waiting?.shift()) await writeInTime(next)
      waiting = null
    },
  }
}

const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
}

async function endRevoked(app: FastifyInstance, streams: ReadonlySet<Stream>): Promise<void> {
  const byOrganisation = Map.groupBy(streams, ({ orgId }) => orgId)
  for (const [orgId, group] of byOrganisation) {
    const ids = [...new Set(group.map(({ signedIn }) => signedIn.signInId))]
    const still = await app.identification.stillSignedIn(orgId, ids)
    for (const stream of group) if (!still.has(stream.signedIn.signInId)) stream.end()
  }
}
