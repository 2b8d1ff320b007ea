import type { FastifyInstance } from 'fastify'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { serve } from '#platform/http/serve.ts'
import { noticeContract, type NoticeView } from '../contract.ts'
import type { NoticeReader, NoticeTeller, ShownNotice } from './notice.ts'
import { countUnread, markRead, newestNotices } from './store/notices.ts'

/** By the name of the feature. */
export type NoticeTellers = Readonly<Record<string, NoticeTeller>>

/** The bell of whoever asks; `tellers` are features above, given by the composition root. */
export function noticeRoutes(app: FastifyInstance, tellers: NoticeTellers): void {
  serve(app, noticeContract, {
    'GET /api/v1/notices': ({ platform, signedIn }) =>
      inOrganisation(platform, signedIn.orgId, (tx) => bellOf(tx, signedIn, tellers)),
    'POST /api/v1/notices/read': ({ platform, body, signedIn }) =>
      inOrganisation(platform, signedIn.orgId, (tx) => markRead(tx, signedIn.personId, body)),
  })
}

async function bellOf(
  tx: Tx,
  reader: NoticeReader,
  tellers: NoticeTellers,
): Promise<{ unread: number; notices: NoticeView[] }> {
  const [newest, unread] = await Promise.all([
    newestNotices(tx, reader.personId),
    countUnread(tx, reader.personId),
  ])
  const shown = new Map<string, ShownNotice>()
  for (const [name, show] of Object.entries(tellers)) {
    const own = newest.filter(({ teller }) => teller === name)
    if (own.length === 0) continue
    for (const [id, one] of await show(tx, reader, own)) shown.set(id, one)
  }
  const notices = newest.flatMap((notice) => {
    const found = shown.get(notice.id)
    if (!found) return []
    const { id, teller, kind, at, readAt } = notice
    return [{ id, teller, kind, values: { ...found.values }, title: found.title, link: found.link, at, readAt }]
  })
  // What nobody can show is not counted either.
  const hidden =
    newest.filter(({ readAt }) => readAt === null).length - notices.filter(({ readAt }) => readAt === null).length
  return { unread: unread - hidden, notices }
}
