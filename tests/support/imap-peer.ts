import { createServer, type AddressInfo, type Socket } from 'node:net'

/** An IMAP server with one account: enough of RFC 3501, IDLE and MOVE to be a real peer for our own client. */
export type ImapPeer = {
  readonly port: number
  /** Puts a mail in INBOX and announces it to whoever idles there. */
  readonly deliver: (raw: Uint8Array, flags?: readonly string[]) => number
  readonly folder: (name: string) => readonly StoredMail[]
  /** Breaks every connection, as a restarted server does. */
  readonly hangUp: () => void
  /** Counts anew, as a server does whose index was rebuilt. */
  readonly renumber: () => void
  readonly close: () => Promise<void>
}

export type StoredMail = { uid: number; raw: Buffer; flags: Set<string> }

export type ImapPeerHabits = {
  readonly password?: string
  readonly canMove?: boolean
  /** A mail the server cannot hand over: it breaks the connection. */
  readonly brokenUid?: number
}

export async function imapPeer(habits: ImapPeerHabits = {}): Promise<ImapPeer> {
  const folders = new Map<string, StoredMail[]>([['INBOX', []]])
  const sockets = new Set<Socket>()
  const idlers = new Map<Socket, string>()
  /** How many mails a connection has been told of. */
  const told = new WeakMap<Socket, number>()
  let nextUid = 1
  let uidValidity = 1000

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      sockets.delete(socket)
      idlers.delete(socket)
    })
    const dialogue = { folder: 'INBOX', pending: '' }
    const say = (line: string): void => void socket.write(`${line}\r\n`)
    say('* OK ready')
    socket.on('data', (data) => {
      dialogue.pending += data.toString('latin1')
      for (let end = dialogue.pending.indexOf('\r\n'); end !== -1; end = dialogue.pending.indexOf('\r\n')) {
        const line = dialogue.pending.slice(0, end)
        dialogue.pending = dialogue.pending.slice(end + 2)
        if (idlers.has(socket)) {
          say(`${idlers.get(socket) ?? ''} OK done`)
          idlers.delete(socket)
        } else answer(line)
      }
    })

    const mails = (): StoredMail[] => folders.get(dialogue.folder) ?? []
    const answer = (line: string): void => {
      const [tag = '', first = '', ...rest] = line.split(' ')
      const isUid = first.toUpperCase() === 'UID'
      const command = (isUid ? (rest.shift() ?? '') : first).toUpperCase()
      const given = rest.join(' ')
      const ok = (): void => say(`${tag} OK ${command} done`)
      switch (command) {
        case 'CAPABILITY':
          say(`* CAPABILITY IMAP4rev1 IDLE NAMESPACE UIDPLUS${habits.canMove === false ? '' : ' MOVE'}`)
          return ok()
        case 'LOGIN':
          return given.includes(habits.password ?? 'secret') ? ok() : say(`${tag} NO [AUTHENTICATIONFAILED] wrong`)
        case 'SELECT':
        case 'EXAMINE': {
          const name = unquoted(given)
          if (!folders.has(name)) return say(`${tag} NO no such folder`)
          dialogue.folder = name
          tellCount()
          say(`* OK [UIDVALIDITY ${String(uidValidity)}] valid`)
          say(`* OK [UIDNEXT ${String(nextUid)}] next`)
          say('* FLAGS (\\Seen \\Deleted)')
          say('* OK [PERMANENTFLAGS (\\Seen \\Deleted)] limited')
          return say(`${tag} OK [READ-WRITE] selected`)
        }
        case 'CREATE':
          if (habits.canMove === false) return say(`${tag} NO not here`)
          folders.set(unquoted(given), [])
          return ok()
        case 'SEARCH': {
          const unseen = /UNSEEN|NOT SEEN/i.test(given)
          const from = Number(/(\d+):\*/.exec(given)?.[1] ?? 1)
          const last = mails().at(-1)
          const found = mails().filter((mail) =>
            unseen ? !mail.flags.has('\\Seen') : mail.uid >= from || mail === last,
          )
          say(`* SEARCH ${found.map((mail) => mail.uid).join(' ')}`.trimEnd())
          return ok()
        }
        case 'FETCH': {
          const mail = byUid(given)
          if (mail?.uid === habits.brokenUid && /BODY/i.test(given)) return void socket.destroy()
          if (mail !== undefined) fetch(mail, given)
          return ok()
        }
        case 'MOVE': {
          const mail = byUid(given)
          const target = folders.get(unquoted(given.split(' ').slice(1).join(' ')))
          if (target === undefined) return say(`${tag} NO [TRYCREATE] no such folder`)
          if (mail !== undefined) remove(mail)
          if (mail !== undefined) target.push(mail)
          return ok()
        }
        case 'COPY':
          return say(`${tag} NO [TRYCREATE] no such folder`)
        case 'STORE':
          byUid(given)?.flags.add('\\Seen')
          return ok()
        case 'IDLE':
          idlers.set(socket, tag)
          say('+ idling')
          // What came in while nobody listened is told now.
          return told.get(socket) === mails().length ? undefined : tellCount()
        case 'LOGOUT':
          say('* BYE')
          ok()
          return void socket.end()
        case 'NAMESPACE':
          say('* NAMESPACE (("" "/")) NIL NIL')
          return ok()
        case 'SUBSCRIBE':
        case 'NOOP':
        case 'ID':
        case 'ENABLE':
          return ok()
        case 'LIST':
          for (const name of folders.keys()) say(`* LIST () "/" "${name}"`)
          return ok()
        default:
          return say(`${tag} BAD ${command} is not known here`)
      }
    }
    const tellCount = (): void => {
      told.set(socket, mails().length)
      say(`* ${String(mails().length)} EXISTS`)
    }
    const byUid = (given: string): StoredMail | undefined =>
      mails().find((mail) => mail.uid === Number(/^\d+/.exec(given)?.[0]))
    const remove = (mail: StoredMail): void => {
      const index = mails().indexOf(mail)
      mails().splice(index, 1)
      told.set(socket, mails().length)
      say(`* ${String(index + 1)} EXPUNGE`)
    }
    const fetch = (mail: StoredMail, given: string): void => {
      const place = `* ${String(mails().indexOf(mail) + 1)} FETCH (UID ${String(mail.uid)}`
      if (/RFC822\.SIZE/i.test(given)) return say(`${place} RFC822.SIZE ${String(mail.raw.length)})`)
      socket.write(`${place} BODY[] {${String(mail.raw.length)}}\r\n`)
      socket.write(mail.raw)
      say(')')
    }
  })

  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    deliver(raw, flags = []) {
      const inbox = folders.get('INBOX') ?? []
      const uid = nextUid
      nextUid += 1
      inbox.push({ uid, raw: Buffer.from(raw), flags: new Set(flags) })
      for (const socket of idlers.keys()) {
        told.set(socket, inbox.length)
        socket.write(`* ${String(inbox.length)} EXISTS\r\n`)
      }
      return uid
    },
    folder: (name) => folders.get(name) ?? [],
    hangUp() {
      for (const socket of sockets) socket.destroy()
    },
    renumber() {
      uidValidity += 1
      for (const mail of folders.get('INBOX') ?? []) {
        mail.uid = nextUid
        nextUid += 1
      }
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

function unquoted(text: string): string {
  return text.trim().replace(/^"|"$/g, '')
}
