import { describe, expect, it } from 'vitest'
import { parseMail } from './parse.ts'
import { createParsePool } from './parse-pool.ts'
import { mailLimits, type ParsedMail } from './parsed-mail.ts'

const crlf = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'), 'latin1')
const plain = ['From: Ada <ada@contoso.example>', 'Subject: x']

async function read(raw: Uint8Array): Promise<ParsedMail> {
  const result = await parseMail(raw)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

async function refusal(raw: Uint8Array, limits = mailLimits): Promise<string> {
  const result = await parseMail(raw, limits)
  return result.ok ? 'accepted' : result.refusal.code
}

describe('who sent a hostile mail', () => {
  it('is the first of two From headers, and the mail is marked (spoofing by a second From)', async () => {
    const mail = await read(crlf([...plain, 'From: Boss <boss@contoso.example>', '', 'text']))
    expect(mail.from?.address).toBe('ada@contoso.example')
    expect(mail.marks).toContain('several-senders')
  })

  it('is the first of several addresses in one From', async () => {
    const mail = await read(crlf(['From: a@x.example, b@y.example', '', 't']))
    expect(mail.from?.address).toBe('a@x.example')
    expect(mail.marks).toContain('several-senders')
  })

  it('is the address and never the address that the display name shows', async () => {
    const mail = await read(crlf(['From: "boss@contoso.example" <evil@x.example>', '', 't']))
    expect(mail.from).toEqual({ name: 'boss@contoso.example', address: 'evil@x.example' })
  })

  it('is not changed by an encoded word that decodes to an address', async () => {
    const word = `=?utf-8?B?${Buffer.from('boss@contoso.example>,').toString('base64')}?=`
    const mail = await read(crlf([`From: ${word} <evil@x.example>`, '', 't']))
    expect(mail.from?.address).toBe('evil@x.example')
    expect(mail.marks).not.toContain('several-senders')
  })

  it('is not a header that starts with an invisible character', async () => {
    const mail = await read(
      Buffer.from('\uFEFFFrom: boss@contoso.example\r\nFrom: ada@x.example\r\n\r\nt', 'utf8'),
    )
    expect(mail.from?.address).toBe('ada@x.example')
  })

  it('is not found in the body', async () => {
    const mail = await read(crlf(['Subject: x', '', 'From: boss@contoso.example', '', 't']))
    expect(mail.from).toBe(null)
  })
})

describe('characters in a hostile mail', () => {
  it.each([
    ['a character split over two words', '=?utf-8?B?w6nDqcM=?= =?utf-8?B?qcOp?=', 'éééé'],
    ['a split character in Q', '=?utf-8?Q?caf=C3?= =?UTF-8?Q?=A9?=', 'café'],
    ['UTF-7', '=?utf-7?Q?caf+AOk-?=', 'café'],
    ['words side by side', '=?utf-8?Q?een_?= =?utf-8?Q?twee?= drie', 'een twee drie'],
    ['two charsets', '=?utf-8?Q?=C3=A9?= =?iso-8859-1?Q?=E9?=', 'éé'],
    ['a language', '=?utf-8*nl?Q?ge=C3=ABerd?=', 'geëerd'],
    ['a word that is cut off', '=?utf-8?B?w6k', '=?utf-8?B?w6k'],
  ])('are read in a subject with %s', async (_what, written, expected) => {
    expect((await read(crlf([`Subject: ${written}`, '', 't']))).subject).toBe(expected)
  })

  it('are the best guess with a mark where the charset is unknown', async () => {
    const mail = await read(crlf([...plain, 'Content-Type: text/plain; charset=x-klingon', '', 'caf\xe9']))
    expect(mail).toMatchObject({ text: 'café', marks: ['charset-guessed'] })
  })

  it('are read as UTF-8 where no charset is named and they are that', async () => {
    const mail = await read(Buffer.from('Subject: x\r\n\r\nLieve groet, Zoë €', 'utf8'))
    expect(mail).toMatchObject({ text: 'Lieve groet, Zoë €', marks: [] })
  })

  it('are read as Windows where the mail lies about UTF-8', async () => {
    const mail = await read(crlf([...plain, 'Content-Type: text/plain; charset=utf-8', '', 'na\xefve \x80']))
    expect(mail).toMatchObject({ text: 'naïve €', marks: ['charset-guessed'] })
  })

  it.each(['windows-1252', 'iso-8859-15', 'cp850', 'macintosh'])(
    'are read in %s without a mark',
    async (charset) => {
      const mail = await read(crlf([...plain, `Content-Type: text/plain; charset=${charset}`, '', 'abc']))
      expect(mail).toMatchObject({ text: 'abc', marks: [] })
    },
  )

  it('never contain NUL, which PostgreSQL cannot store', async () => {
    const mail = await read(crlf(['From: A\0da <a\0@x.example>', 'Subject: x\0y', '', 't\0ext']))
    expect(JSON.stringify(mail)).not.toContain('\\u0000')
    expect(mail).toMatchObject({ subject: 'xy', text: 'text' })
  })

  it('are always well-formed, as JSON in PostgreSQL has to be', async () => {
    const lone = `=?utf-16be?B?${Buffer.from([0xd8, 0x00]).toString('base64')}?=`
    expect((await read(crlf([`Subject: ${lone}`, '', 't']))).subject.isWellFormed()).toBe(true)
  })
})

describe('the parts of a hostile mail', () => {
  const part = (lines: readonly string[]): string => ['--b', ...lines].join('\r\n')
  const multipart = (...parts: readonly string[]): Buffer =>
    crlf([...plain, 'Content-Type: multipart/mixed; boundary=b', '', ...parts, '--b--', ''])

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\\\Windows\\\\evil.exe', 'evil.exe'],
    ['.htaccess', 'htaccess'],
    ['a\u202Etxt.exe', 'atxt.exe'],
    ['<script>.svg', '_script_.svg'],
    [`${'x'.repeat(400)}.pdf`, `${'x'.repeat(146)}.pdf`],
  ])('have names that are only names: %s', async (written, expected) => {
    const encoded = `=?utf-8?B?${Buffer.from(written.replaceAll('\\\\', '\\')).toString('base64')}?=`
    const mail = await read(multipart(part([`Content-Disposition: attachment; filename="${encoded}"`, '', 'x'])))
    expect(mail.attachments[0]?.name).toBe(expected)
  })

  it('keep their bytes', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index))
    const mail = await read(
      multipart(
        part(['Content-Type: application/x', 'Content-Transfer-Encoding: base64', '', bytes.toString('base64')]),
      ),
    )
    expect(Buffer.from(mail.attachments[0]?.content ?? []).equals(bytes)).toBe(true)
  })

  it('are text, where a multipart has no boundary', async () => {
    const mail = await read(crlf([...plain, 'Content-Type: multipart/mixed', '', 'still readable']))
    expect(mail.text).toContain('still readable')
  })

  it('stay attachments where they are mails: a forwarded mail does not speak for itself', async () => {
    const mail = await read(
      multipart(part(['', 'see below']), part(['Content-Type: message/rfc822', '', 'Subject: in', '', 'inner'])),
    )
    expect(mail.text).toBe('see below')
    expect(mail.attachments[0]?.type).toBe('message/rfc822')
  })

  it('take text from HTML where there is no other', async () => {
    const mail = await read(
      crlf([...plain, 'Content-Type: text/html', '', '<style>x</style><p>Hallo<br>daar&nbsp;&amp; zo</p>']),
    )
    expect(mail.text).toBe('Hallo\ndaar & zo')
  })

  it('end where the mail is cut off', async () => {
    const mail = await read(multipart(part(['', 'one'])).subarray(0, -7))
    expect(mail.text).toBe('one')
  })

  it.each([
    ['nothing', ''],
    ['only line ends', '\r\n\r\n'],
    ['no colon anywhere', 'x'.repeat(1000)],
    ['headers only', 'Subject: x\r\n'],
    [
      'a boundary that is a regular expression',
      'Content-Type: multipart/mixed; boundary="(a+)+$"\r\n\r\n--(a+)+$\r\n\r\nx',
    ],
    ['a body of zeroes', `Subject: x\r\n\r\n${'\0'.repeat(10_000)}`],
  ])('may be %s', async (_what, raw) => {
    expect(await refusal(Buffer.from(raw))).toBe('accepted')
  })
})

