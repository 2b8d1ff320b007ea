import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import type { courseRoutes as contract } from '../../contract/courses.ts'
import { bankView, changeContent, changeQuestion, courseView, itemVersions } from '../courses.ts'
import { planInForce, summaryOf } from '../plan.ts'
import { answerTest, beginTest, readTest } from '../tests.ts'

type Caller = { readonly platform: Platform; readonly signedIn: SignedIn }

const inTheirs = <Value>({ platform, signedIn }: Caller, work: (tx: Tx) => Promise<Value>) =>
  inOrganisation(platform, signedIn.orgId, work)

export const courseHandlers: Handlers<typeof contract> = {
  'GET /api/v1/training/courses': (call) =>
    inTheirs(call, async (tx) => ({
      courses: (await planInForce(tx)).document.training.courses.map(summaryOf),
    })),
  'GET /api/v1/training/courses/:key': (call) =>
    inTheirs(call, (tx) => courseView(tx, call.signedIn.actor, call.params.key)),
  'PUT /api/v1/training/courses/:key/items/:item': (call) =>
    inTheirs(call, (tx) => changeContent(tx, call.signedIn.actor, { ...call.params, pages: call.body.pages })),
  'GET /api/v1/training/courses/:key/items/:item/versions': (call) =>
    inTheirs(call, async (tx) => ({
      versions: await itemVersions(tx, call.signedIn.actor, call.params.key, call.params.item),
    })),
  'GET /api/v1/training/courses/:key/questions': (call) =>
    inTheirs(call, (tx) => bankView(tx, call.signedIn.actor, call.params.key)),
  'PUT /api/v1/training/courses/:key/questions/:question': (call) => {
    const { params, body, signedIn } = call
    const question = body.state === 'changed' ? { ...body.question, key: params.question } : null
    const edit = { key: params.question, state: body.state, question }
    return inTheirs(call, (tx) => changeQuestion(tx, signedIn.actor, params.key, edit))
  },
  'POST /api/v1/training/courses/:key/tests': (call) =>
    inTheirs(call, (tx) => beginTest(tx, call.signedIn.actor, call.params.key)),
  'GET /api/v1/training/tests/:id': (call) =>
    inTheirs(call, (tx) => readTest(tx, call.signedIn.actor, call.params.id)),
  'POST /api/v1/training/tests/:id/answers': (call) =>
    inTheirs(call, (tx) =>
      answerTest(call.platform, tx, call.signedIn.actor, { id: call.params.id, answers: call.body.answers }),
    ),
}
