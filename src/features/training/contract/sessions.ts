import { z } from 'zod'
import { languages } from '#features/people/domain/person.ts'
import { CourseName, CourseSummary, Id, Instant, Key, Person, staff, Why, Words } from './parts.ts'

export const TrainingSession = z
  .strictObject({
    id: Id,
    course: CourseName,
    trainer: Person,
    startsAt: Instant,
    endsAt: Instant,
    timeZone: z.string(),
    place: z.string().nullable(),
    link: z.string().nullable(),
    seats: z.int(),
    language: z.enum(languages),
    seated: z.int(),
    waiting: z.int(),
    cancelledAt: Instant.nullable(),
    cancelReason: z.string().nullable(),
    /** Where the one who looks stands. */
    mine: z.enum(['seated', 'waiting', 'attended']).nullable(),
    /** Why they may not sign up; null: they may. */
    signUpRefusal: Why.nullable(),
  })
  .meta({ id: 'TrainingSession' })
export type TrainingSession = z.infer<typeof TrainingSession>

export const Certificate = z
  .strictObject({
    number: z.string(),
    person: Person,
    course: CourseName,
    planVersion: z.int(),
    /** When the training session was that it rests on. */
    trainedAt: Instant,
    trainingSession: Id,
    trainer: Person,
    trainerAs: z.enum(['root', 'lead']),
    issuedAt: Instant,
    validUntil: Instant,
    state: z.enum(['valid', 'ending', 'ended', 'revoked', 'line-broken']),
    revoked: z.strictObject({ at: Instant, by: Person, reason: z.string() }).nullable(),
  })
  .meta({ id: 'TrainingCertificate' })
export type Certificate = z.infer<typeof Certificate>

export const standingStates = ['certified', 'ending', 'overridden', 'ended', 'missing'] as const

const Standing = z.strictObject({
  state: z.enum(standingStates),
  until: Instant.nullable(),
  left: z.array(z.enum(['attend', 'pass', 'practise'])),
  practised: z.int(),
  attendedAt: Instant.nullable(),
  passedAt: Instant.nullable(),
})

export const MyCourse = z
  .strictObject({
    course: CourseSummary,
    standing: Standing,
    /** Why the test may not begin now; null: it may. */
    testRefusal: Why.nullable(),
    /** A test that was begun. */
    openTest: Id.nullable(),
    next: z.array(TrainingSession),
  })
  .meta({ id: 'MyCourse' })
export type MyCourse = z.infer<typeof MyCourse>

export const TrainingHome = z
  .strictObject({
    courses: z.array(MyCourse),
    /** Ahead: those one has a seat in or waits for, and those one trains. */
    trainingSessions: z.array(TrainingSession),
    /** Over, attended and not judged yet. */
    toEvaluate: z.array(TrainingSession),
    certificates: z.array(Certificate),
    /** All courses of the plan. */
    all: z.array(CourseSummary),
    /** Courses that one may train now. */
    trains: z.array(Key),
    may: z.strictObject({ plan: z.boolean(), edit: z.boolean(), lead: z.boolean() }),
  })
  .meta({ id: 'TrainingHome' })
export type TrainingHome = z.infer<typeof TrainingHome>

export const TeamStanding = z
  .strictObject({
    people: z.array(
      z.strictObject({
        person: Person,
        isLead: z.boolean(),
        team: z.string(),
        courses: z.array(
          z.strictObject({
            course: CourseName,
            state: z.enum(standingStates),
            until: Instant.nullable(),
            left: z.array(z.enum(['attend', 'pass', 'practise'])),
            /** The training session ahead that they have a seat in or wait for. */
            signedUpFor: z.strictObject({ id: Id, startsAt: Instant, waits: z.boolean() }).nullable(),
          }),
        ),
      }),
    ),
    teams: z.array(z.strictObject({ key: z.string(), name: Words })),
  })
  .meta({ id: 'TeamTraining' })
export type TeamStanding = z.infer<typeof TeamStanding>

export const SessionView = z
  .strictObject({
    trainingSession: TrainingSession,
    minutes: z.int(),
    people: z.array(
      z.strictObject({
        person: Person,
        state: z.enum(['seated', 'waiting']),
        turn: z.int(),
        attendedAt: Instant.nullable(),
        attendedBy: z.enum(['trainer', 'code']).nullable(),
        /** What they said to the invitation. */
        reply: z.enum(['accepted', 'declined', 'tentative']).nullable(),
        /** How the test went that this training session opened; null: not taken yet. */
        test: z.strictObject({ percent: z.int(), passed: z.boolean(), tries: z.int() }).nullable(),
        certificate: z.string().nullable(),
      }),
    ),
    /** Only for whoever trains, from three answers on, so that nobody is recognised. */
    evaluation: z
      .strictObject({
        answers: z.int(),
        useful: z.number().nullable(),
        pace: z.number().nullable(),
        trainer: z.number().nullable(),
        remarks: z.array(z.string()),
      })
      .nullable(),
    code: z.strictObject({ code: z.string(), until: Instant }).nullable(),
    may: z.strictObject({
      change: z.boolean(),
      run: z.boolean(),
      signOthersUp: z.boolean(),
      evaluate: z.boolean(),
      /** Why attendance is not noted now; null: it may be. */
      attendance: Why.nullable(),
    }),
    /** People whom the one who looks may sign up. */
    candidates: z.array(Person),
  })
  .meta({ id: 'TrainingSessionView' })
