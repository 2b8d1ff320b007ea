import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { compose, type OutgoingMail } from './compose.ts'
import { parseMail } from './parse.ts'
import { listenForMail, type ListenerDuties, type ListenerSettings, type SpooledMail } from './receive-smtp.ts'
import { createMailSender, type SendResult } from './send.ts'

const open: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

const outgoing: OutgoingMail = {
  from: { name: 'Helpdesk', address: 'helpdesk@contoso.example' },
  to: { name: 'Ada Visser', address: 'ada@contoso.example' },
  replyTo: null,
  subject: 'Je melding',
  text: 'Werkt het nu?',
  links: [{ label: 'Het werkt', url: 'https://desk.example/c?t=1&u=2' }],
  language: 'nl',
  messageId: 'abc@desk.example',
  inReplyTo: 'theirs@contoso.example',
  references: ['first@contoso.example', 'theirs@contoso.example'],
  date: '2026-11-22T12:00:00.000Z',
  automatic: true,
  attachments: [],
}

async function listener(duties: Partial<ListenerDuties> = {}, settings: Partial<ListenerSettings> = {}) {
  const spoolFolder = await mkdtemp(join(tmpdir(), 'tierwise-spool-'))
  const stored: (SpooledMail & { raw: string })[] = []
  const taken = await listenForMail(
    { host: '127.0.0.1', port: 0, name: 'mx.contoso.example', tls: null, spoolFolder, ...settings },
    {
      isRecipient: (address) => Promise.resolve(address === 'ada@contoso.example'),
      store: async (mail) => void stored.push({ ...mail, raw: await readFile(mail.path, 'utf8') }),
      onError: () => undefined,
      ...duties,
    },
  )
  open.push(() => rm(spoolFolder, { recursive: true, force: true }), taken.close)
  return { stored, port: taken.port, spoolFolder }
}

async function sendTo(port: number, mail: OutgoingMail = outgoing, allowPrivate = true): Promise<SendResult> {
  const sender = await createMailSender({
    host: '127.0.0.1',
    port,
    security: 'none',
    signIn: null,
    name: null,
    allowPrivate,
  })
  open.push(sender.close)
  return sender.send(await compose(mail))
}

/** Speaks SMTP word by word and returns the last answer. */
async function talk(port: number, ...lines: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  const answers = socket.setEncoding('utf8')[Symbol.asyncIterator]() as AsyncIterator<string>
  let last = String((await answers.next()).value)
  for (const line of lines) {
    socket.write(`${line}\r\n`)
    last = String((await answers.next()).value)
  }
  socket.destroy()
  return last.trim()
}

describe('a mail sent by SMTP', () => {
  it('arrives as it was composed, and the answer of the server is kept', async () => {
    const { stored, port } = await listener()
    const result = await sendTo(port)
    expect(result).toMatchObject({ ok: true, answer: expect.stringContaining('250') as string })
    const received = await parseMail(Buffer.from(stored[0]?.raw ?? ''))
    expect(received).toMatchObject({
      ok: true,
      value: {
        messageId: 'abc@desk.example',
        inReplyTo: ['theirs@contoso.example'],
        references: ['first@contoso.example', 'theirs@contoso.example'],
        subject: 'Je melding',
        text: expect.stringContaining('Werkt het nu?') as string,
        html: expect.stringContaining('https://desk.example/c?t=1&amp;u=2') as string,
      },
    })
  })

  it('leaves with an empty envelope sender where Tierwise wrote it, so that nothing can answer it', async () => {
    const { stored, port } = await listener()
    await sendTo(port)
    await sendTo(port, { ...outgoing, automatic: false })
    expect(stored.map((mail) => mail.envelopeFrom)).toEqual(['', 'helpdesk@contoso.example'])
    expect(stored.map((mail) => /^Auto-Submitted: (.*)\r/m.exec(mail.raw)?.[1])).toEqual(['auto-generated', 'no'])
    expect(stored[0]?.raw).toMatch(/^X-Auto-Response-Suppress: All\r$/m)
  })

  it('is refused for good where the server knows nobody of that name', async () => {
    const { port } = await listener()
    const result = await sendTo(port, { ...outgoing, to: { name: '', address: 'nobody@contoso.example' } })
    expect(result).toMatchObject({ ok: false, failure: { code: 'recipient-refused', retryable: false } })
  })

  it('may be tried again where the server cannot store it now', async () => {
    const { port } = await listener({ store: () => Promise.reject(new Error('disk full')) })
    expect(await sendTo(port)).toMatchObject({ ok: false, failure: { code: 'try-later', retryable: true } })
  })

  it('may be tried again where nobody listens', async () => {
    expect(await sendTo(1)).toMatchObject({ ok: false, failure: { code: 'not-reachable', retryable: true } })
  })

  it('never goes to this machine unless that is allowed', async () => {
    const { port } = await listener()
    await expect(sendTo(port, outgoing, false)).rejects.toMatchObject({ code: 'address-not-allowed' })
  })
})

