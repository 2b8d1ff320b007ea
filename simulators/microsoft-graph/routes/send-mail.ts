import { type Answer, type Call, fieldsOf, json, listOf, textOf } from '../http/call.ts'
import { badRequest, notFound } from '../http/problems.ts'
import type { Route } from '../http/routes.ts'
import {
  folderOf,
  keepMail,
  type KeptMessage,
  type Mailbox,
  type NewMail,
  type Recipient,
} from '../tenant/mailboxes.ts'
import { readMime } from '../tenant/mime.ts'
import type { World } from '../world.ts'
import { mailboxFor, mailboxOf } from './mailbox-access.ts'
import { notify } from './subscriptions.ts'

const usual = { area: 'mail', limited: 'outlook', needs: ['Mail.Send'], method: 'POST' } as const
const writes = ['Mail.ReadWrite']
const message = '/users/:id/messages/:message'

export const sendMailRoutes: readonly Route[] = [
  { ...usual, path: '/users/:id/sendMail', answer: send },
  { ...usual, path: `${message}/reply`, answer: reply },
  { ...usual, needs: writes, path: `${message}/createReply`, answer: draftReply },
  { ...usual, path: `${message}/send`, answer: sendDraft },
]

const accepted: Answer = { status: 202 }

function send(call: Call, world: World): Answer {
  const mailbox = mailboxOf(call, world)
  if ('status' in mailbox) return mailbox
  if (call.header('content-type')?.startsWith('text/plain')) return sendMime(call, world, mailbox)
  const body = fieldsOf(call.body)
  const given = fieldsOf(body['message'])
  const headers = listOf(given['internetMessageHeaders']).map(fieldsOf)
  if (headers.some(({ name }) => !/^x-/i.test(String(name))))
    return badRequest(
      world,
      "The internet message header name should start with 'x-' or 'X-'.",
      'InvalidInternetMessageHeader',
    )
  const mail = mailFrom(
    given,
    mailbox,
    Object.fromEntries(headers.map(({ name, value }) => [String(name), String(value)])),
  )
  if (mail.to.length + (mail.cc?.length ?? 0) + (mail.bcc?.length ?? 0) === 0)
    return badRequest(world, 'At least one recipient is not valid.', 'ErrorInvalidRecipients')
  deliver(world, mailbox, mail, body['saveToSentItems'] !== false)
  return accepted
}

/** The mail as it was composed, in base64. */
function sendMime(call: Call, world: World, mailbox: Mailbox): Answer {
  const text = call.raw.toString('latin1').trim()
  if (!/^[A-Za-z0-9+/=\s]+$/.test(text))
    return badRequest(world, 'Invalid base64 string for MIME content.', 'ErrorMimeContentInvalidBase64String')
  const mail = readMime(Buffer.from(text, 'base64').toString('latin1'))
  if (!mail || mail.to.length === 0)
    return badRequest(world, 'The MIME content is invalid.', 'ErrorMimeContentInvalid')
  deliver(world, mailbox, mail, true)
  return accepted
}

function mailFrom(
  given: Readonly<Record<string, unknown>>,
  mailbox: Mailbox,
  headers: Readonly<Record<string, string>>,
): NewMail {
  const body = fieldsOf(given['body'])
  const isHtml = textOf(body['contentType'])?.toLowerCase() === 'html'
  const content = textOf(body['content']) ?? ''
  return {
    from: { address: mailbox.address },
    to: recipients(given['toRecipients']),
    cc: recipients(given['ccRecipients']),
    bcc: recipients(given['bccRecipients']),
    subject: textOf(given['subject']) ?? '',
    ...(isHtml ? { html: content } : { text: content }),
    headers,
    attachments: listOf(given['attachments'])
      .map(fieldsOf)
      .map((one) => ({
        name: textOf(one['name']) ?? 'file',
        contentType: textOf(one['contentType']) ?? 'application/octet-stream',
        contentBytes: textOf(one['contentBytes']) ?? '',
      })),
  }
}

function recipients(list: unknown): { readonly address: string; readonly name?: string }[] {
  return listOf(list)
    .map((one) => fieldsOf(fieldsOf(one)['emailAddress']))
    .flatMap(({ address, name }) => {
      const written = textOf(address)
      if (!written) return []
      return [{ address: written, ...(typeof name === 'string' ? { name } : {}) }]
    })
}

