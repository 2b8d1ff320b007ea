import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/database/id.ts'
import type { NotesSince } from '../contract/notes.ts'
import { notesText } from './notes.ts'
import { meetingNow } from '../../../../tests/support/bridge-room.ts'
import { type BridgeServer, bridgeServer } from '../../../../tests/support/bridge-server.ts'
import { type FaultProxy, faultProxy } from '../../../../tests/support/fault-proxy.ts'
import { listen, type LiveListener } from '../../../../tests/support/live-listener.ts'
import type { PersonName } from '../../../../tests/support/test-desk.ts'
import {
  Denied,
  type NotesHeard,
  type NotesSync,
  syncNotes,
  type Transport,
} from '../web/room/notes/notes-sync.ts'
import type { Keep } from '../web/room/notes/unsent.ts'

/** Pages that write in the same notes, over a network that breaks: what they say is what the room's page runs. */
let server: BridgeServer
let meetingId: string

beforeAll(async () => {
  server = await bridgeServer()
})
afterAll(() => server.close())

const meeting = async () => {
  const { desk } = server
  const made = await desk.within((tx) => meetingNow(tx, { calledBy: desk.people.lies.id }))
  meetingId = made.id
  return meetingId
}

const memory = (): Keep => {
  let kept: string | null = null
  return { read: () => kept, write: (text) => (kept = text) }
}

function transport(port: number, name: PersonName, id: string): Transport {
  const ask = async (init: RequestInit, search = ''): Promise<NotesSince> => {
    const address = `http://127.0.0.1:${port}/api/v1/bridges/meetings/${id}/notes${search}`
    const headers = { ...server.as(name), 'content-type': 'application/json' }
    const answer = await fetch(address, { ...init, headers, signal: AbortSignal.timeout(1_500) })
    if (answer.status === 409) throw new Denied(((await answer.json()) as { code: string }).code)
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
    return (await answer.json()) as NotesSince
  }
  return {
    since: (after) => ask({}, `?after=${after}`),
    send: (after, updates) => ask({ method: 'POST', body: JSON.stringify({ after, updates }) }),
  }
}

type Writer = {
  readonly sync: () => NotesSync
  readonly reload: () => void
  readonly stop: () => void
  readonly written: string[]
}

function writer(port: number, name: PersonName): Writer {
  const keep = memory()
  const open = () =>
    syncNotes({
      transport: transport(port, name, meetingId),
      ...{ keep, newKey: randomUUID, gatherMs: 40, retryMs: [30, 250] as const },
    })
  let sync = open()
  let stream: LiveListener | null = null
  let stopped = false
  void (async () => {
    while (!stopped) {
      try {
        stream = await listen(`http://127.0.0.1:${port}/api/v1/live`, server.as(name), stream?.lastId())
        sync.refresh()
        const { heard } = stream
        const taking = setInterval(() => {
          for (const { message } of heard.splice(0))
            if (message.topic === 'bridge-notes' && message.subject === meetingId)
              sync.hear((message as unknown as { data: NotesHeard }).data)
        }, 10)
        await stream.ended
        clearInterval(taking)
      } catch {
        await pause(30)
      }
    }
  })()
  return {
    sync: () => sync,
    reload: () => {
      sync.stop()
      sync = open()
    },
    stop: () => {
      stopped = true
      stream?.close()
      sync.stop()
    },
    written: [],
  }
}

const serverText = () => server.desk.within((tx) => notesText(tx, meetingId))
const settled = async (writers: readonly Writer[], ms: number) => {
  for (const until = Date.now() + ms; Date.now() < until; await pause(20)) {
    const text = await serverText()
    if (writers.every((one) => one.sync().isSettled() && one.sync().text.toJSON() === text)) return
  }
}

