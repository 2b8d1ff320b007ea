import type { ParsedMail } from '#integrations/mail/parsed-mail.ts'
import { visibleReply } from '#integrations/mail/visible-reply.ts'
import { type Blob, storeBlob } from '#platform/files/blobs.ts'
import { addFile } from '#platform/files/files.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'

/** What of a mail goes into a ticket. */
export type MailContent = {
  readonly subject: string
  /** All that the mail says. */
  readonly text: string
  /** Without the history below it. */
  readonly reply: string
  readonly files: readonly NamedBlob[]
}
type NamedBlob = { readonly blob: Blob; readonly name: string }

const longestText = 19_500
const longestSubject = 200
/** A ticket's move takes twenty; one place is for what did not fit. */
const mostFiles = 19

/** Stores the attachments; what is too much for a ticket comes along as the raw mail. */
export async function mailContent(
  platform: Pick<Platform, 'dataFolder'>,
  parsed: ParsedMail,
  raw: { readonly sha256: string; readonly size: number },
): Promise<MailContent> {
  const text = (parsed.text ?? '').trim()
  const { reply } = visibleReply(text)
  const wanted = parsed.attachments.filter((one) => one.content.byteLength > 0)
  const files: NamedBlob[] = []
  for (const one of wanted.slice(0, mostFiles)) {
    files.push({ blob: await storeBlob(platform, one.content), name: one.name ?? nameByType(one.type) })
  }
  if (wanted.length > mostFiles || text.length > longestText) {
    files.push({ blob: { ...raw, type: 'text/plain' }, name: 'mail.eml' })
  }
  return {
    subject: shortSubject(parsed.subject, text),
    text: cut(text, longestText),
    reply: cut(reply, longestText),
    files,
  }
}

/** Makes the files rows of this organisation; `ownerId` is who may use them in a move. */
export async function addFiles(tx: Tx, content: MailContent, ownerId: string | null): Promise<string[]> {
  const ids: string[] = []
  for (const { blob, name } of content.files) ids.push((await addFile(tx, blob, { name, ownerId })).id)
  return ids
}

/** A subject to list a ticket by: without the marks of replying, else the first words of the text. */
function shortSubject(subject: string, text: string): string {
  const bare = subject
    .replace(/\s+/g, ' ')
    .replace(/^(?:\s*(?:re|fwd?|antw|doorst|aw|wg)\s*:)+/i, '')
    .trim()
  const firstLine = text.split('\n').find((line) => line.trim() !== '') ?? ''
  return cut(bare === '' ? firstLine.trim() : bare, longestSubject)
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).toWellFormed()}…`
}

function nameByType(type: string): string {
  const ending = /^[a-z]+\/([a-z0-9]{2,5})$/.exec(type)?.[1]
  return type === 'message/rfc822' ? 'mail.eml' : ending === undefined ? 'file' : `file.${ending}`
}