describe('our SMTP server', () => {
  it('refuses recipients it does not know: it relays for nobody', async () => {
    const { port, stored } = await listener()
    const answer = await talk(port, 'EHLO x', 'MAIL FROM:<a@b.example>', 'RCPT TO:<victim@elsewhere.example>')
    expect(answer).toMatch(/^550 /)
    expect(stored).toEqual([])
  })

  it('does not say that it took a mail before it is stored', async () => {
    const steps: string[] = []
    const { port } = await listener({
      store: async () => {
        await new Promise((resolve) => void setTimeout(resolve, 50))
        steps.push('stored')
      },
    })
    expect((await sendTo(port)).ok).toBe(true)
    steps.push('answered')
    expect(steps).toEqual(['stored', 'answered'])
  })

  it('refuses a mail larger than its limit, and keeps nothing of it', async () => {
    const { port, stored, spoolFolder } = await listener({}, { largest: 20_000 })
    const result = await sendTo(port, { ...outgoing, text: 'x'.repeat(50_000) })
    expect(result).toMatchObject({ ok: false, failure: { retryable: false } })
    expect(stored).toEqual([])
    expect(await readdir(spoolFolder)).toEqual([])
  })

  it('refuses a mail that lies about its size', async () => {
    const { port, stored } = await listener({}, { largest: 2000 })
    const answer = await talk(
      port,
      'EHLO x',
      'MAIL FROM:<a@b.example>',
      'RCPT TO:<ada@contoso.example>',
      'DATA',
      `Subject: x\r\n\r\n${'y'.repeat(5000)}\r\n.`,
    )
    expect(answer).toMatch(/^552 /)
    expect(stored).toEqual([])
  })

  it('takes only so many connections a minute from one address', async () => {
    const { port } = await listener({}, { connectionsPerMinute: 2 })
    expect(await talk(port, 'EHLO x')).toMatch(/250/)
    expect(await talk(port, 'EHLO x')).toMatch(/250/)
    expect(await talk(port)).toMatch(/^421 /)
  })

  it('offers no sign-in', async () => {
    const { port } = await listener()
    expect(await talk(port, 'EHLO x')).not.toContain('AUTH')
  })
})

describe('what a person typed', () => {
  it.each([
    ['subject', { subject: 'Hello\r\nBcc: victim@elsewhere.example' }],
    ['name', { to: { name: 'Ada\r\nBcc: victim@elsewhere.example', address: 'ada@contoso.example' } }],
    ['link label', { links: [{ label: 'x\r\nBcc: victim@elsewhere.example', url: 'https://desk.example' }] }],
    ['reference', { references: ['a@b>\r\nBcc: victim@elsewhere.example'] }],
    [
      'attachment name',
      { attachments: [{ name: 'a"\r\nBcc: victim@e.example', type: 'a/b\r\nX: y', content: new Uint8Array(1) }] },
    ],
  ] as const)('cannot add a header or a recipient by the %s', async (_where, over) => {
    const { raw, envelope } = await compose({ ...outgoing, ...over })
    expect(Buffer.from(raw).toString()).not.toMatch(/^Bcc:/im)
    expect(envelope.to).toEqual(['ada@contoso.example'])
  })

  it.each([
    'a@b.example, c@d.example',
    'a@b.example\r\nRCPT TO:<c@d.example>',
    '<a@b.example>',
    'a b@c.example',
    '@c.example',
    'a@@b.example',
  ])('cannot be an address that is more than one address: %o', async (address) => {
    await expect(compose({ ...outgoing, to: { name: '', address } })).rejects.toThrow('cannot be used')
  })

  it('cannot become markup in the HTML that goes out', async () => {
    const { raw } = await compose({
      ...outgoing,
      text: '<img src=x onerror=alert(1)> see https://x.example/"><script>',
    })
    const html = (await parseMail(raw)) as { value: { html: string } }
    expect(html.value.html).not.toMatch(/<img|<script/)
  })
})