export type SessionView = z.infer<typeof SessionView>

const Planned = z.strictObject({
  trainerId: Id,
  startsAt: Instant,
  endsAt: Instant,
  timeZone: z.string().min(1).max(60),
  place: z.string().trim().min(1).max(200).nullable(),
  link: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
  seats: z.int().min(1).max(500),
  language: z.enum(languages),
})

const one = z.strictObject({ id: Id })
const ofPerson = one.extend({ person: Id })
const Stars = z.int().min(1).max(5)

export const sessionRoutes = {
  'GET /api/v1/training': {
    access: staff,
    summary: 'What you need, where you stand, and what is ahead',
    answer: TrainingHome,
  },
  'GET /api/v1/training/team': {
    access: ['lead', 'plan-owner', 'administrator'],
    summary: 'Who of your team lacks what',
    answer: TeamStanding,
  },
  'GET /api/v1/training/sessions': {
    access: staff,
    summary: 'Training sessions ahead, or those that are over',
    query: z.strictObject({ course: Key.optional(), when: z.enum(['ahead', 'over']).default('ahead') }),
    answer: z.strictObject({ trainingSessions: z.array(TrainingSession) }),
  },
  'POST /api/v1/training/sessions': {
    access: staff,
    summary: 'Plan a training session',
    status: 201,
    body: Planned.extend({ courseKey: Key, personIds: z.array(Id).max(500).default([]) }),
    answer: SessionView,
  },
  'GET /api/v1/training/sessions/:id': {
    access: staff,
    summary: 'One training session',
    params: one,
    answer: SessionView,
  },
  'PUT /api/v1/training/sessions/:id': {
    access: staff,
    summary: 'Change a training session; everybody invited is told',
    params: one,
    body: Planned,
    answer: SessionView,
  },
  'POST /api/v1/training/sessions/:id/cancel': {
    access: staff,
    summary: 'Cancel a training session; everybody invited is told why',
    params: one,
    body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
    answer: SessionView,
  },
  'POST /api/v1/training/sessions/:id/sign-ups': {
    access: staff,
    summary: 'Sign up yourself, or somebody of a team you lead',
    params: one,
    body: z.strictObject({ personId: Id.optional() }),
    answer: SessionView,
  },
  'DELETE /api/v1/training/sessions/:id/sign-ups/:person': {
    access: staff,
    summary: 'Withdraw; whoever waited longest gets the seat',
    params: ofPerson,
    answer: SessionView,
  },
  'PUT /api/v1/training/sessions/:id/attendance/:person': {
    access: staff,
    summary: 'Note who came, as the trainer',
    params: ofPerson,
    body: z.strictObject({ attended: z.boolean() }),
    answer: SessionView,
  },
  'POST /api/v1/training/sessions/:id/code': {
    access: staff,
    summary: 'A code to show in the room; it lasts fifteen minutes',
    params: one,
    answer: z.strictObject({ code: z.string(), until: Instant }),
  },
  'POST /api/v1/training/attendance': {
    access: staff,
    summary: 'Say that you are there, with the code in the room',
    rate: { max: 20, seconds: 60 },
    unkeyed: true,
    body: z.strictObject({ code: z.string().trim().min(1).max(20) }),
    answer: z.strictObject({ sessionId: Id, course: CourseName }),
  },
  'POST /api/v1/training/sessions/:id/evaluation': {
    access: staff,
    summary: 'Say what you thought of it; kept without your name',
    params: one,
    body: z.strictObject({
      useful: Stars,
      pace: Stars,
      trainer: Stars,
      remark: z.string().trim().min(1).max(1000).nullable(),
    }),
  },
  'GET /api/v1/training/courses/:key/trainers': {
    access: staff,
    summary: 'Who may train a course, and why others may not',
    params: z.strictObject({ key: Key }),
    answer: z.strictObject({
      trainers: z.array(
        z.strictObject({ person: Person, as: z.enum(['root', 'lead']).nullable(), refusal: Why.nullable() }),
      ),
    }),
  },
} as const
