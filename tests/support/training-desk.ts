import type { FastifyInstance } from 'fastify'
import { trainingRoutes } from '#features/training/server/routes.ts'
import type { Question } from '#features/training/domain/test/question.ts'
import { newId } from '#platform/database/id.ts'
import { createApp } from '#platform/http/app.ts'
import { outboxPayloads } from './outbox.ts'
import { type PersonName, type TestDesk, testDesk, type TestDeskOptions } from './test-desk.ts'
import { type TestPlatform, testPlatform } from './test-platform.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- tests read what they expect and fail where it is not
type Called = { readonly status: number; readonly body: any }
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** A desk whose people are simply said to be signed in, with the routes of training. */
export type TrainingDesk = TestDesk & {
  readonly platform: TestPlatform
  readonly app: FastifyInstance
  readonly call: (who: PersonName, method: Method, url: string, body?: unknown) => Promise<Called>
  /** Plans a training session that begins in so many minutes. */
  readonly plans: (who: PersonName, given: PlannedTrainingSession) => Promise<string>
  /** Practice tickets of a tier, done well. */
  readonly practises: (who: PersonName, tier: number, count: number) => Promise<void>
  /** Takes a test with this share of its questions right; what came of it. */
  readonly takesTest: (who: PersonName, course: string, share?: number) => Promise<Called['body']>
  readonly mails: () => Promise<{ readonly to: string; readonly subject: string; readonly text: string }[]>
  readonly close: () => Promise<void>
}

export type PlannedTrainingSession = {
  readonly trainer: PersonName
  readonly course?: string
  readonly inMinutes?: number
  readonly minutes?: number
  readonly seats?: number
  readonly people?: readonly PersonName[]
}

export async function trainingDesk(options: TestDeskOptions = {}): Promise<TrainingDesk> {
  const platform = await testPlatform()
  const desk = await testDesk(platform, options)
  const byId = new Map(Object.entries(desk.people).map(([name, { id }]) => [id, name as PersonName]))
  const app = await createApp(platform, {
    authenticate: async ({ headers }) => {
      const name = byId.get(String(headers['x-test-person']))
      if (!name) return null
      const actor = await desk.as(name)
      const { personId, roles } = actor
      const { orgId } = desk
      return {
        orgId,
        personId,
        roles,
        language: 'nl',
        signInId: personId,
        actor,
        by: 'cookie',
        lacksSecondFactor: false,
        practising: false,
      }
    },
    stillSignedIn: (_orgId, ids) => Promise.resolve(new Set(ids)),
  })
  trainingRoutes(app)
  await app.ready()

  const call: TrainingDesk['call'] = async (who, method, url, body) => {
    const answer = await app.inject({
      method,
      url: `/api/v1/training${url}`,
      headers: {
        'x-test-person': desk.people[who].id,
        ...(method === 'GET' ? {} : { 'idempotency-key': newId() }),
      },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const isJson = String(answer.headers['content-type']).includes('json')
    return { status: answer.statusCode, body: isJson ? (answer.json() as unknown) : answer.body }
  }
  const good = async (who: PersonName, method: Method, url: string, body?: unknown): Promise<Called['body']> => {
    const { status, body: answer } = await call(who, method, url, body)
    if (status >= 300) throw new Error(`${method} ${url} by ${who}: ${status} ${JSON.stringify(answer)}`)
    return answer
  }
  const at = (minutes: number) => new Date(Date.parse(platform.clock.now()) + minutes * 60_000).toISOString()

  return {
    ...desk,
    platform,
    app,
    call,
    plans: async (who, { trainer, course = 'tier-1', inMinutes = 60, minutes = 150, seats = 12, people = [] }) => {
      const answer = (await good(who, 'POST', '/sessions', {
        courseKey: course,
        trainerId: desk.people[trainer].id,
        startsAt: at(inMinutes),
        endsAt: at(inMinutes + minutes),
        timeZone: 'Europe/Amsterdam',
        place: 'Zaal 3',
        link: null,
        seats,
        language: 'nl',
        personIds: people.map((one) => desk.people[one].id),
      })) as { trainingSession: { id: string } }
      return answer.trainingSession.id
    },
    practises: async (who, tier, count) => {
      for (let number = 0; number < count; number += 1) {
        await platform.owner.query(
          `insert into practice_results (org_id, id, person_id, tier, issue_id, platform, plan_version_id, begun_at, finished_at,
             points, passed, score)
           select $1, $2, $3, $4, $5, 'ios', id, $6::timestamptz - interval '10 minutes', $6, 90, true, '{}'
           from plan_versions where org_id = $1 and state = 'published'`,
          [desk.orgId, newId(), desk.people[who].id, tier, `issue-${number}`, platform.clock.now()],
        )
      }
    },
    takesTest: async (who, course, share = 1) => {
      const begun = (await good(who, 'POST', `/courses/${course}/tests`)) as { id: string }
      const { rows } = await platform.owner.query<{ questions: readonly Question[] }>(
        'select questions from training_attempts where id = $1',
        [begun.id],
      )
      const questions = rows[0]?.questions ?? []
      const right = Math.round(questions.length * share)
      const answers = questions.map(({ key, options }, index) => [
        key,
        options.filter((option) => option.right === index < right).map((option) => option.key),
      ])
      return good(who, 'POST', `/tests/${begun.id}/answers`, {
        answers: Object.fromEntries(answers) as Record<string, string[]>,
      })
    },
    mails: async () => {
      const mails = await outboxPayloads<{ to: { address: string }; subject: string; text: string }>(platform)
      return mails.map(({ to, subject, text }) => ({ to: to.address, subject, text }))
    },
    close: async () => {
      await app.close()
      await platform.close()
    },
  }
}
