import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import type { ParsedMail } from '#integrations/mail/parsed-mail.ts'
import { type MailServer, mailServer } from './mail-server.ts'

/** Somebody with a mailbox elsewhere: writes by a real SMTP connection, and reads what our SMTP delivered. */
export type MailPeer = {
  readonly world: MailServer
  /** The port that the desk's own SMTP server is to listen on. */
  readonly deskPort: number
  readonly write: (mail: WrittenMail) => Promise<void>
  /** The next mail to this address that fits, and that was not handed out before. */
  readonly next: (to: string, subject: RegExp) => Promise<ParsedMail>
  /** Everything that ever went out, whoever got it. */
  readonly all: () => readonly { readonly to: readonly string[]; readonly mail: ParsedMail }[]
  readonly close: () => Promise<void>
}

export type WrittenMail = {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The mail that this answers. */
  readonly answers?: ParsedMail
}

export async function mailPeer(): Promise<MailPeer> {
  const world = await mailServer()
  const deskPort = await freePort()
  const handedOut = new Set<ParsedMail>()
  return {
    world,
    deskPort,
    write: async ({ answers, ...mail }) => {
      const transport = createTransport({ host: '127.0.0.1', port: deskPort, ignoreTLS: true })
      try {
        await transport.sendMail({
          ...mail,
          ...(answers?.messageId
            ? { inReplyTo: `<${answers.messageId}>`, references: `<${answers.messageId}>` }
            : {}),
        })
      } finally {
        transport.close()
      }
    },
    next: async (to, subject) => {
      const until = Date.now() + 30_000
      for (;;) {
        const found = world.received.find(
          (one) => one.to.includes(to) && subject.test(one.mail.subject) && !handedOut.has(one.mail),
        )
        if (found) {
          handedOut.add(found.mail)
          return found.mail
        }
        if (Date.now() > until) {
          const came = world.received.map((one) => `${one.to.join(', ')}: ${one.mail.subject}`)
          throw new Error(`No mail to ${to} about ${subject}. There came:\n${came.join('\n')}`)
        }
        await pause(100)
      }
    },
    all: () => world.received,
    close: world.close,
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

/** The address behind a button of a mail, as the reader of its HTML gets it. */
export function linkIn(mail: ParsedMail, label: string): string {
  const links = [...(mail.html ?? '').matchAll(/<a\b[^>]*href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)]
  const found = links.find(([, , words = '']) => words.replace(/<[^>]+>/g, '').trim() === label)
  if (!found?.[1]) throw new Error(`The mail “${mail.subject}” has no button “${label}”:\n${mail.html}`)
  return found[1].replaceAll('&amp;', '&').replaceAll('&#x3D;', '=').replaceAll('&#61;', '=')
}
