import type { PersonActor } from '#features/people/domain/actor.ts'
import { mailIsSetUp } from '#features/mailboxes/server/actions.ts'
import { personById } from '#features/people/server/actions.ts'
import { htmlWords } from '#integrations/mail/compose.ts'
import { putMail } from '#integrations/mail/mail-to-send.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Conflict, NotFound, Refused } from '#platform/errors.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import type { WaveMails } from '../contract/communication.ts'
import { problemsIn, warningsIn } from '../domain/mails/check-mail.ts'
import type { Worded } from '../domain/mails/inherited.ts'
import type { MailKind, MailLanguage, MailText, MailTiming } from '../domain/mails/mail.ts'
import { usualTiming } from '../domain/mails/mail.ts'
import { letterhead, mailTo } from './render-mail.ts'
import { type MailChange, recordMail, saveMail, setApproval, setPaused } from './store/wave-mails.ts'
import { firstPeople } from './store/wave-people.ts'
import { tellOfRollout } from './tell.ts'
import { mailBefore, readyText, standingMail, waveAtHand, waveMails } from './wave-mails.ts'

/** Which mail of which wave. */
export type MailPlace = { readonly wave: string; readonly kind: MailKind }

export async function writeMail(
  tx: Tx,
  actor: PersonActor,
  place: MailPlace,
  given: MailText & { readonly timing: MailTiming; readonly version: number },
): Promise<WaveMails> {
  await waveAtHand(tx, place.wave)
  const { subject, body, timing, version } = given
  await keepMail(tx, actor, { ...place, text: { subject, body }, timing }, version, 'changed')
  return waveMails(tx, actor, place.wave)
}

/** Begins the text anew; when it goes stays as it was chosen. */
export async function resetMail(
  tx: Tx,
  actor: PersonActor,
  place: MailPlace,
  { to, version }: { readonly to: 'previous' | 'ready'; readonly version: number },
): Promise<WaveMails> {
  const at = await waveAtHand(tx, place.wave)
  const text = to === 'ready' ? readyText(place.kind) : mailBefore(at, place.kind).text
  const timing = standingMail(at, place.kind).row?.timing ?? usualTiming[place.kind]
  await keepMail(tx, actor, { ...place, text, timing }, version, 'reset')
  return waveMails(tx, actor, place.wave)
}

/** Approves exactly what was seen. A mail that nobody touched is written down first, so that it stays as it was approved. */
export async function approveMail(
  tx: Tx,
  actor: PersonActor,
  place: MailPlace,
  version: number,
): Promise<WaveMails> {
  const at = await waveAtHand(tx, place.wave)
  const { text, timing, row } = standingMail(at, place.kind)
  if (problemsIn(text).length > 0) throw new Refused({ code: 'mail-has-problems' })
  if ((row?.version ?? 0) !== version) throw new Conflict('mail-changed')
  if (!row) await write(tx, actor, { ...place, text, timing }, 0)
  if (!(await setApproval(tx, place, actor.personId, row?.version ?? 1))) throw new Conflict('mail-changed')
  await recordMail(tx, place, actor.personId, 'approved')
  await sendSoon(tx)
  await tellOfRollout(tx, place.wave)
  return waveMails(tx, actor, place.wave)
}

export async function withdrawApproval(tx: Tx, actor: PersonActor, place: MailPlace): Promise<WaveMails> {
  await waveAtHand(tx, place.wave)
  if (!(await setApproval(tx, place, null, null))) throw new Refused({ code: 'mail-not-approved' })
  await recordMail(tx, place, actor.personId, 'withdrawn')
  await tellOfRollout(tx, place.wave)
  return waveMails(tx, actor, place.wave)
}

export async function pauseMail(
  tx: Tx,
  actor: PersonActor,
  place: MailPlace,
  paused: boolean,
): Promise<WaveMails> {
  await waveAtHand(tx, place.wave)
  if (!(await setPaused(tx, place, paused ? actor.personId : null)))
    throw new Refused({ code: 'mail-not-approved' })
  await recordMail(tx, place, actor.personId, paused ? 'paused' : 'resumed')
  if (!paused) await sendSoon(tx)
  await tellOfRollout(tx, place.wave)
  return waveMails(tx, actor, place.wave)
}

/** What is due by now goes after the commit, not with the next run. */
function sendSoon(tx: Tx): Promise<void> {
  return enqueue(tx, 'rollout.send-mails-of', {}, { key: `rollout.send-mails-of ${tx.orgId}` })
}

/** Writes a mail over the version that was seen, with who did what. */
export async function keepMail(
  tx: Tx,
  actor: PersonActor,
  mail: Worded & { readonly wave: string },
  seen: number,
  what: MailChange,
): Promise<void> {
  await write(tx, actor, mail, seen)
  await recordMail(tx, mail, actor.personId, what)
  await tellOfRollout(tx, mail.wave)
}

async function write(tx: Tx, actor: PersonActor, mail: Worded & { readonly wave: string }, seen: number) {
  if (!(await saveMail(tx, mail, actor.personId, seen))) throw new Conflict('mail-changed')
}

/** The mail as it stands, to whoever asks, with their own name in it. */
export async function testMail(
  platform: Platform,
  tx: Tx,
  { personId }: PersonActor,
  place: MailPlace,
  language: MailLanguage,
): Promise<void> {
  const at = await waveAtHand(tx, place.wave)
  const me = await personById(tx, personId)
  if (!me) throw new NotFound('There is no such person')
  if (!(await mailIsSetUp(tx))) throw new Refused({ code: 'no-mailbox-sends' })
  const { text } = standingMail(at, place.kind)
  const head = await letterhead(tx, at.plan, at.wave)
  const mail = mailTo(platform, head, text, { name: me.name, email: me.email, language, platforms: [] })
  const subject = platform.translate(language, 'rollout:mails.testSubject', { subject: mail.subject })
  await putMail(platform, tx, { ...mail, subject })
}

/** More people are not offered to look at a mail with. */
const offered = 30

export async function previewMail(
  platform: Platform,
  tx: Tx,
  place: MailPlace,
  { language, personId, text }: { language: MailLanguage; personId: string | null; text: MailText | null },
) {
  const at = await waveAtHand(tx, place.wave)
  const people = await firstPeople(tx, at.group, offered)
  const example = people.find(({ id }) => id === personId) ?? people[0]
  const reader = example
    ? { ...example, language }
    : { name: platform.translate(language, 'rollout:mails.somebody'), email: '', language, platforms: [] }
  const shown = text ?? standingMail(at, place.kind).text
  const mail = mailTo(platform, await letterhead(tx, at.plan, at.wave), shown, reader)
  return {
    to: reader.name,
    subject: mail.subject,
    html: htmlWords(mail),
    problems: [...problemsIn(shown)],
    warnings: [...new Set(warningsIn(place.kind, shown).map(({ code }) => code))],
    people: people.map(({ id, name, language: speaks }) => ({ id, name, language: speaks })),
  }
}