/** Into the sent items, and into the inbox of whoever is in the tenant. Elsewhere it leaves the simulator. */
export function deliver(world: World, from: Mailbox | null, mail: NewMail, keep: boolean): KeptMessage[] {
  const { tenant, chance } = world
  const sent = from && folderOf(from, 'sentitems')
  const first = from && sent && keep ? [arrive(world, from, 'sentitems', mail)] : []
  const reached = [...mail.to, ...(mail.cc ?? []), ...(mail.bcc ?? [])].flatMap(({ address }) => {
    const user = [...tenant.users.values()].find((one) => one.mail?.toLowerCase() === address.toLowerCase())
    if (!user) return []
    const id = first[0]?.record.internetMessageId ?? mail.internetMessageId ?? `<${chance.id()}@${tenant.domain}>`
    return [
      arrive(world, mailboxFor(world, user.id, user.userPrincipalName), 'inbox', {
        ...mail,
        internetMessageId: id,
      }),
    ]
  })
  return [...first, ...reached]
}

export function arrive(world: World, mailbox: Mailbox, folderName: string, mail: NewMail): KeptMessage {
  const folder = folderOf(mailbox, folderName) ?? mailbox.folders[0]
  if (!folder) throw new Error('A mailbox has folders')
  const kept = keepMail(mail, mailbox, folder, world.chance, world.clock.now())
  const { id } = kept.record
  world.tenant.changes.push({ kind: 'message', mailbox: mailbox.userId, folder: folder.id, id, removed: false })
  if (folder.wellKnown === 'inbox') notify(world, `users/${mailbox.userId}/messages`, id)
  return kept
}

function answerTo(call: Call, mailbox: Mailbox, original: KeptMessage): NewMail {
  const { record } = original
  const comment = textOf(fieldsOf(call.body)['comment']) ?? ''
  const given = mailFrom(fieldsOf(fieldsOf(call.body)['message']), mailbox, {})
  const back = (one: Recipient) => ({ address: one.emailAddress.address, name: one.emailAddress.name })
  return {
    ...given,
    to: given.to.length > 0 ? given.to : [back(record.from)],
    subject: /^re:/i.test(record.subject) ? record.subject : `Re: ${record.subject}`,
    text: [comment, given.text ?? '', '', record.body.content].join('\n').trim(),
    headers: { 'In-Reply-To': record.internetMessageId, References: record.internetMessageId },
    conversationId: record.conversationId,
  }
}

function reply(call: Call, world: World): Answer {
  const mailbox = mailboxOf(call, world)
  if ('status' in mailbox) return mailbox
  const original = mailbox.messages.get(call.at['message'] ?? '')
  if (!original) return notFound(world, 'mail', call.at['message'] ?? '')
  deliver(world, mailbox, answerTo(call, mailbox, original), true)
  return accepted
}

function draftReply(call: Call, world: World): Answer {
  const mailbox = mailboxOf(call, world)
  if ('status' in mailbox) return mailbox
  const original = mailbox.messages.get(call.at['message'] ?? '')
  if (!original) return notFound(world, 'mail', call.at['message'] ?? '')
  return json(arrive(world, mailbox, 'drafts', answerTo(call, mailbox, original)).record, 201)
}

function sendDraft(call: Call, world: World): Answer {
  const mailbox = mailboxOf(call, world)
  if ('status' in mailbox) return mailbox
  const draft = mailbox.messages.get(call.at['message'] ?? '')
  if (!draft?.record.isDraft) return notFound(world, 'mail', call.at['message'] ?? '')
  const { record, attachments } = draft
  mailbox.messages.delete(record.id)
  deliver(
    world,
    mailbox,
    {
      from: { address: mailbox.address },
      to: record.toRecipients.map(({ emailAddress }) => emailAddress),
      cc: record.ccRecipients.map(({ emailAddress }) => emailAddress),
      subject: record.subject,
      ...(record.body.contentType === 'html' ? { html: record.body.content } : { text: record.body.content }),
      headers: Object.fromEntries(record.internetMessageHeaders.map(({ name, value }) => [name, value])),
      attachments,
      conversationId: record.conversationId,
    },
    true,
  )
  return accepted
}
