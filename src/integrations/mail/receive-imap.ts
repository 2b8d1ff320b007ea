import { setTimeout as wait } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'
import { resolveOutside } from '#platform/outbound/guard.ts'
import { mailLimits } from './parsed-mail.ts'
import { imapFailure, type ImapFailure } from './imap-failure.ts'

export type ImapSettings = {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly signIn:
    | { readonly kind: 'password'; readonly user: string; readonly password: string }
    | { readonly kind: 'oauth'; readonly user: string; readonly accessToken: string }
  readonly folder: string
  /** Where mail goes once it is stored. */
  readonly processedFolder: string
  readonly allowPrivate: boolean
}

/** How far a mailbox has been read. A new `uidValidity` means that the server counts anew. */
export type ImapCursor = { readonly uidValidity: string; readonly uid: number }

export type FetchedMail = {
  readonly raw: Uint8Array
  /** The mail is larger than we take: `raw` holds its headers only. */
  readonly isTooLarge: boolean
  readonly uid: number
}

export type ImapDuties = {
  readonly loadCursor: () => Promise<ImapCursor | null>
  readonly saveCursor: (cursor: ImapCursor) => Promise<void>
  /** Resolves when the mail is stored for good; only then is it moved away. */
  readonly store: (mail: FetchedMail) => Promise<void>
  readonly onStatus: (status: ImapStatus) => void
}

export type ImapStatus = {
  readonly state: 'connecting' | 'listening' | 'failed' | 'stopped'
  /** ISO 8601; the last time the folder was looked through without an error. */
  readonly lastFetch: string | null
  readonly lastError: (ImapFailure & { readonly at: string }) | null
  /** Failures since the last success. */
  readonly failures: number
  /** Mails the server would not hand over, left in the folder. */
  readonly left: readonly number[]
}

export type ImapReceiver = { readonly status: () => ImapStatus; readonly stop: () => Promise<void> }

export type ImapPace = { readonly firstPause: number; readonly longestPause: number; readonly idle: number }
const defaultPace: ImapPace = { firstPause: 1000, longestPause: 300_000, idle: 240_000 }

/** Watches one folder until stopped, reconnecting for as long as it takes. Its failures are its own. */
export function receiveByImap(
  settings: ImapSettings,
  duties: ImapDuties,
  pace: ImapPace = defaultPace,
): ImapReceiver {
  const abort = new AbortController()
  const attempts = new Map<number, number>()
  let client: ImapFlow | null = null
  let status: ImapStatus = { state: 'connecting', lastFetch: null, lastError: null, failures: 0, left: [] }
  const tell = (change: Partial<ImapStatus>): void => {
    status = { ...status, ...change }
    duties.onStatus(status)
  }

  const run = async (): Promise<void> => {
    while (!abort.signal.aborted) {
      try {
        tell({ state: 'connecting' })
        client = await connect(settings, pace)
        if (!abort.signal.aborted) await watch(client)
      } catch (error) {
        tell({
          state: 'failed',
          failures: status.failures + 1,
          lastError: { ...imapFailure(error), at: new Date().toISOString() },
        })
      } finally {
        client?.close()
        client = null
      }
      await pause()
    }
    tell({ state: 'stopped' })
  }

  const pause = async (): Promise<void> => {
    const length = Math.min(pace.longestPause, pace.firstPause * 2 ** Math.min(status.failures, 20))
    // Many mailboxes at one provider do not come back all at the same moment.
    await wait(length * (0.75 + Math.random() / 2), undefined, { signal: abort.signal }).catch(() => undefined)
  }

  const watch = async (connected: ImapFlow): Promise<void> => {
    const news = announcements(connected, abort.signal)
    await connected.mailboxOpen(settings.folder)
    while (connected.usable && !abort.signal.aborted) {
      const left = await fetchNew(connected, settings, duties, attempts)
      tell({ state: 'listening', lastFetch: new Date().toISOString(), failures: 0, left })
      await news.next(pace.idle)
    }
  }

  const running = run()
  return {
    status: () => status,
    async stop() {
      abort.abort()
      client?.close()
      await running
    },
  }
}

/** Connects, signs in, and opens the folder: for the button that tests the settings. */
export async function checkImap(settings: ImapSettings): Promise<ImapFailure | null> {
  let client: ImapFlow | null = null
  try {
    client = await connect(settings, defaultPace)
    await client.mailboxOpen(settings.folder, { readOnly: true })
    return null
  } catch (error) {
    return imapFailure(error)
  } finally {
    client?.close()
  }
}

