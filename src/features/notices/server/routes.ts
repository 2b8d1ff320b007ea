import type { FastifyInstance } from 'fastify'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { serve } from '#platform/http/serve.ts'
import { type BellView, noticeContract, type NoticeView } from '../contract.ts'
import type { NoticeReader, NoticeTeller, ShownNotice, StoredNotice } from './notice.ts'
import { markRead, newestNotices } from './store/notices.ts'

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

/** So many are shown at most. Whoever has more to do than that is not helped by a longer list. */
const most = { asks: 100, news: 30 } as const

async function bellOf(tx: Tx, reader: NoticeReader, tellers: NoticeTellers): Promise<BellView> {
  const [stored, told] = await Promise.all([
    newestNotices(tx, reader.personId, 'asks'),
    newestNotices(tx, reader.personId, 'news'),
  ])
  const shown = await shownBy(tx, reader, tellers, [...stored, ...told])
  const asks = stored.flatMap((notice) => viewOf(notice, shown)).slice(0, most.asks)
  const news = told.flatMap((notice) => viewOf(notice, shown)).slice(0, most.news)
  // Only what can be shown is counted.
  return { unreadAsks: asks.filter(isUnread).length, unreadNews: news.some(isUnread), asks, news }
}

async function shownBy(
  tx: Tx,
  reader: NoticeReader,
  tellers: NoticeTellers,
  notices: readonly StoredNotice[],
): Promise<ReadonlyMap<string, ShownNotice>> {
  const shown = new Map<string, ShownNotice>()
  for (const [name, show] of Object.entries(tellers)) {
    const own = notices.filter(({ teller }) => teller === name)
    if (own.length === 0) continue
    for (const [id, one] of await show(tx, reader, own)) shown.set(id, one)
  }
  return shown
}

function viewOf(
  { id, teller, kind, at, readAt }: StoredNotice,
  shown: ReadonlyMap<string, ShownNotice>,
): NoticeView[] {
  const found = shown.get(id)
  if (!found) return []
  return [{ id, teller, kind, values: { ...found.values }, title: found.title, link: found.link, at, readAt }]
}

const isUnread = ({ readAt }: NoticeView) => readAt === null
