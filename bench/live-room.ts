import { randomUUID } from 'node:crypto'
import { get, type IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { addPerson } from '#features/people/server/persons.ts'
import { insertApiToken } from '#features/people/server/store/sign-ins.ts'
import { newApiToken } from '#features/people/server/tokens.ts'
import { systemClock } from '#platform/clock.ts'
import { openDatabase } from '#platform/database/connect.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { createLog } from '#platform/log.ts'
import type { TestBed } from './bed.ts'
import { round } from './load.ts'

export type LiveRoomMeasured = {
  readonly listeners: number
  /** Until all of them had heard of what somebody did in the room. */
  readonly events: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly slowestMs: number
  readonly lost: number
  /** Until all of them had an update of the notes, while as many people as given wrote at once. */
  readonly writers: number
  readonly updates: number
  readonly notesP99Ms: number
  readonly notesLost: number
  /** How many looks at the whole room a second, when all look at once. */
  readonly looksPerSecond: number
}

/** One person may have thirty pages open. */
const pagesEach = 25

/** A bridge that a thousand pages look on: how soon they hear of what happens, and what their looking costs. */
export async function measureLiveRoom(
  bed: TestBed,
  listeners: number,
  seconds: number,
): Promise<LiveRoomMeasured> {
  const { url } = bed
  const tokens = await people(bed, Math.ceil(listeners / pagesEach))
  const [host = ''] = tokens
  const ask = async <Answer>(token: string, method: string, path: string, body?: unknown): Promise<Answer> => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' }
    const answer = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...json },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (answer.status === 204 ? undefined : await answer.json()) as Answer
  }
  const meeting = await ask<{ id: string }>(host, 'POST', '/api/v1/bridges/meetings', {
    reason: 'A thousand look on',
  })
  const room = `/api/v1/bridges/meetings/${meeting.id}`
  for (const token of tokens.slice(0, 20)) await ask(token, 'PUT', `${room}/presence`)
  await ask(host, 'POST', `${room}/begin`)

  const heard = new Map<string, number[]>()
  const pages: Page[] = []
  for (let opened = 0; opened < listeners; opened += 1) {
    const token = tokens[opened % tokens.length] ?? host
    pages.push(await listen(`${url}/api/v1/live`, token, (mark) => heard.get(mark)?.push(performance.now())))
  }

  const { id: ownerId } = await ask<{ id: string }>(host, 'GET', '/api/v1/me')
  const delays: number[] = []
  let events = 0
  let lost = 0
  for (const until = performance.now() + seconds * 1000; performance.now() < until; events += 1) {
    const before = await version()
    const mark = `bridge-room ${before + 1}`
    heard.set(mark, [])
    const began = performance.now()
    await ask(host, 'POST', `${room}/tasks`, { what: `Task ${events}`, ownerId, due: '2099-01-01' })
    lost += await arrived(mark, began, delays)
  }

  const noteDelays: number[] = []
  const writers = Math.min(20, tokens.length)
  let updates = 0
  let notesLost = 0
  for (const until = performance.now() + seconds * 1000; performance.now() < until; ) {
    const sent = await Promise.all(
      tokens.slice(0, writers).map(async (token) => {
        const began = performance.now()
        const update = typed(`Somebody writes ${(updates += 1)}. `)
        const mark = `bridge-notes ${update.toString('base64')}`
        heard.set(mark, [])
        await ask(token, 'POST', `${room}/notes`, {
          after: updates,
          updates: [{ key: randomUUID(), update: update.toString('base64') }],
        })
        return { mark, began }
      }),
    )
    for (const { mark, began } of sent) notesLost += await arrived(mark, began, noteDelays)
    await pause(200)
  }

  const looking = performance.now()
  let looks = 0
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      while ((looks += 1) <= listeners) await ask(tokens[looks % tokens.length] ?? host, 'GET', `${room}/room`)
    }),
  )
  const looksPerSecond = round(listeners / ((performance.now() - looking) / 1000))
  for (const page of pages) page.close()
  await ask(host, 'POST', `${room}/end`)
  return {
    ...{
      listeners,
      events,
      p50Ms: share(delays, 0.5),
      p99Ms: share(delays, 0.99),
      slowestMs: share(delays, 1),
      lost,
    },
    ...{ writers, updates, notesP99Ms: share(noteDelays, 0.99), notesLost, looksPerSecond },
  }

  /** The room's own version, which is what events name. */
  async function version(): Promise<number> {
    const shown = await ask<{ version: string }>(host, 'GET', `${room}/room`)
    return Number(shown.version.split('.')[1])
  }

  /** Waits until every page has heard it, ten seconds at most; gives how many have not. */
  async function arrived(mark: string, began: number, into: number[]): Promise<number> {
    const at = heard.get(mark) ?? []
    for (const until = performance.now() + 10_000; at.length < listeners && performance.now() < until; )
      await pause(2)
    for (const moment of at) into.push(moment - began)
    heard.delete(mark)
    return listeners - at.length
  }
}

type Page = { readonly close: () => void }

/** A page that listens: tells of each event of the room by what marks it. */
async function listen(address: string, token: string, tell: (mark: string) => void): Promise<Page> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(address, { headers: { authorization: `Bearer ${token}` }, agent: false }, resolve).on('error', reject)
  })
  if (answer.statusCode !== 200) throw new Error(`The live stream answers ${answer.statusCode}`)
  let rest = ''
  answer.setEncoding('utf8').on('data', (text: string) => {
    const frames = (rest + text).split('\n\n')
    rest = frames.pop() ?? ''
    for (const frame of frames) {
      const from = frame.indexOf('data: ')
      if (from < 0) continue
      const { topic, data } = JSON.parse(frame.slice(from + 6)) as {
        topic: string
        data?: Record<string, unknown>
      }
      if (topic === 'bridge-room') tell(`bridge-room ${String(data?.['version'])}`)
      if (topic === 'bridge-notes') tell(`bridge-notes ${String(data?.['update'])}`)
    }
  })
  return { close: () => answer.destroy() }
}

/** What a page sends for one thing that was typed. */
function typed(text: string): Buffer {
  const document = new Y.Doc()
  document.getText('notes').insert(0, text)
  const update = Buffer.from(Y.encodeStateAsUpdate(document))
  document.destroy()
  return update
}

/** So many agents, each with a token; the first is a lead too. */
async function people({ databaseUrl, orgId }: TestBed, count: number): Promise<readonly string[]> {
  const database = openDatabase(databaseUrl, { log: createLog('error') })
  const platform = { database, clock: systemClock }
  const one = async (tx: Tx, index: number) => {
    const roles = index === 0 ? (['agent', 'lead'] as const) : (['agent'] as const)
    const email = `onlooker${index}.${Date.now()}@contoso.example`
    const { id } = await addPerson(tx, 'tierwise', { name: `Onlooker ${index}`, email, roles: [...roles] })
    const token = newApiToken(orgId)
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
    await insertApiToken(tx, { id: newId(), personId: id, name: 'bench', tokenHash: token.hash, expiresAt })
    return token.text
  }
  try {
    return await inOrganisation(platform, orgId, async (tx) => {
      const made: string[] = []
      for (let index = 0; index < count; index += 1) made.push(await one(tx, index))
      return made
    })
  } finally {
    await database.destroy()
  }
}

function share(times: number[], part: number): number {
  times.sort((one, other) => one - other)
  return round(times[Math.floor((times.length - 1) * part)] ?? 0)
}