async function connect(settings: ImapSettings, pace: ImapPace): Promise<ImapFlow> {
  const { address } = await resolveOutside(settings.host, settings)
  const { signIn } = settings
  // Loaded when the first mailbox is read: it would double the time that a desk takes to start.
  const { ImapFlow: Client } = await import('imapflow')
  const client = new Client({
    host: address,
    servername: settings.host,
    port: settings.port,
    secure: settings.security === 'tls',
    ...(settings.security === 'tls' ? {} : { doSTARTTLS: settings.security === 'starttls' }),
    auth:
      signIn.kind === 'password'
        ? { user: signIn.user, pass: signIn.password }
        : { user: signIn.user, accessToken: signIn.accessToken },
    tls: { minVersion: 'TLSv1.2' },
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: pace.idle,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
  })
  // An error outside a command ends the connection; the loop sees that it is no longer usable.
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    client.close()
    throw error
  }
  return client
}

/**
 * What the server announces. Heard from the start, so that mail that comes while others are fetched is not missed;
 * `next` waits in IDLE, at most `longest`, and is never deaf to a stop.
 */
function announcements(client: ImapFlow, signal: AbortSignal) {
  let isNews = false
  let wake: () => void = () => undefined
  const announce = (): void => {
    isNews = true
    wake()
  }
  client.on('exists', announce)
  client.on('close', announce)
  signal.addEventListener('abort', announce, { once: true })
  return {
    async next(longest: number): Promise<void> {
      if (!isNews) {
        const woken = Promise.withResolvers<void>()
        wake = woken.resolve
        const timer = setTimeout(woken.resolve, longest)
        // IDLE ends by itself when the next command is sent.
        client.idle().catch(woken.resolve)
        await woken.promise
        clearTimeout(timer)
      }
      isNews = false
    },
  }
}

const attemptsPerMail = 3

/** Stores and moves every mail beyond the cursor, in order. Returns the mails that the server would not hand over. */
async function fetchNew(
  client: ImapFlow,
  settings: ImapSettings,
  duties: ImapDuties,
  attempts: Map<number, number>,
): Promise<readonly number[]> {
  if (client.mailbox === false) return []
  const uidValidity = String(client.mailbox.uidValidity)
  const known = await duties.loadCursor()
  const from = known?.uidValidity === uidValidity ? known.uid : 0
  // The first time only what nobody has read: a mailbox that was in use does not become a thousand tickets.
  const newest = client.mailbox.uidNext - 1
  // The first time only what nobody has read: a mailbox that was in use does not become a thousand tickets.
  const query = known === null ? { seen: false } : { uid: `${String(from + 1)}:*` }
  const found = (await client.search(query, { uid: true })) || []
  const left: number[] = []
  // `n:*` always names the last mail, also when its number is below n.
  for (const uid of found.filter((one) => one > from).toSorted((a, b) => a - b)) {
    const tried = (attempts.get(uid) ?? 0) + 1
    attempts.set(uid, tried)
    if (tried > attemptsPerMail) left.push(uid)
    else {
      const mail = await fetchOne(client, uid)
      attempts.delete(uid)
      if (mail !== null) {
        await duties.store(mail)
        await moveAway(client, uid, settings)
      }
    }
    await duties.saveCursor({ uidValidity, uid })
  }
  if (known === null) await duties.saveCursor({ uidValidity, uid: Math.max(newest, ...found) })
  return left
}

/** Null where the mail is gone: somebody else took it out of the folder. */
async function fetchOne(client: ImapFlow, uid: number): Promise<FetchedMail | null> {
  const about = await client.fetchOne(String(uid), { size: true }, { uid: true })
  if (!about) return null
  const isTooLarge = (about.size ?? 0) > mailLimits.bytes
  const wanted = isTooLarge ? { headers: true } : { source: true }
  const got = await client.fetchOne(String(uid), wanted, { uid: true })
  const raw = !got ? undefined : isTooLarge ? got.headers : got.source
  return raw === undefined ? null : { raw, isTooLarge, uid }
}

/** A mailbox that lets nothing be moved (or has no such folder and allows none) gets its mail marked as read. */
async function moveAway(client: ImapFlow, uid: number, settings: ImapSettings): Promise<void> {
  const range = String(uid)
  if (await moved(client, range, settings.processedFolder)) return
  if (await created(client, settings.processedFolder)) {
    if (await moved(client, range, settings.processedFolder)) return
  }
  await client.messageFlagsAdd(range, ['\\Seen'], { uid: true })
}

async function moved(client: ImapFlow, range: string, folder: string): Promise<boolean> {
  try {
    return (await client.messageMove(range, folder, { uid: true })) !== false
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
}

async function created(client: ImapFlow, folder: string): Promise<boolean> {
  try {
    await client.mailboxCreate(folder)
    return true
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
}

/** The server answered NO or BAD: it works, and does not want this. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'responseStatus' in error
}
