import { personsWithRole } from '#features/people/server/actions.ts'
import { putMail } from '#integrations/mail/mail-to-send.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { type Direction, raiseAlarm, recordFailure, recordSuccess } from './store/health.ts'
import type { MailboxRow } from './store/mailboxes.ts'
import { tellKeepers } from './tell-keepers.ts'

/** One failure can be a hiccup. */
const failuresToAlarm = 2

export async function noteSuccess(tx: Tx, mailboxId: string, direction: Direction): Promise<void> {
  if (await recordSuccess(tx, mailboxId, direction)) await tellKeepers(tx, mailboxId)
}

/** Counts a failure; at the second in a row the administrators are told, once until it works again. */
export async function noteFailure(
  platform: Platform,
  tx: Tx,
  mailbox: Pick<MailboxRow, 'id' | 'address'>,
  direction: Direction,
  failure: { readonly code: string; readonly answer: string },
): Promise<void> {
  const { failures, alarmed } = await recordFailure(tx, mailbox.id, direction, failure)
  if (alarmed || failures < failuresToAlarm) return
  await raiseAlarm(tx, mailbox.id, direction)
  await tellKeepers(tx, mailbox.id)
  for (const person of await personsWithRole(tx, 'administrator')) {
    const say = (key: string) =>
      platform.translate(person.language, `mailboxes:mail.alarm.${direction}.${key}`, {
        name: person.name,
        address: mailbox.address,
        answer: failure.answer,
      })
    await putMail(platform, tx, {
      to: { name: person.name, address: person.email },
      language: person.language,
      subject: say('subject'),
      text: say('text'),
      links: [{ label: say('link'), url: `${platform.baseUrl}/mail/mailboxes` }],
      automatic: true,
      ticketId: null,
      files: [],
    })
  }
}
