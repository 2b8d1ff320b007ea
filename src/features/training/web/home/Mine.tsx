import { Button } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { useDuration } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { TrainingHome, TrainingSession } from '../../contract/sessions.ts'
import { EvaluateDialog } from '../sessions/EvaluateDialog.tsx'
import { SessionLine } from '../sessions/SessionLine.tsx'
import { SessionWhen } from '../sessions/SessionWhen.tsx'
import { RetrainingNotice } from '../retraining/RetrainingNotice.tsx'
import { useTrainingStyles } from '../training-styles.ts'
import { CertificateList } from './CertificateList.tsx'
import { MyCourseCard } from './MyCourseCard.tsx'

/** Where I stand: the courses of my tiers, what is ahead, what I may judge, my certificates. */
export function Mine({ shown }: { readonly shown: TrainingHome }) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  return (
    <>
      <RetrainingNotice />
      {shown.courses.length === 0 && <EmptyState title={t('mine.none')} text={t('mine.noneText')} />}
      {shown.courses.map((one) => (
        <MyCourseCard key={one.course.key} one={one} />
      ))}
      {shown.trainingSessions.length > 0 && (
        <Section title={t('mine.ahead')} card>
          <ul className={styles.list}>
            {shown.trainingSessions.map((trainingSession) => (
              <li key={trainingSession.id}>
                <SessionLine trainingSession={trainingSession} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {shown.toEvaluate.length > 0 && <ToEvaluate trainingSessions={shown.toEvaluate} />}
      {shown.certificates.length > 0 && (
        <Section title={t('mine.certificates')} card>
          <CertificateList certificates={shown.certificates} />
        </Section>
      )}
      <Section title={t('mine.courses')} card>
        <AllCourses shown={shown} />
      </Section>
    </>
  )
}

function ToEvaluate({ trainingSessions }: { readonly trainingSessions: readonly TrainingSession[] }) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const judging = useDialog<TrainingSession>()
  return (
    <Section title={t('mine.judge')} card>
      <ul className={styles.list}>
        {trainingSessions.map((trainingSession) => (
          <li key={trainingSession.id} className={styles.row}>
            <span className={styles.grow}>
              {trainingSession.course.name[t.language]}, <SessionWhen trainingSession={trainingSession} />
            </span>
            <Button onClick={() => judging.show(trainingSession)}>{t('evaluate.open')}</Button>
          </li>
        ))}
      </ul>
      {judging.of && (
        <EvaluateDialog
          key={judging.turn}
          trainingSession={judging.of}
          open={judging.open}
          onClose={judging.hide}
        />
      )}
    </Section>
  )
}

function AllCourses({ shown }: { readonly shown: TrainingHome }) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const duration = useDuration()
  return (
    <ul className={styles.list}>
      {shown.all.map((course) => (
        <li key={course.key} className={styles.row}>
          <TierBadge tier={course.tier} />
          <span className={styles.grow}>
            <PageLink to={`/training/courses/${course.key}`}>{course.name[t.language]}</PageLink>
          </span>
          <span className={styles.quiet}>{duration(course.minutes)}</span>
        </li>
      ))}
    </ul>
  )
}