describe('a bomb', () => {
  const nested = (depth: number): Buffer => {
    const lines = ['Subject: x']
    for (let level = 0; level < depth; level += 1)
      lines.push(`Content-Type: multipart/mixed; boundary=b${String(level)}`, '', `--b${String(level)}`)
    return crlf([...lines, '', 'x'])
  }
  const many = (count: number): Buffer =>
    Buffer.from(
      `Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(count)}--b--\r\n`,
    )

  it('of parts within parts is refused', async () => {
    expect(await refusal(nested(500))).toBe('mail-too-deep')
    expect(await refusal(nested(20_000))).toBe('mail-too-many-parts')
    expect(await refusal(nested(49))).toBe('accepted')
  })

  it('of many parts is refused before they cost memory', async () => {
    const before = performance.now()
    expect(await refusal(many(4_000_000))).toBe('mail-too-many-parts')
    expect(performance.now() - before).toBeLessThan(5000)
    expect(await refusal(many(1100))).toBe('mail-too-many-parts')
    expect(await refusal(many(900))).toBe('accepted')
  })

  it('is not seen in a letter full of dashed lines', async () => {
    expect(
      await refusal(crlf([...plain, '', ...Array.from({ length: 5000 }, () => '-- \r\n---- knip ----')])),
    ).toBe('accepted')
  })

  it('of size is refused', async () => {
    expect(await refusal(Buffer.alloc(mailLimits.bytes + 1, 'x'))).toBe('mail-too-large')
  })

  it('of headers is refused', async () => {
    expect(await refusal(Buffer.from(`Subject: ${'x'.repeat(5_000_000)}\r\n\r\nt`))).toBe('mail-unreadable')
  })

  it.each([
    ['200,000 open tags', '<div>'.repeat(200_000)],
    ['unfinished comments', '<!--'.repeat(200_000)],
    ['unfinished tags', '<a href="'.repeat(100_000)],
    ['entities', '&#'.repeat(500_000)],
    ['spaces', ' '.repeat(2_000_000)],
    ['angle brackets', '<'.repeat(1_000_000)],
  ])('of HTML is read within the time of a mail: %s', async (_what, html) => {
    const before = performance.now()
    await read(crlf([...plain, 'Content-Type: text/html', '', html]))
    expect(performance.now() - before).toBeLessThan(mailLimits.milliseconds)
  })

  it.each([
    ['encoded words', `Subject: ${'=?utf-8?Q?a?= '.repeat(50_000)}`],
    ['addresses', `To: ${'<a@b.example>, '.repeat(50_000)}`],
    ['brackets', `To: ${'('.repeat(200_000)}`],
    ['quotes', `From: ${'"'.repeat(200_000)}`],
    ['references', `References: ${'<a@b> '.repeat(100_000)}`],
    ['folds', `Subject: x${'\r\n y'.repeat(100_000)}`],
  ])('of %s in a header is read within the time of a mail', async (_what, header) => {
    const before = performance.now()
    await refusal(crlf([header, '', 't']))
    expect(performance.now() - before).toBeLessThan(mailLimits.milliseconds)
  })
})

describe('the threads that parse mail', () => {
  it('let a poisoned mail cost itself and not its neighbours', async () => {
    const slow = Buffer.concat([
      crlf([...plain, 'Content-Type: text/html', '', '']),
      Buffer.alloc(30_000_000, '<p>x'),
    ])
    const pool = createParsePool({ size: 1, limits: { ...mailLimits, milliseconds: 60 } })
    const healthy = crlf([...plain, '', 'healthy'])
    const results = await Promise.all([slow, healthy, slow, healthy].map((raw) => pool.parse(raw)))
    await pool.close()
    expect(results.map((result) => (result.ok ? result.value.text : result.refusal.code))).toEqual([
      'mail-too-slow',
      'healthy',
      'mail-too-slow',
      'healthy',
    ])
  })

  it('parse as the calling thread does', async () => {
    const pool = createParsePool()
    const raw = crlf([...plain, '', 'text'])
    expect(await pool.parse(raw)).toEqual(await parseMail(raw))
    await pool.close()
  })
})
