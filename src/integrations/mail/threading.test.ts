import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMail } from './parse.ts'
import { findThread, headerRecipients } from './threading.ts'
import { isOwnMessageId, readMessageId, signMessageId, signReplyAddress, withoutToken } from './thread-token.ts'

const key = Buffer.from('a key of this installation, kept in the data folder')
const ticketId = '0199aaaa-bbbb-7ccc-8ddd-eeeeffff0001'
const recipient = 'ada@contoso.example'
const mailbox = 'helpdesk@contoso.example'
const signed = { key, ticketId, mailId: 'm1', recipient, domain: 'desk.example' }

async function thread(headers: readonly string[], from = 'Ada <ADA@contoso.example>') {
  const parsed = await parseMail(Buffer.from([`From: ${from}`, ...headers, '', 'text'].join('\r\n')))
  if (!parsed.ok) throw new Error(parsed.refusal.code)
  return findThread(parsed.value, { key, recipients: headerRecipients(parsed.value) })
}

describe('a reply belongs to a ticket', () => {
  it.each([
    ['In-Reply-To', (id: string) => [`In-Reply-To: <${id}>`]],
    ['References', (id: string) => ['In-Reply-To: <other@x>', `References: <first@x> <${id}> <last@y>`]],
    ['a Message-ID in lower case', (id: string) => [`In-Reply-To: <${id.toLowerCase()}>`]],
    ['a Message-ID in upper case', (id: string) => [`In-Reply-To: <${id.toUpperCase()}>`]],
  ])('when our token for this sender stands in %s', async (_where, headers) => {
    expect(await thread(headers(signMessageId(signed)))).toEqual({ found: 'own-token', ticketId })
  })

  it('when it is sent to the address made for this sender', async () => {
    const address = signReplyAddress({ key, ticketId, recipient, mailbox })
    expect(await thread([`To: ${address}`])).toEqual({ found: 'own-token', ticketId })
    expect(withoutToken(address)).toBe(mailbox)
  })
})

describe('a mail does not get into a ticket', () => {
  it('by a number in the subject (ticket trick)', async () => {
    expect(await thread(['Subject: Re: [T-1042] iPhone', 'In-Reply-To: <1042@desk.example>'])).toEqual({
      found: 'nothing',
    })
  })

  it('by a token that was sent to somebody else (CVE-2024-49193: a Cc grants access)', async () => {
    const reply = [`In-Reply-To: <${signMessageId(signed)}>`]
    expect(await thread(reply, 'mallory@evil.example')).toEqual({ found: 'foreign-token', ticketId })
    const address = signReplyAddress({ key, ticketId, recipient, mailbox })
    expect(await thread([`To: ${address}`], 'mallory@evil.example')).toEqual({ found: 'nothing' })
  })

  it('by a Message-ID with a made-up signature (CVE-2026-47123: unsigned Message-ID)', async () => {
    const forged = signMessageId({ ...signed, key: Buffer.from('another key') })
    expect(await thread([`In-Reply-To: <${forged}>`])).toEqual({ found: 'nothing' })
    expect(isOwnMessageId(forged, key)).toBe(false)
  })

  it('by a token of another ticket, changed in any character', () => {
    const id = signMessageId(signed)
    fc.assert(
      fc.property(
        fc.nat(id.indexOf('@') - 1),
        fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'.split('')),
        (at, letter) => {
          const changed = id.slice(0, at) + letter + id.slice(at + 1)
          const read = readMessageId(changed, key, recipient)
          return changed === id || read === null || !read.isBound
        },
      ),
    )
  })

  it('by a huge list of references', async () => {
    const list = Array.from({ length: 5000 }, (_, index) => `<x${String(index)}@y>`).join('\r\n ')
    expect(await thread([`References: ${list}`])).toEqual({ found: 'nothing' })
  })
})

describe('a token', () => {
  it('is another for every mail and the same for every try of one, and always reads back', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.emailAddress(), (id, address) => {
        const given = { key, ticketId: id, recipient: address, domain: 'desk.example' }
        const first = signMessageId({ ...given, mailId: 'm1' })
        expect(signMessageId({ ...given, mailId: 'm2' })).not.toBe(first)
        expect(signMessageId({ ...given, mailId: 'm1' })).toBe(first)
        expect(readMessageId(first, key, address)).toEqual({ ticketId: id, isBound: true })
      }),
    )
  })

  it('marks our own mail when it comes back to us', () => {
    expect(isOwnMessageId(signMessageId(signed), key)).toBe(true)
    expect(isOwnMessageId('a@b', key)).toBe(false)
  })

  it('leaves a reply address plain rather than longer than mail allows', () => {
    const long = 'ict-servicedesk-noord@contoso.example'
    expect(signReplyAddress({ key, ticketId, recipient, mailbox: long })).toBe(long)
  })
})
