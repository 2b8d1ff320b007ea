import { SMTPServer } from 'smtp-server'
import type { AddressInfo } from 'node:net'
import { parseMail } from '#integrations/mail/parse.ts'
import type { ParsedMail } from '#integrations/mail/parsed-mail.ts'

/** A mail server of the outside world: takes what it is sent, refuses what it is told to refuse. */
export type MailServer = {
  readonly port: number
  readonly received: readonly {
    readonly from: string
    readonly to: readonly string[]
    readonly mail: ParsedMail
    readonly raw: Buffer
  }[]
  /** What the server answers to a recipient from now on; null takes it. */
  refuse: (answer: { readonly code: number; readonly text: string } | null) => void
  readonly close: () => Promise<void>
}

export async function mailServer(): Promise<MailServer> {
  const received: { from: string; to: string[]; mail: ParsedMail; raw: Buffer }[] = []
  let refusal: { code: number; text: string } | null = null
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    logger: false,
    onRcptTo(_address, _client, callback) {
      callback(refusal === null ? null : Object.assign(new Error(refusal.text), { responseCode: refusal.code }))
    },
    onData(stream, client, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks)
        void parseMail(raw).then((result) => {
          if (!result.ok) return callback(new Error(result.refusal.code))
          const { mailFrom, rcptTo } = client.envelope
          received.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map((one) => one.address),
            mail: result.value,
            raw,
          })
          callback(null, 'taken as 4711')
        })
      })
    },
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    refuse: (answer) => {
      refusal = answer
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
      }),
  }
}
