import { graphOf } from '#features/tenant/server/actions.ts'
import { findFolder, lookAtInbox } from '#integrations/microsoft-graph/read/mail.ts'
import type { Platform } from '#platform/platform.ts'
import type { MailboxCheck } from '../../contract/mailbox-view.ts'
import type { MailboxRow } from '../store/mailboxes.ts'
import { graphMailProblem, noTenant } from './graph-failures.ts'
import { graphUserOf } from './send-graph.ts'

type Given = Pick<MailboxRow, 'address' | 'graph' | 'receives' | 'sends'>

/** Looks at the folder that would be read; what may be sent is told by the token, since nothing is sent to try it. */
export async function checkGraph(
  platform: Platform,
  orgId: string,
  mailbox: Given,
): Promise<MailboxCheck['graph']> {
  if (mailbox.graph === null) return null
  const fails = (code: string, answer: string) => ({ ok: false, code, answer })
  try {
    const graph = await graphOf(platform, orgId, 'read')
    if (graph === null) return fails(noTenant.code, '')
    const signal = AbortSignal.timeout(20_000)
    const { roles } = await graph.signIn(signal)
    if (mailbox.receives === 'graph') {
      const folder = await folderIdOf(graph, graphUserOf(mailbox), mailbox.graph.folder, signal)
      if (folder === null) return fails('folder-not-found', mailbox.graph.folder)
    }
    if (mailbox.sends === 'graph' && roles.length > 0 && !roles.includes('Mail.Send')) {
      return fails('graph-permission-missing', 'Mail.Send')
    }
    return { ok: true, code: null, answer: '' }
  } catch (error) {
    const { code, answer } = graphMailProblem(error)
    return fails(code, answer)
  }
}

/** `inbox` is a name that Microsoft knows whatever the language of the mailbox; others are looked up. */
export async function folderIdOf(
  graph: Parameters<typeof findFolder>[0],
  user: string,
  name: string,
  signal?: AbortSignal,
): Promise<string | null> {
  if (name.toLowerCase() !== 'inbox') return findFolder(graph, user, name, signal)
  await lookAtInbox(graph, user, 'inbox', signal)
  return 'inbox'
}
