import { inOrganisation } from '#platform/database/transaction.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { communicationContract } from '../../contract/communication.ts'
import type { MailKind } from '../../domain/mails/mail.ts'
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

const placeOf = ({ key, kind }: { readonly key: string; readonly kind: MailKind }) => ({ wave: key, kind })

export const communicationHandlers: Handlers<typeof communicationContract> = {
  'GET /api/v1/rollout/waves/:key/mails': ({ platform, signedIn, params }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => waveMails(tx, signedIn.actor, params.key)),
  'GET /api/v1/rollout/waves/:key/mails/:kind': ({ platform, signedIn, params }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => oneWaveMail(tx, signedIn.actor, params.key, params.kind)),
  'PUT /api/v1/rollout/waves/:key/mails/:kind': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => writeMail(tx, signedIn.actor, placeOf(params), body)),
  'POST /api/v1/rollout/waves/:key/mails/:kind/reset': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => resetMail(tx, signedIn.actor, placeOf(params), body)),
  'POST /api/v1/rollout/waves/:key/mails/:kind/approval': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) =>
      approveMail(tx, signedIn.actor, placeOf(params), body.version),
    ),
  'DELETE /api/v1/rollout/waves/:key/mails/:kind/approval': ({ platform, signedIn, params }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => withdrawApproval(tx, signedIn.actor, placeOf(params))),
  'POST /api/v1/rollout/waves/:key/mails/:kind/pause': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => pauseMail(tx, signedIn.actor, placeOf(params), body.paused)),
  'POST /api/v1/rollout/waves/:key/mails/:kind/test': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) =>
      testMail(platform, tx, signedIn.actor, placeOf(params), body.language),
    ),
  'POST /api/v1/rollout/waves/:key/mails/:kind/preview': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => previewMail(platform, tx, placeOf(params), body)),
  'POST /api/v1/rollout/waves/:key/lessons': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => writeLesson(tx, signedIn.actor, params.key, body)),
  'PUT /api/v1/rollout/lessons/:id': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => changeLesson(tx, params.id, body)),
  'DELETE /api/v1/rollout/lessons/:id': ({ platform, signedIn, params }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => takeLessonAway(tx, params.id)),
  'POST /api/v1/rollout/lessons/:id/uses': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => useLesson(tx, signedIn.actor, params.id, body)),
}
