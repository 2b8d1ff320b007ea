import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import type { sessionRoutes as contract } from '../../contract/sessions.ts'
import { teamStanding, trainingHome } from '../home.ts'
import {
  cancelTrainingSession,
  changeTrainingSession,
  listTrainingSessions,
  planTrainingSession,
  readTrainingSession,
  trainersOf,
} from '../sessions.ts'
import { attendByCode, evaluate, newCode, noteAttendance, signUpFor, withdrawFrom } from '../sign-ups.ts'

type Caller = { readonly platform: Platform; readonly signedIn: SignedIn }

const inTheirs = <Value>({ platform, signedIn }: Caller, work: (tx: Tx) => Promise<Value>) =>
  inOrganisation(platform, signedIn.orgId, work)

export const sessionHandlers: Handlers<typeof contract> = {
  'GET /api/v1/training': (call) => inTheirs(call, (tx) => trainingHome(tx, call.signedIn.actor)),
  'GET /api/v1/training/team': (call) => inTheirs(call, (tx) => teamStanding(tx, call.signedIn.actor)),
  'GET /api/v1/training/sessions': (call) =>
    inTheirs(call, async (tx) => ({
      trainingSessions: await listTrainingSessions(tx, call.signedIn.actor, call.query),
    })),
  'POST /api/v1/training/sessions': (call) =>
    inTheirs(call, (tx) => planTrainingSession(call.platform, tx, call.signedIn.actor, call.body)),
  'GET /api/v1/training/sessions/:id': (call) =>
    inTheirs(call, (tx) => readTrainingSession(tx, call.signedIn.actor, call.params.id)),
  'PUT /api/v1/training/sessions/:id': (call) =>
    inTheirs(call, (tx) =>
      changeTrainingSession(call.platform, tx, call.signedIn.actor, call.params.id, call.body),
    ),
  'POST /api/v1/training/sessions/:id/cancel': (call) =>
    inTheirs(call, (tx) =>
      cancelTrainingSession(call.platform, tx, call.signedIn.actor, call.params.id, call.body.reason),
    ),
  'POST /api/v1/training/sessions/:id/sign-ups': (call) => {
    const { platform, signedIn, params, body } = call
    const personId = body.personId ?? signedIn.personId
    return inTheirs(call, (tx) => signUpFor(platform, tx, signedIn.actor, params.id, personId))
  },
  'DELETE /api/v1/training/sessions/:id/sign-ups/:person': (call) =>
    inTheirs(call, (tx) =>
      withdrawFrom(call.platform, tx, call.signedIn.actor, call.params.id, call.params.person),
    ),
  'PUT /api/v1/training/sessions/:id/attendance/:person': (call) => {
    const { platform, signedIn, params, body } = call
    const noted = { id: params.id, personId: params.person, attended: body.attended }
    return inTheirs(call, (tx) => noteAttendance(platform, tx, signedIn.actor, noted))
  },
  'POST /api/v1/training/sessions/:id/code': (call) =>
    inTheirs(call, (tx) => newCode(tx, call.signedIn.actor, call.params.id)),
  'POST /api/v1/training/attendance': ({ platform, signedIn, body }) =>
    attendByCode(platform, signedIn, body.code),
  'POST /api/v1/training/sessions/:id/evaluation': (call) =>
    inTheirs(call, (tx) => evaluate(tx, call.signedIn.actor, call.params.id, call.body)),
  'GET /api/v1/training/courses/:key/trainers': (call) =>
    inTheirs(call, async (tx) => ({ trainers: await trainersOf(tx, call.params.key) })),
}
