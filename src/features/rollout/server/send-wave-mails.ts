import { mailIsSetUp } from '#features/mailboxes/server/actions.ts'
import { organisationIds } from '#features/people/server/actions.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { putMail } from '#integrations/mail/mail-to-send.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { JobPayload } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import { problemsIn } from '../domain/mails/check-mail.ts'
import { kindsFrom, type MailKind, mailKinds } from '../domain/mails/mail.ts'
import { mailNow, momentOf, type Scheduled, usefulUntil } from '../domain/mails/moments.ts'
import { wavesInTurn } from '../domain/mails/waves.ts'
import { letterhead, mailTo } from './render-mail.ts'
import { peopleWithout } from './store/wave-people.ts'
import { countWaiting, enterSend } from './store/wave-sends.ts'
import { tellOfRollout } from './tell.ts'
import { standingMail, type WaveAtHand, waveAtHand } from './wave-mails.ts'

/**
 * So many mails of waves are on their way at most, and so many more are put out in a run, which comes every minute: whatever the
 * desk has to say to somebody with a problem waits behind these at the longest, never behind a whole wave.
 */
export const mostOnTheirWay = 120

/** Sends what is due in one organisation: somebody just approved it. */
export async function sendWaveMailsOf(platform: Platform, { orgId }: JobPayload): Promise<void> {
  await inOrganisation(platform, orgId, (tx) => sendInOrganisation(platform, tx))
}

/** Sends what is due to whoever has not had it, in every organisation. */
export async function sendWaveMails(platform: Platform): Promise<void> {
  for (const orgId of await organisationIds(platform))
    await inOrganisation(platform, orgId, (tx) => sendInOrganisation(platform, tx))
}

export async function sendInOrganisation(platform: Platform, tx: Tx): Promise<number> {
  const plan = (await publishedPlan(tx))?.document
  if (!plan || !(await mailIsSetUp(tx))) return 0
  let room = mostOnTheirWay - (await countWaiting(tx))
  let put = 0
  for (const { wave } of wavesInTurn(plan)) {
    if (room <= 0) break
    const at = await waveAtHand(tx, wave.key)
    const scheduled = mailKinds.map((kind) => scheduleOf(at, kind))
    const kind = mailNow(scheduled, tx.now)
    if (kind === null) continue
    const sent = await sendMail(platform, tx, at, kind, room)
    room -= sent
    put += sent
  }
  return put
}

function scheduleOf(at: WaveAtHand, kind: MailKind): Scheduled {
  const { text, timing, row } = standingMail(at, kind)
  return {
    kind,
    moment: momentOf(timing, at.wave, at.timeZone),
    usefulUntil: usefulUntil(kind, timing, at.wave, at.timeZone),
    mayGo: row !== null && row.approved !== null && row.paused === null && problemsIn(text).length === 0,
  }
}

/** Puts the mail out for as many people as there is room for; whoever got a later one is past it. */
async function sendMail(
  platform: Platform,
  tx: Tx,
  at: WaveAtHand,
  kind: MailKind,
  room: number,
): Promise<number> {
  const people = await peopleWithout(tx, at.group, kindsFrom(kind), room)
  if (people.length === 0) return 0
  const { text } = standingMail(at, kind)
  const head = await letterhead(tx, at.plan, at.wave)
  let put = 0
  for (const person of people) {
    const mailId = newId()
    const send = { wave: at.wave.key, kind, personId: person.id, mailId, told: at.wave }
    if (!(await enterSend(tx, send))) continue
    put += 1
    await putMail(platform, tx, mailTo(platform, head, text, person), mailId)
  }
  await tellOfRollout(tx, at.wave.key)
  return put
}
