import { cancelInvitation, keepInvitation } from '#features/invitations/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { found } from './must.ts'
import { courseNames } from './plan.ts'
import { findTrainingSession } from './store/sessions.ts'
import { signUpsOf } from './store/sign-ups.ts'

/** Brings the calendars of the trainer and of everybody with a seat to what the training session is now. */
export async function keepCalendars(platform: Platform, tx: Tx, sessionId: string): Promise<void> {
  const trainingSession = found(await findTrainingSession(tx, sessionId))
  if (trainingSession.cancelledAt !== null) {
    await cancelInvitation(platform, tx, 'training-session', sessionId)
    return
  }
  const { name } = found((await courseNames(tx, [trainingSession])).get(trainingSession.courseKey))
  const seated = (await signUpsOf(tx, [sessionId])).filter(({ state }) => state === 'seated')
  const say = (language: 'nl' | 'en', key: string) =>
    platform.translate(language, `training:invitation.${key}`, {
      course: name[language],
      trainer: trainingSession.trainerName,
      url: `${platform.baseUrl}/training/sessions/${sessionId}`,
    })
  await keepInvitation(platform, tx, {
    kind: 'training-session',
    subjectId: sessionId,
    title: { nl: say('nl', 'title'), en: say('en', 'title') },
    description: { nl: say('nl', 'text'), en: say('en', 'text') },
    place: trainingSession.place,
    link: trainingSession.link,
    timeZone: trainingSession.timeZone,
    occurrences: [{ key: 'once', starts: trainingSession.startsAt, ends: trainingSession.endsAt }],
    organiser: trainingSession.trainerId,
    attendees: [
      { personId: trainingSession.trainerId, required: true },
      ...seated.map(({ personId }) => ({ personId, required: true })),
    ],
  })
}
