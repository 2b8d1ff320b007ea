import { afterEach, describe, expect, it, vi } from 'vitest'
import { imapPeer, type ImapPeer, type ImapPeerHabits } from '../../../tests/support/imap-peer.ts'
import { checkImap, type ImapCursor, type ImapReceiver, type ImapSettings, receiveByImap } from './receive-imap.ts'

const pace = { firstPause: 20, longestPause: 100, idle: 60_000 }
const open: { close: () => Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close()
})

function settingsOf(port: number, over: Partial<ImapSettings> = {}): ImapSettings {
  return {
    host: '127.0.0.1',
    port,
    security: 'none',
    signIn: { kind: 'password', user: 'desk', password: 'secret' },
    folder: 'INBOX',
    processedFolder: 'Processed',
    allowPrivate: true,
    ...over,
  }
}

async function peerWith(habits: ImapPeerHabits = {}): Promise<ImapPeer> {
  const peer = await imapPeer(habits)
  open.push(peer)
  return peer
}

/** A receiver whose store can be made to fail, and what came of it. */
function start(settings: ImapSettings, given: { cursor?: ImapCursor; failures?: number } = {}) {
  const stored: string[] = []
  let cursor = given.cursor ?? null
  let failures = given.failures ?? 0
  const receiver: ImapReceiver = receiveByImap(
    settings,
    {
      loadCursor: () => Promise.resolve(cursor),
      saveCursor: (next) => {
        cursor = next
        return Promise.resolve()
      },
      store: (mail) => {
        failures -= 1
        if (failures >= 0) return Promise.reject(new Error('the disk is full'))
        stored.push(Buffer.from(mail.raw).toString())
        return Promise.resolve()
      },
      onStatus: () => undefined,
    },
    pace,
  )
  open.push({ close: () => receiver.stop() })
  return { stored, receiver }
}

const mail = (subject: string): Buffer =>
  Buffer.from(`From: ada@contoso.example\r\nSubject: ${subject}\r\n\r\nText\r\n`)
const subjects = (stored: readonly string[]) => stored.map((raw) => /Subject: (.*)\r/.exec(raw)?.[1])

describe('mail that is fetched', () => {
  it('is stored and then moved to the folder for processed mail, which is made', async () => {
    const peer = await peerWith()
    peer.deliver(mail('one'))
    const { stored } = start(settingsOf(peer.port))
    await vi.waitFor(() => expect(peer.folder('Processed')).toHaveLength(1), 5000)
    expect(subjects(stored)).toEqual(['one'])
    expect(peer.folder('INBOX')).toHaveLength(0)
  })

  it('arrives at once when the server announces it', async () => {
    const peer = await peerWith()
    const { stored, receiver } = start(settingsOf(peer.port))
    await vi.waitFor(() => expect(receiver.status().state).toBe('listening'), 5000)
    peer.deliver(mail('announced'))
    await vi.waitFor(() => expect(subjects(stored)).toEqual(['announced']), 2000)
  })

  it('stays in the mailbox until it is stored: a failing store loses nothing', async () => {
    const peer = await peerWith()
    peer.deliver(mail('one'))
    peer.deliver(mail('two'))
    const { stored } = start(settingsOf(peer.port), { failures: 5 })
    await vi.waitFor(() => expect(subjects(stored)).toEqual(['one', 'two']), 10_000)
    await vi.waitFor(() => expect(peer.folder('Processed')).toHaveLength(2), 5000)
  })

  it('goes on after the connection breaks', async () => {
    const peer = await peerWith()
    const { stored, receiver } = start(settingsOf(peer.port))
    await vi.waitFor(() => expect(receiver.status().state).toBe('listening'), 5000)
    peer.hangUp()
    peer.deliver(mail('after'))
    await vi.waitFor(() => expect(subjects(stored)).toEqual(['after']), 5000)
  })

  it('is only what nobody has read, the first time', async () => {
    const peer = await peerWith()
    peer.deliver(mail('old'), ['\\Seen'])
    peer.deliver(mail('new'))
    peer.deliver(mail('old too'), ['\\Seen'])
    const { stored, receiver } = start(settingsOf(peer.port))
    await vi.waitFor(() => expect(receiver.status().state).toBe('listening'), 5000)
    peer.deliver(mail('later'), ['\\Seen'])
    await vi.waitFor(() => expect(subjects(stored)).toEqual(['new', 'later']), 2000)
  })

  it('is marked as read where nothing can be moved, and taken once', async () => {
    const peer = await peerWith({ canMove: false })
    peer.deliver(mail('fixed'))
    const { stored } = start(settingsOf(peer.port))
    await vi.waitFor(() => expect(peer.folder('INBOX')[0]?.flags.has('\\Seen')).toBe(true), 5000)
    peer.deliver(mail('next'))
    await vi.waitFor(() => expect(subjects(stored)).toEqual(['fixed', 'next']), 2000)
  })

  it('is offered again after the server counts anew, for the store to recognise', async () => {
    const peer = await peerWith({ canMove: false })
    peer.deliver(mail('kept'))
    peer.renumber()
    const { stored } = start(settingsOf(peer.port), { cursor: { uidValidity: '1', uid: 900 } })
    await vi.waitFor(() => expect(subjects(stored)).toEqual(['kept']), 5000)
  })

  it('that the server cannot hand over is left there, and does not hold up the next', async () => {
    const peer = await peerWith({ brokenUid: 1 })
    peer.deliver(mail('poisoned'))
    peer.deliver(mail('healthy'))
    const { stored, receiver } = start(settingsOf(peer.port))
    await vi.waitFor(() => expect(subjects(stored)).toEqual(['healthy']), 10_000)
    await vi.waitFor(() => expect(receiver.status().left).toEqual([1]), 5000)
    expect(subjects(peer.folder('INBOX').map((one) => one.raw.toString()))).toEqual(['poisoned'])
  })
})

describe('a mailbox that does not work', () => {
  it('says why, and goes on trying', async () => {
    const peer = await peerWith({ password: 'other' })
    const { receiver } = start(settingsOf(peer.port))
    await vi.waitFor(() => expect(receiver.status().failures).toBeGreaterThan(1), 5000)
    expect(receiver.status().lastError?.code).toBe('sign-in-refused')
  })

  it('does not stop another', async () => {
    const peer = await peerWith()
    const broken = start(settingsOf(1))
    const { stored } = start(settingsOf(peer.port))
    peer.deliver(mail('fine'))
    await vi.waitFor(() => expect(subjects(stored)).toEqual(['fine']), 5000)
    expect(broken.receiver.status()).toMatchObject({ lastError: { code: 'not-reachable' } })
  })

  it.each([
    [{ host: '127.0.0.1', allowPrivate: false }, 'address-not-allowed'],
    [{ folder: 'Nowhere' }, 'folder-not-found'],
    [{ signIn: { kind: 'password', user: 'desk', password: 'wrong' } }, 'sign-in-refused'],
    [{ port: 1 }, 'not-reachable'],
  ] as const)('is told by the test of its settings: %o', async (over, code) => {
    const peer = await peerWith()
    expect((await checkImap(settingsOf(peer.port, over)))?.code).toBe(code)
    expect(await checkImap(settingsOf(peer.port))).toBe(null)
  })
})
