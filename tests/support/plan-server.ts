import type { FastifyInstance } from 'fastify'
import type { Language, Role } from '#features/people/domain/person.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { createApp } from '#platform/http/app.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import { type TestPlatform, testPlatform } from './test-platform.ts'
import { planServices } from '#app/plan-services.ts'
import type { PlanDraft } from '#features/plan/contract.ts'
import { createStarterPlan } from '#features/plan/server/actions.ts'
import { planRoutes } from '#features/plan/server/routes.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
/** What the tests read of any answer. */
export type Answer = PlanDraft & {
  readonly versions: readonly { readonly number: number; readonly state: string }[]
  readonly persons: readonly { readonly name: string }[]
  readonly detail: string
  readonly data: Readonly<Record<string, unknown>>
}
type Called = { readonly status: number; readonly body: Answer }
type Change = (document: PlanDraft['document']) => unknown

/** The plan's routes on a database of their own, called by people who are simply said to be signed in. */
export type PlanServer = {
  readonly platform: TestPlatform
  readonly app: FastifyInstance
  readonly newOrganisation: () => Promise<string>
  readonly newPerson: (orgId: string, name: string, roles: readonly Role[], language?: Language) => Promise<string>
  readonly call: (person: string | null, method: Method, url: string, body?: unknown) => Promise<Called>
  readonly starter: (
    orgId: string,
    approverId?: string,
  ) => Promise<{ readonly id: string; readonly number: number }>
  readonly draftBy: (person: string) => Promise<PlanDraft>
  readonly save: (person: string, draft: PlanDraft, change: Change) => Promise<Called>
  readonly close: () => Promise<void>
}

/** `more` adds the routes of features that stand on the plan. */
export async function planServer(more: (app: FastifyInstance) => void = () => {}): Promise<PlanServer> {
  const platform = await testPlatform()
  const people = new Map<string, SignedIn>()
  const app = await createApp(platform, {
    authenticate: (httpRequest) =>
      Promise.resolve(people.get(String(httpRequest.headers['x-test-person'])) ?? null),
    stillSignedIn: () => Promise.resolve(new Set()),
  })
  planRoutes(app, planServices)
  more(app)
  await app.ready()

  const call: PlanServer['call'] = async (person, method, url, body) => {
    const headers = {
      ...(person ? { 'x-test-person': person } : {}),
      ...(method === 'GET' ? {} : { 'idempotency-key': newId() }),
    }
    const payload = body === undefined ? {} : { payload: body as object }
    const answer = await app.inject({ method, url: `/api/v1${url}`, headers, ...payload })
    return { status: answer.statusCode, body: (answer.body === '' ? null : answer.json()) as Answer }
  }

  return {
    platform,
    app,
    call,
    newOrganisation: async () => {
      const id = newId()
      await platform.owner.query(
        `insert into organisations (org_id, slug, name, language, time_zone, created_at)
         values ($1, $2, 'Contoso', 'nl', 'Europe/Amsterdam', now())`,
        [id, `c-${id.slice(-12)}`],
      )
      return id
    },
    newPerson: async (orgId, name, roles, language = 'en') => {
      const id = newId()
      await platform.owner.query(
        `insert into persons (org_id, id, name, email, language, roles, created_at)
         values ($1, $2, $3, $4, $5, $6, now())`,
        [orgId, id, name, `${id}@contoso.test`, language, roles],
      )
      const actor = {
        kind: 'person',
        personId: id,
        roles,
        teams: [],
        leads: [],
        certifications: [],
        groups: [],
      } as const
      people.set(id, {
        orgId,
        personId: id,
        roles,
        language,
        signInId: id,
        actor,
        by: 'cookie',
        lacksSecondFactor: false,
        practising: false,
      })
      return id
    },
    starter: (orgId, approverId) =>
      inOrganisation(platform, orgId, (tx) =>
        createStarterPlan(tx, {
          owner: 'Rollout team',
          timeZone: 'Europe/Amsterdam',
          ...(approverId ? { publish: { approverId, reason: 'The first plan' } } : {}),
        }),
      ),
    draftBy: async (person) => {
      const { status, body } = await call(person, 'POST', '/plan/draft', {})
      if (status !== 201) throw new Error(`No draft: ${body.detail}`)
      return body
    },
    save: (person, draft, change) => {
      const document = structuredClone(draft.document)
      change(document)
      return call(person, 'PUT', '/plan/draft', { revision: draft.revision, document })
    },
    close: async () => {
      await app.close()
      await platform.close()
    },
  }
}
