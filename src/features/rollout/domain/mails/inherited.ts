import type { MailKind, MailText, MailTiming } from './mail.ts'
import { usualTiming } from './mail.ts'
import { readyMail } from './ready/ready-mail.ts'

export type Worded = { readonly kind: MailKind; readonly text: MailText; readonly timing: MailTiming }

export type Origin = 'own' | 'previous' | 'ready'

/**
 * The mail of a wave as it stands: what was written for it, else what the wave before it said in the end, else what Tierwise brings.
 * `written` has the mails of this wave and of all that came before it, the latest wave first.
 */
export function mailOf(
  kind: MailKind,
  written: readonly { readonly wave: string; readonly mails: readonly Worded[] }[],
  wave: string,
): Worded & { readonly origin: Origin; readonly from: string | null } {
  for (const one of written) {
    const found = one.mails.find((mail) => mail.kind === kind)
    if (found) return { ...found, origin: one.wave === wave ? 'own' : 'previous', from: one.wave }
  }
  return { kind, text: readyMail[kind], timing: usualTiming[kind], origin: 'ready', from: null }
}
