import { z } from 'zod'
import { Key, Text } from '#features/plan/domain/document/text.ts'
import { planReaders } from '#features/plan/domain/versions/version.ts'
import { mailKinds, mailLanguages } from '../domain/mails/mail.ts'
import { rolloutManagers } from '../domain/rollout-managers.ts'

const Instant = z.iso.datetime({ precision: 3 })
const Person = z.strictObject({ id: z.uuid(), name: z.string() })
const Wave = z.strictObject({ key: z.string(), name: Text, starts: z.string(), ends: z.string() })
const Kind = z.enum(mailKinds)
const Language = z.enum(mailLanguages)

const Timing = z.strictObject({
  countedFrom: z.enum(['starts', 'ends']),
  days: z.int().min(-90).max(90),
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
})
const MailText = z.strictObject({
  subject: z.strictObject({ nl: z.string().max(300), en: z.string().max(300) }),
  body: z.strictObject({ nl: z.string().max(20_000), en: z.string().max(20_000) }),
})
const Problem = z.strictObject({
  code: z.enum(['missing', 'unknown-placeholder', 'loose-braces', 'too-long-for-a-subject']),
  field: z.enum(['subject', 'body']),
  language: Language,
  name: z.string().nullable(),
})

export const mailChanges = ['changed', 'lesson', 'approved', 'withdrawn', 'paused', 'resumed', 'reset'] as const

/** `waiting`: in the outbox; the others as the send log has them. */
export const sendStates = ['waiting', 'sent', 'retrying', 'failed', 'withheld', 'bounced'] as const

export const WaveMailView = z
  .strictObject({
    kind: Kind,
    ...MailText.shape,
    timing: Timing,
    /** Written for this wave; taken over from the wave before it; or as Tierwise brings it. */
    origin: z.enum(['own', 'previous', 'ready']),
    /** The wave whose text it is. */
    from: z.strictObject({ key: z.string(), name: Text }).nullable(),
    day: z.iso.date(),
    moment: Instant,
    usefulUntil: Instant,
    problems: z.array(Problem),
    warnings: z.array(z.string()),
    approved: z.strictObject({ at: Instant, by: Person }).nullable(),
    paused: z.strictObject({ at: Instant, by: Person }).nullable(),
    version: z.int(),
    /** How many people it is with, per state of the send log. */
    sends: z.partialRecord(z.enum(sendStates), z.int()),
    /** Who got it while the wave had other days. */
    toldOtherDays: z.int(),
    /** A later mail of the wave is going already, so that this one makes no more sense. */
    overtaken: z.boolean(),
  })
  .meta({ id: 'WaveMail' })
export type WaveMailView = z.infer<typeof WaveMailView>

export const LessonView = z
  .strictObject({
    id: z.uuid(),
    wave: z.string(),
    happened: z.string(),
    tell: z.strictObject({ nl: z.string(), en: z.string() }),
    writtenAt: Instant,
    writtenBy: Person,
    version: z.int(),
    uses: z.array(z.strictObject({ wave: z.string(), kind: Kind, at: Instant, by: Person })),
  })
  .meta({ id: 'WaveLesson' })
export type LessonView = z.infer<typeof LessonView>

export const WaveMails = z
  .strictObject({
    wave: Wave,
    previous: Wave.nullable(),
    next: Wave.nullable(),
    timeZone: z.string(),
    people: z.int(),
    perLanguage: z.strictObject({ nl: z.int(), en: z.int() }),
    /** Whether any mailbox sends. */
    sends: z.boolean(),
    mails: z.array(WaveMailView),
    /** Of this wave, and those of the wave before it. */
    lessons: z.array(LessonView),
    mayWrite: z.boolean(),
  })
  .meta({ id: 'WaveMails' })
export type WaveMails = z.infer<typeof WaveMails>

const OneWave = z.strictObject({ key: Key })
const OneMail = z.strictObject({ key: Key, kind: Kind })
const Version = z.strictObject({ version: z.int().min(0).max(2_147_483_647) })
const Lesson = z.strictObject({
  happened: z.string().trim().min(1).max(4000),
  tell: z.strictObject({ nl: z.string().trim().max(2000), en: z.string().trim().max(2000) }),
})

