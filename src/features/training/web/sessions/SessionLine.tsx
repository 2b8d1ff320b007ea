import { Badge, Button } from '@fluentui/react-components'
import { mergeClasses } from '@fluentui/react-components'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { TrainingSession } from '../../contract/sessions.ts'
import { trainingApi } from '../queries.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { useRefresh } from '../training-words.ts'
import { SessionWhen } from './SessionWhen.tsx'

/** One training session in a list, with signing up where one may. */
export function SessionLine({
  trainingSession,
  primary = false,
}: {
  readonly trainingSession: TrainingSession
  readonly primary?: boolean
}) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const me = useSignedIn()
  const { course, trainer } = trainingSession
  const trains = trainer.id === me.id
  return (
    <div className={styles.row}>
      <TierBadge tier={course.tier} />
      <span className={mergeClasses(styles.tight, styles.grow)}>
        <PageLink to={`/training/sessions/${trainingSession.id}`}>
          {course.name[t.language]}, <SessionWhen trainingSession={trainingSession} />
        </PageLink>
        <span className={mergeClasses(styles.quiet, styles.small, styles.wrap)}>
          {trains ? t('sessions.youTrain') : t('sessions.byTrainer', { name: trainer.name })} ·{' '}
          <span dir="auto">{trainingSession.place ?? t('sessions.online')}</span> ·{' '}
          {t(`languages.${trainingSession.language}`)} ·{' '}
          {t('sessions.seatsTaken', { taken: trainingSession.seated, seats: trainingSession.seats })}
        </span>
      </span>
      {trainingSession.cancelledAt && <Badge color="danger">{t('sessions.cancelled')}</Badge>}
      {trainingSession.mine && (
        <Badge appearance="tint" color={trainingSession.mine === 'waiting' ? 'warning' : 'success'}>
          {t(`sessions.mine.${trainingSession.mine}`)}
        </Badge>
      )}
      {trainingSession.signUpRefusal === null && (
        <SignUpButton trainingSession={trainingSession} primary={primary} />
      )}
    </div>
  )
}

/** Signs up with one click; a full training session offers the waiting list. */
export function SignUpButton({
  trainingSession,
  primary,
}: {
  readonly trainingSession: TrainingSession
  readonly primary: boolean
}) {
  const t = useWords('training')
  const toast = useToast()
  const refresh = useRefresh()
  const { working, attempt } = useAttempt(useRefusals('training'))
  const isFull = trainingSession.seated >= trainingSession.seats
  const signUp = () =>
    attempt(async () => {
      const { trainingSession: after } = await trainingApi('POST /api/v1/training/sessions/:id/sign-ups', {
        params: { id: trainingSession.id },
        body: {},
      })
      toast({ text: t(after.mine === 'waiting' ? 'sessions.onWaitingList' : 'sessions.haveSeat') })
    }, refresh)
  return (
    <Button
      appearance={primary ? 'primary' : 'secondary'}
      disabled={working}
      onClick={() => void signUp()}
      aria-label={t('sessions.signUpFor', { course: trainingSession.course.name[t.language] })}
    >
      {t(isFull ? 'sessions.wait' : 'sessions.signUp')}
    </Button>
  )
}
