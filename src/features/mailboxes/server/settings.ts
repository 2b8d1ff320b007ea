import type { Platform } from '#platform/platform.ts'
import { secretsOf } from '#platform/secrets.ts'
import type { ImapSettings } from '#integrations/mail/receive-imap.ts'
import type { SmtpSettings } from '#integrations/mail/send.ts'
import { type MailboxInput, sendingOf } from '../contract/mailbox-view.ts'
import type { MailboxRow, MailboxSettings } from './store/mailboxes.ts'

type Part = 'imap' | 'smtp'
const context = (id: string, part: Part): string => `mailbox ${id} ${part}`

/** What the row keeps of the input: secrets sealed for this row, those that were left out kept from before. */
export async function sealedSettings(
  platform: Pick<Platform, 'dataFolder'>,
  id: string,
  input: MailboxInput,
  before: MailboxRow | null,
): Promise<MailboxSettings> {
  const secrets = await secretsOf(platform.dataFolder)
  const sealed = (given: string | null | undefined, part: Part, kept: string | null): string | null =>
    given === undefined ? kept : given === null ? null : secrets.seal(given, context(id, part))
  return {
    address: input.address.toLowerCase(),
    name: input.name,
    enabled: input.enabled,
    receives: input.receives,
    imap: input.imap,
    imapSecret: input.imap === null ? null : sealed(input.imapPassword, 'imap', before?.imapSecret ?? null),
    smtp: input.smtp,
    smtpSecret: input.smtp === null ? null : sealed(input.smtpPassword, 'smtp', before?.smtpSecret ?? null),
    sends: sendingOf(input),
    graph: input.graph ?? null,
    unknownSenders: input.unknownSenders,
    subAddresses: input.subAddresses,
  }
}

/** What the IMAP client needs, with the password in clear; null where the mailbox is not read by IMAP. */
export async function imapSettings(
  platform: Pick<Platform, 'dataFolder'>,
  { id, imap, imapSecret }: Pick<MailboxRow, 'id' | 'imap' | 'imapSecret'>,
): Promise<ImapSettings | null> {
  if (imap === null) return null
  const secrets = await secretsOf(platform.dataFolder)
  const password = imapSecret === null ? '' : secrets.open(imapSecret, context(id, 'imap'))
  const { user, ...server } = imap
  return { ...server, signIn: { kind: 'password', user, password } }
}

/** The same for sending; null where nothing leaves by this mailbox. */
export async function smtpSettings(
  platform: Pick<Platform, 'dataFolder' | 'baseUrl'>,
  { id, smtp, smtpSecret }: Pick<MailboxRow, 'id' | 'smtp' | 'smtpSecret'>,
): Promise<SmtpSettings | null> {
  if (smtp === null) return null
  const secrets = await secretsOf(platform.dataFolder)
  const password = smtpSecret === null ? '' : secrets.open(smtpSecret, context(id, 'smtp'))
  const { user, ...server } = smtp
  return {
    ...server,
    name: new URL(platform.baseUrl).hostname,
    signIn: user === null ? null : { kind: 'password', user, password },
  }
}
