import { cancelInvitation, keepInvitation } from '#features/invitations/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { found } from './must.ts'
import { courseNames } from './plan.ts'
import { findSession } from './store/sessions.ts'
import { signUpsOf } from './store/sign-ups.ts'

/** Brings the calendars of the trainer and of everybody with a seat to what the training session is now. */
export async function keepCalendars(platform: Platform, tx: Tx, sessionId: string): Promise<void> {
  const session = found(await findSession(tx, sessionId))
  if (session.cancelledAt !== null) {
    await cancelInvitation(platform, tx, 'training-session', sessionId)
    return
  }
  const { name } = found((await courseNames(tx, [session])).get(session.courseKey))
  const seated = (await signUpsOf(tx, [sessionId])).filter(({ state }) => state === 'seated')
  const say = (language: 'nl' | 'en', key: string) =>
    platform.translate(language, `training:invitation.${key}`, {
      course: name[language],
      trainer: session.trainerName,
      url: `${platform.baseUrl}/training/sessions/${sessionId}`,
    })
  await keepInvitation(platform, tx, {
    kind: 'training-session',
    subjectId: sessionId,
    title: { nl: say('nl', 'title'), en: say('en', 'title') },
    description: { nl: say('nl', 'text'), en: say('en', 'text') },
    place: session.place,
    link: session.link,
    timeZone: session.timeZone,
    occurrences: [{ key: 'once', starts: session.startsAt, ends: session.endsAt }],
    organiser: session.trainerId,
    attendees: [
      { personId: session.trainerId, required: true },
      ...seated.map(({ personId }) => ({ personId, required: true })),
    ],
  })
}
