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

export const noticeContract = {
  'GET /api/v1/notices': {
    access: 'person',
    summary: 'What asks something of me or was told me, newest first; what is no longer asked is not in it',
    answer: z.object({ unread: z.int(), notices: z.array(NoticeAnswer) }),
  },
  'POST /api/v1/notices/read': {
    access: 'person',
    practice: 'open',
    summary: 'Marks what I was told as read: one, or all up to a moment',
    body: z.union([z.strictObject({ until: At }), z.strictObject({ id: z.uuid() })]),
  },
} as const