describe('notes that several write at once', () => {
  test('twenty writers over connections that are cut: no character is lost or doubled, and all end with the same text', {
    timeout: 60_000,
  }, async () => {
    await meeting()
    const chance = seededChance(20_261_129)
    const proxy: FaultProxy = await faultProxy({ to: server.port, chance, livesMs: 350, delayMs: 12 })
    const names: readonly PersonName[] = ['tess', 'tom', 'lies', 'jan', 'leo', 'mira', 'max', 'pia', 'root', 'uma']
    const writers = Array.from({ length: 20 }, (_, index) => writer(proxy.port, names[index % 10] ?? 'tess'))
    try {
      await Promise.all(
        writers.map(async (one, number) => {
          for (let word = 0; word < 40; word += 1) {
            const { text } = one.sync()
            const typed = `<${number}.${word}>`
            text.insert(Math.floor(chance() * (text.length + 1)), typed)
            one.written.push(typed)
            if (chance() < 0.03) one.reload()
            await pause(chance() * 120)
          }
        }),
      )
      await settled(writers, 4_000)
      proxy.heal()
      await settled(writers, 12_000)
      const text = await serverText()
      const written = writers.flatMap((one) => one.written)
      // A word typed inside another tears it apart: what is compared are the characters.
      expect(signsIn(text)).toEqual(signsIn(written.join('')))
      for (const one of writers) expect(one.sync().text.toJSON()).toBe(text)
      expect(Object.values(proxy.struck).every((times) => times > 5)).toBe(true)
    } finally {
      for (const one of writers) one.stop()
      await proxy.close()
    }
  })

  test('what is typed while the server is away is kept over a reload and goes out later', async () => {
    await meeting()
    const away = await faultProxy({ to: 9, chance: () => 0.5, livesMs: 10, delayMs: 1 })
    const keep = memory()
    const options = { keep, newKey: randomUUID, gatherMs: 5, retryMs: [10, 20] as const }
    const first = syncNotes({ transport: transport(away.port, 'tess', meetingId), ...options })
    first.text.insert(0, 'Written on the train')
    await expect.poll(() => first.state().name).toBe('unreachable')
    first.stop()
    await away.close()
    const second = syncNotes({ transport: transport(server.port, 'tess', meetingId), ...options })
    expect(second.text.toJSON()).toBe('Written on the train')
    await expect.poll(serverText).toBe('Written on the train')
    await expect.poll(() => keep.read()).toBe(null)
    second.stop()
  })

  test('the same update sent twice is kept once; what is no update is refused', async () => {
    await meeting()
    const page = syncNotes({
      transport: transport(server.port, 'tess', meetingId),
      ...{ keep: memory(), newKey: randomUUID, gatherMs: 5 },
    })
    const { send, since } = transport(server.port, 'jan', meetingId)
    page.text.insert(0, 'once')
    await expect.poll(serverText).toBe('once')
    const update = { key: newId(), update: (await since(0)).updates[0]?.update ?? '' }
    await send(0, [update, update])
    expect((await send(0, [update])).last).toBe(2)
    expect(await serverText()).toBe('once')
    await expect(send(0, [{ key: newId(), update: 'AAAA////' }])).rejects.toThrow('400')
    page.stop()
  })

  test('an update that would break the page of everybody is refused, and everybody goes on', async () => {
    await meeting()
    const page = syncNotes({
      transport: transport(server.port, 'tess', meetingId),
      ...{ keep: memory(), newKey: randomUUID, gatherMs: 5 },
    })
    page.text.insert(0, 'before\u0000')
    await expect.poll(serverText).toBe('before')
    const { send } = transport(server.port, 'jan', meetingId)
    // The letter x of writer 99, to the right of a letter that 99 writes later.
    const poison = Buffer.from([1, 1, 99, 0, 0x84, 99, 5, 1, 0x58, 0]).toString('base64')
    await expect(send(0, [{ key: newId(), update: poison }])).rejects.toThrow('400')
    page.text.insert(0, 'and after, ')
    await expect.poll(serverText).toBe('and after, before')
    page.stop()
  })

  test('many updates become one state, and whoever was away gets everything', async () => {
    await meeting()
    const page = syncNotes({
      transport: transport(server.port, 'tess', meetingId),
      ...{ keep: memory(), newKey: randomUUID, gatherMs: 0 },
    })
    for (let count = 0; count < 120; count += 1) {
      page.text.insert(page.text.length, String(count % 10))
      await expect.poll(() => page.isSettled(), { interval: 2 }).toBe(true)
    }
    const { state, updates, last } = await transport(server.port, 'jan', meetingId).since(7)
    expect(last).toBeGreaterThan(100)
    expect([state === null, updates.length < 25]).toEqual([false, true])
    const late = syncNotes({
      transport: transport(server.port, 'jan', meetingId),
      ...{ keep: memory(), newKey: randomUUID },
    })
    await expect.poll(() => late.text.toJSON()).toBe(page.text.toJSON())
    for (const one of [page, late]) one.stop()
  })

  test('requesters read nothing of it', async () => {
    await meeting()
    const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1/bridges/meetings/${meetingId}/notes`, {
      headers: server.as('ada'),
    })
    expect(answer.status).toBe(403)
  })
})

function signsIn(text: string): string {
  return [...text].toSorted().join('')
}

/** The same on every run; which fault strikes when still depends on the machine. */
function seededChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const more = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((more ^ (more >>> 14)) >>> 0) / 4_294_967_296
  }
}
