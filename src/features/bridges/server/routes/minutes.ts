import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import { openBlob } from '#platform/files/blobs.ts'
import { attachmentHeader, cleanFileName } from '#platform/files/file-name.ts'
import { fileById } from '#platform/files/files.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import type { minutesRoutes } from '../../contract/minutes.ts'
import { correctMinutes, keepSummary, printOf, sendMinutes, showMinutes } from '../minutes/minutes.ts'

export function minutesHandlers(platform: Platform): Handlers<typeof minutesRoutes> {
  const within = <Value>({ orgId }: SignedIn, work: (tx: Tx) => Promise<Value>) =>
    inOrganisation(platform, orgId, work)
  return {
    'GET /api/v1/bridges/meetings/:id/minutes': ({ params, query, signedIn }) =>
      within(signedIn, (tx) => showMinutes(tx, signedIn.actor, params.id, query.version)),
    'PUT /api/v1/bridges/meetings/:id/minutes': ({ params, body, signedIn }) =>
      within(signedIn, async (tx) => {
        await keepSummary(tx, signedIn.actor, params.id, body)
        return showMinutes(tx, signedIn.actor, params.id)
      }),
    'POST /api/v1/bridges/meetings/:id/minutes/send': ({ params, body, signedIn }) =>
      within(signedIn, async (tx) => {
        await sendMinutes(tx, signedIn.actor, params.id, body.revision)
        return showMinutes(tx, signedIn.actor, params.id)
      }),
    'POST /api/v1/bridges/meetings/:id/minutes/correct': ({ params, signedIn }) =>
      within(signedIn, async (tx) => {
        await correctMinutes(tx, signedIn.actor, params.id)
        return showMinutes(tx, signedIn.actor, params.id)
      }),
    'GET /api/v1/bridges/meetings/:id/minutes/pdf': async ({ params, query, signedIn, reply }) => {
      const language = query.language ?? signedIn.language
      const { meeting, version, file } = await within(signedIn, async (tx) => {
        const print = await printOf(tx, params.id, language, query.version)
        const stored = await fileById(tx, print.fileId)
        if (!stored) throw new NotFound('The print of the minutes is gone')
        return { ...print, file: stored }
      })
      const day = (meeting.beganAt ?? meeting.startsAt).slice(0, 10)
      const name = `${meeting.name[language]} ${day}${version > 1 ? ` v${version}` : ''}.pdf`
      return reply
        .header('content-disposition', attachmentHeader('attachment', cleanFileName(name)))
        .header('content-length', file.size)
        .header('cache-control', 'private, no-cache')
        .header('etag', `"${file.sha256}"`)
        .type('application/pdf')
        .send(openBlob(platform, file.sha256))
    },
  }
}
