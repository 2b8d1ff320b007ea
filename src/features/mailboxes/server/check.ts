import { checkImap } from '#integrations/mail/receive-imap.ts'
import { createMailSender, failureOf } from '#integrations/mail/send.ts'
import type { Platform } from '#platform/platform.ts'
import type { MailboxCheck, MailboxInput } from '../contract/mailbox-view.ts'
import { checkGraph } from './graph/check-graph.ts'
import { imapSettings, sealedSettings, smtpSettings } from './settings.ts'
import type { MailboxRow } from './store/mailboxes.ts'

/** Connects and signs in both ways, and tells what the servers said. Nothing is kept. */
export async function checkMailbox(
  platform: Platform,
  orgId: string,
  input: MailboxInput,
  before: MailboxRow | null,
): Promise<MailboxCheck> {
  const id = before?.id ?? 'new'
  const given = { id, ...(await sealedSettings(platform, id, input, before)) }
  const [imap, smtp, graph] = await Promise.all([
    checkIncoming(platform, given),
    checkOutgoing(platform, given),
    checkGraph(platform, orgId, given),
  ])
  return { imap, smtp, graph }
}

type Given = Pick<MailboxRow, 'id' | 'imap' | 'imapSecret' | 'smtp' | 'smtpSecret'>

async function checkIncoming(platform: Platform, given: Given): Promise<MailboxCheck['imap']> {
  const settings = await imapSettings(platform, given)
  if (settings === null) return null
  const failure = await checkImap(settings)
  return { ok: failure === null, code: failure?.code ?? null, answer: failure?.answer ?? '' }
}

async function checkOutgoing(platform: Platform, given: Given): Promise<MailboxCheck['smtp']> {
  const settings = await smtpSettings(platform, given)
  if (settings === null) return null
  try {
    const sender = await createMailSender(settings)
    const result = await sender.check()
    sender.close()
    return result.ok
      ? { ok: true, code: null, answer: result.answer }
      : { ok: false, code: result.failure.code, answer: result.failure.answer }
  } catch (error) {
    const { code, answer } = failureOf(error)
    return { ok: false, code, answer }
  }
}
