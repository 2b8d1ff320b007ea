import { organisationOf, personsByIds } from '#features/people/server/actions.ts'
import { DocumentFailed } from '#integrations/documents/apart/make-apart.ts'
import { putMail } from '#integrations/mail/mail-to-send.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { type Blob, storeBlob } from '#platform/files/blobs.ts'
import { addFile, keepFiles } from '#platform/files/files.ts'
import type { JobPayload, Jobs, JobTry } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import { MinutesContent } from '../../contract/minutes.ts'
import { tellRoom } from '../room/scene.ts'
import type { BridgeServices } from '../services.ts'
import { findMeeting } from '../store/meetings.ts'
import { enterPrints, minutesOf } from '../store/minutes.ts'
import { minutesMail } from './mail.ts'
import { readersOf } from './minutes.ts'
import { printMinutes } from './print.ts'

type Payload = JobPayload & { readonly meetingId: string; readonly version: number }

/** Slow: printing takes seconds. */
export const slowBridgeJobs = (services: BridgeServices): Jobs => ({
  'bridges.send-minutes': (platform: Platform, payload: Payload, jobTry: JobTry) =>
    sendMinutes(platform, services, payload, jobTry),
})

/**
 * Prints minutes that were sent, in both languages, and puts the mails in the outbox, each with the print in its reader's language. The
 * prints are entered once, and the mails in that same transaction, so a second run sends nothing. Minutes that cannot be printed go without.
 */
async function sendMinutes(
  platform: Platform,
  services: BridgeServices,
  { orgId, meetingId, version }: Payload,
  { isLast }: JobTry,
): Promise<void> {
  const work = await inOrganisation(platform, orgId, async (tx) => {
    const minutes = (await minutesOf(tx, meetingId)).find((one) => one.version === version)
    if (!minutes?.sent || minutes.pdf !== 'making') return null
    return { content: MinutesContent.parse(minutes.sent.content), organisation: (await organisationOf(tx)).name }
  })
  if (!work) return
  const { content, organisation } = work
  const prints = await printed(platform, { content, organisation, version }, isLast)
  await inOrganisation(platform, orgId, async (tx) => {
    const meeting = await findMeeting(tx, meetingId, { lock: true })
    if (!meeting) return
    const files = prints && {
      nl: (
        await addFile(tx, prints.nl, {
          name: `verslag-${content.meeting.beganAt.slice(0, 10)}.pdf`,
          ownerId: null,
        })
      ).id,
      en: (
        await addFile(tx, prints.en, {
          name: `minutes-${content.meeting.beganAt.slice(0, 10)}.pdf`,
          ownerId: null,
        })
      ).id,
    }
    if (!(await enterPrints(tx, meetingId, version, files))) return
    if (files) await keepFiles(tx, [files.nl, files.en])
    await tellRoom(tx, meetingId)
    if (!(await services.mailIsSetUp(tx))) return
    const people = await personsByIds(tx, await readersOf(tx, meeting))
    for (const person of people.values()) {
      const mail = minutesMail(platform, { content, meetingId, version, person, organisation })
      await putMail(platform, tx, { ...mail, files: files ? [files[person.language]] : [] })
    }
  })
}

type Prints = { readonly nl: Blob; readonly en: Blob }

async function printed(
  platform: Platform,
  print: { readonly content: MinutesContent; readonly organisation: string; readonly version: number },
  isLast: boolean,
): Promise<Prints | null> {
  try {
    const nl = await storeBlob(platform, await printMinutes(platform.translate, { ...print, language: 'nl' }))
    const en = await storeBlob(platform, await printMinutes(platform.translate, { ...print, language: 'en' }))
    return { nl, en }
  } catch (error) {
    if (!isLast && !(error instanceof DocumentFailed)) throw error
    platform.log.error({ err: error }, 'minutes could not be printed and go out without their print')
    return null
  }
}
