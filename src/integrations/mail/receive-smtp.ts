import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import { mailLimits } from './parsed-mail.ts'
import { createRateLimit } from './rate-limit.ts'

/** A mail that lies whole and flushed on disk. */
export type SpooledMail = {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  /** `''` is the null sender. */
  readonly envelopeFrom: string
  readonly recipients: readonly string[]
  readonly remoteAddress: string
}

export type ListenerSettings = {
  readonly host: string
  /** 0 takes a free port. */
  readonly port: number
  readonly name: string
  readonly tls: { readonly key: string; readonly cert: string } | null
  /** Where mails lie until they are stored. */
  readonly spoolFolder: string
  readonly largest?: number
  readonly connections?: number
  readonly connectionsPerMinute?: number
}

export type ListenerDuties = {
  /** Whether mail for this address is ours to take. Anything else is refused: this server relays for nobody. */
  readonly isRecipient: (address: string) => Promise<boolean>
  /** Resolves when the mail is stored for good; only then does the sender hear that it was taken. */
  readonly store: (mail: SpooledMail) => Promise<void>
  readonly onError: (error: unknown) => void
}

export type MailListener = { readonly port: number; readonly close: () => Promise<void> }

/** Our own SMTP server. Answers 250 to a mail only when `store` has resolved; a crash before that leaves it with the sender. */
export async function listenForMail(settings: ListenerSettings, duties: ListenerDuties): Promise<MailListener> {
  const largest = settings.largest ?? mailLimits.bytes
  const rate = createRateLimit({ perMinute: settings.connectionsPerMinute ?? 600 })
  await mkdir(settings.spoolFolder, { recursive: true, mode: 0o700 })
  await removeLeftovers(settings.spoolFolder)

  const { SMTPServer } = await import('smtp-server')
  const server = new SMTPServer({
    name: settings.name,
    banner: 'Tierwise',
    size: largest,
    rejectOversized: true,
    maxClients: settings.connections ?? 50,
    authOptional: true,
    disabledCommands: settings.tls === null ? ['AUTH', 'STARTTLS'] : ['AUTH'],
    ...settings.tls,
    disableReverseLookup: true,
    socketTimeout: 60_000,
    closeTimeout: 3_000,
    logger: false,
    onConnect(client, callback) {
      callback(rate.allows(client.remoteAddress) ? null : reply(421, 'Too many connections, try again later'))
    },
    onMailFrom(_address, _client, callback) {
      callback()
    },
    onRcptTo({ address }, client, callback) {
      if (client.envelope.rcptTo.length >= 100) return callback(reply(452, 'Too many recipients'))
      duties.isRecipient(address).then(
        (isOurs) => callback(isOurs ? null : reply(550, 'No such mailbox here')),
        (error: unknown) => {
          duties.onError(error)
          callback(reply(451, 'Try again later'))
        },
      )
    },
    onData(stream, client, callback) {
      receive(stream, client).then(
        () => callback(null, 'Stored'),
        (error: unknown) => {
          if (error instanceof MailTooLarge) return callback(reply(552, 'Message exceeds the fixed maximum size'))
          duties.onError(error)
          callback(reply(451, 'Not stored, try again later'))
        },
      )
    },
  })
  // Broken lines and failed handshakes of strangers: nothing of ours is wrong.
  server.on('error', () => undefined)

  const receive = async (stream: SMTPServerDataStream, client: SMTPServerSession): Promise<void> => {
    const path = join(settings.spoolFolder, `${client.id}-${String(client.transaction)}.eml`)
    try {
      const { sha256, bytes } = await spool(stream, path, largest)
      if (stream.sizeExceeded) throw new MailTooLarge()
      await duties.store({
        path,
        sha256,
        bytes,
        envelopeFrom: client.envelope.mailFrom === false ? '' : client.envelope.mailFrom.address,
        recipients: client.envelope.rcptTo.map((recipient) => recipient.address),
        remoteAddress: client.remoteAddress,
      })
    } finally {
      await rm(path, { force: true })
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.port, settings.host, () => {
      server.removeListener('error', reject)
      resolve()
    })
  })
  const bound = server.server.address()
  return {
    port: bound === null || typeof bound === 'string' ? settings.port : bound.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
      }),
  }
}

const leftoverAfterMs = 24 * 3600 * 1000

/** What a crash left behind was never acknowledged: its sender has it still. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (Date.now() - (await stat(path)).mtimeMs > leftoverAfterMs) await rm(path, { force: true })
  }
}

class MailTooLarge extends Error {
  constructor() {
    super('the mail is larger than this server takes')
    this.name = 'MailTooLarge'
  }
}

function reply(responseCode: number, text: string): Error & { responseCode: number } {
  return Object.assign(new Error(text), { responseCode })
}

/** Writes the stream to disk as it comes and flushes it; what is beyond `largest` is read and dropped. */
async function spool(stream: SMTPServerDataStream, path: string, largest: number) {
  const hash = createHash('sha256')
  const file: FileHandle = await open(path, 'wx', 0o600)
  let bytes = 0
  try {
    await pipeline(stream, async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        bytes += chunk.length
        if (bytes > largest) continue
        hash.update(chunk)
        await file.writeFile(chunk)
      }
    })
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}
