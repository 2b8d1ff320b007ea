import { z } from 'zod'

const At = z.iso.datetime()

export const NoticeAnswer = z.object({
  id: z.uuid(),
  /** The feature that tells: it has the words for each kind. */
  teller: z.string(),
  kind: z.string(),
  /** What the words have gaps for. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** What it is about, as people know it; in the words of whoever wrote it. */
  title: z.string().nullable(),
  /** Where it is done: a path of the pages. */
  link: z.string(),
  at: At,
  readAt: At.nullable(),
})
export type NoticeView = z.output<typeof NoticeAnswer>

export const BellAnswer = z.object({
  /** What asks something and was not read yet, of what is in `asks`. */
  unreadAsks: z.int(),
  /** Whether something in `news` was not read yet. */
  unreadNews: z.boolean(),
  asks: z.array(NoticeAnswer),
  news: z.array(NoticeAnswer),
})
export type BellView = z.output<typeof BellAnswer>

export const noticeContract = {
  'GET /api/v1/notices': {
    access: 'person',
    summary:
      'What asks something of me, until it is done, and what I was told as news; each newest first, of the news the last thirty',
    answer: BellAnswer,
  },
  'POST /api/v1/notices/read': {
    access: 'person',
    practice: 'open',
    summary: 'Marks as read: one notice, or the news up to a moment; what asks something goes away by being done',
    body: z.union([z.strictObject({ until: At }), z.strictObject({ id: z.uuid() })]),
  },
} as const
