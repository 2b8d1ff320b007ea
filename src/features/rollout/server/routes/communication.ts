import { inOrganisation } from '#platform/database/transaction.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { communicationContract } from '../../contract/communication.ts'
import { oneWaveMail, waveMails } from '../wave-mails.ts'
import { changeLesson, takeLessonAway, useLesson, writeLesson } from '../wave-lessons.ts'
import {
  approveMail,
  pauseMail,
  previewMail,
  resetMail,
  testMail,
  withdrawApproval,
  writeMail,
} from '../write-wave-mails.ts'

export const communicationHandlers: Handlers<typeof communicationContract> = {
  'GET /api/v1/rollout/waves/:wave/mails': ({ platform, signedIn, params }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => waveMails(tx, signedIn.actor, params.wave)),
  'GET /api/v1/rollout/waves/:wave/mails/:kind': ({ platform, signedIn, params }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => oneWaveMail(tx, signedIn.actor, params.wave, params.kind)),
  'PUT /api/v1/rollout/waves/:wave/mails/:kind': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => writeMail(tx, signedIn.actor, params, body)),
  'POST /api/v1/rollout/waves/:wave/mails/:kind/reset': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => resetMail(tx, signedIn.actor, params, body)),
  'POST /api/v1/rollout/waves/:wave/mails/:kind/approval': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => approveMail(tx, signedIn.actor, params, body.version)),
  'DELETE /api/v1/rollout/waves/:wave/mails/:kind/approval': ({ platform, signedIn, params }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => withdrawApproval(tx, signedIn.actor, params)),
  'POST /api/v1/rollout/waves/:wave/mails/:kind/pause': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => pauseMail(tx, signedIn.actor, params, body.paused)),
  'POST /api/v1/rollout/waves/:wave/mails/:kind/test': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) =>
      testMail(platform, tx, signedIn.actor, params, body.language),
    ),
  'POST /api/v1/rollout/waves/:wave/mails/:kind/preview': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => previewMail(platform, tx, params, body)),
  'POST /api/v1/rollout/waves/:wave/lessons': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => writeLesson(tx, signedIn.actor, params.wave, body)),
  'PUT /api/v1/rollout/lessons/:id': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => changeLesson(tx, params.id, body)),
  'DELETE /api/v1/rollout/lessons/:id': ({ platform, signedIn, params }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => takeLessonAway(tx, params.id)),
  'POST /api/v1/rollout/lessons/:id/uses': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => useLesson(tx, signedIn.actor, params.id, body)),
}