export const communicationContract = {
  'GET /api/v1/rollout/waves/:key/mails': {
    access: planReaders,
    summary:
      'The four mails to the people of a wave: text, moment, approval and how far each is, with what was learnt',
    params: OneWave,
    answer: WaveMails,
  },
  'GET /api/v1/rollout/waves/:key/mails/:kind': {
    access: planReaders,
    summary: 'One mail of a wave with the text it came from, its history and whom it did not reach',
    params: OneMail,
    answer: z.strictObject({
      wave: Wave,
      timeZone: z.string(),
      mail: WaveMailView,
      /** What the wave before said, or what Tierwise brings. */
      before: z.strictObject({
        ...MailText.shape,
        from: z.strictObject({ key: z.string(), name: Text }).nullable(),
      }),
      changes: z.array(z.strictObject({ id: z.uuid(), at: Instant, by: Person, what: z.enum(mailChanges) })),
      notReached: z.array(
        z.strictObject({
          person: Person,
          address: z.string(),
          state: z.enum(sendStates),
          reason: z.string().nullable(),
          at: Instant,
        }),
      ),
      mayWrite: z.boolean(),
    }),
  },
  'PUT /api/v1/rollout/waves/:key/mails/:kind': {
    access: rolloutManagers,
    summary: 'Write a mail of a wave, and when it goes; takes back an approval of another text',
    params: OneMail,
    body: Version.extend({ ...MailText.shape, timing: Timing }),
    answer: WaveMails,
  },
  'POST /api/v1/rollout/waves/:key/mails/:kind/reset': {
    access: rolloutManagers,
    summary: 'Begin the text of a mail anew: from the wave before it, or from what Tierwise brings',
    params: OneMail,
    body: Version.extend({ to: z.enum(['previous', 'ready']) }),
    answer: WaveMails,
  },
  'POST /api/v1/rollout/waves/:key/mails/:kind/approval': {
    access: rolloutManagers,
    summary: 'Approve a mail as it stands: it goes when its moment comes',
    params: OneMail,
    body: Version,
    answer: WaveMails,
  },
  'DELETE /api/v1/rollout/waves/:key/mails/:kind/approval': {
    access: rolloutManagers,
    summary: 'Take back the approval: to whom it has not gone, it does not go',
    params: OneMail,
    answer: WaveMails,
  },
  'POST /api/v1/rollout/waves/:key/mails/:kind/pause': {
    access: rolloutManagers,
    summary: 'Hold a mail, or let it go on',
    params: OneMail,
    body: z.strictObject({ paused: z.boolean() }),
    answer: WaveMails,
  },
  'POST /api/v1/rollout/waves/:key/mails/:kind/test': {
    access: rolloutManagers,
    summary: 'Mail it to oneself as it stands',
    params: OneMail,
    body: z.strictObject({ language: Language }),
    rate: { max: 20, seconds: 60 },
  },
  'POST /api/v1/rollout/waves/:key/mails/:kind/preview': {
    access: planReaders,
    summary: 'How a mail will look to somebody of the wave; with a text, as that would be',
    params: OneMail,
    body: z.strictObject({
      language: Language,
      personId: z.uuid().nullable().default(null),
      text: MailText.nullable().default(null),
    }),
    answer: z.strictObject({
      to: z.string(),
      subject: z.string(),
      html: z.string(),
      problems: z.array(Problem),
      warnings: z.array(z.string()),
      /** People of the wave to look at it with. */
      people: z.array(Person.extend({ language: Language })),
    }),
    rate: { max: 300, seconds: 60 },
    unkeyed: true,
  },
  'POST /api/v1/rollout/waves/:key/lessons': {
    access: rolloutManagers,
    summary: 'Write down what a wave taught',
    params: OneWave,
    body: Lesson,
    answer: WaveMails,
    status: 201,
  },
  'PUT /api/v1/rollout/lessons/:id': {
    access: rolloutManagers,
    summary: 'Write a lesson better',
    params: z.strictObject({ id: z.uuid() }),
    body: Version.extend(Lesson.shape),
    answer: LessonView,
  },
  'DELETE /api/v1/rollout/lessons/:id': {
    access: rolloutManagers,
    summary: 'Take a lesson away; texts that it went into stay',
    params: z.strictObject({ id: z.uuid() }),
  },
  'POST /api/v1/rollout/lessons/:id/uses': {
    access: rolloutManagers,
    summary: "Put a lesson into a later wave's mail as a paragraph, in both languages",
    params: z.strictObject({ id: z.uuid() }),
    body: z.strictObject({ wave: Key, kind: Kind }),
    answer: WaveMails,
  },
} as const
