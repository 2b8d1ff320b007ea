import { graphOf } from '#features/tenant/server/actions.ts'
import type { ComposedMail } from '#integrations/mail/compose.ts'
import { sendRawMail } from '#integrations/microsoft-graph/read/mail.ts'
import type { Platform } from '#platform/platform.ts'
import type { MailboxRow } from '../store/mailboxes.ts'
import { graphMailProblem, noTenant } from './graph-failures.ts'

export type WaySent =
  | { readonly ok: true; readonly answer: string }
  | {
      readonly ok: false
      readonly failure: { readonly code: string; readonly retryable: boolean; readonly answer: string }
    }

/** A way out for mail: by SMTP or by Graph. */
export type MailWay = { readonly send: (mail: ComposedMail) => Promise<WaySent>; readonly close: () => void }

/**
 * Sends by Graph, as the mail was composed: Message-ID, what it answers and what is attached stay as they are. Microsoft says that it took
 * the mail, and nothing of whether it arrived.
 */
export function graphWay(
  platform: Platform,
  orgId: string,
  mailbox: Pick<MailboxRow, 'address' | 'graph'>,
): MailWay {
  return {
    send: async ({ raw }) => {
      try {
        if (raw.byteLength > mostBytes) return { ok: false, failure: tooLarge }
        const graph = await graphOf(platform, orgId, 'read')
        if (graph === null) return { ok: false, failure: noTenant }
        await sendRawMail(graph, graphUserOf(mailbox), raw)
        return { ok: true, answer: '202 Accepted' }
      } catch (error) {
        return { ok: false, failure: graphMailProblem(error) }
      }
    },
    close: () => undefined,
  }
}

/** Microsoft takes four million bytes in one call, and the mail goes there in base64. */
const mostBytes = 2_900_000
const tooLarge = { code: 'too-large-for-graph', retryable: false, answer: '' }

/** How the tenant knows this mailbox. */
export function graphUserOf({ address, graph }: Pick<MailboxRow, 'address' | 'graph'>): string {
  return graph?.user ?? address
}
