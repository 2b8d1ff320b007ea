import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useAttempt } from '#ui/notice/attempt.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { trainingApi } from '../queries.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { mending } from './queries.ts'

/** Where a missing certification keeps somebody from a ticket: which training mends it, and its next date. */
export function Mending({ tier }: { readonly tier: number }) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const shown = useQuery(mending(tier)).data
  if (!shown) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('retraining.mending.title', { tier })}</MessageBarTitle>
        <div className={styles.tight}>
          {shown.retraining.map((duty) => (
            <PageLink key={duty.id} to={`/training/retraining/${duty.id}`}>
              {t('retraining.mending.retraining', { item: duty.item.name[t.language] })}
            </PageLink>
          ))}
          {shown.retraining.length === 0 &&
            shown.courses.map((course) => <CourseLine key={course.key} course={course} tier={tier} />)}
          <PageLink to="/training">{t('retraining.mending.toTraining')}</PageLink>
        </div>
      </MessageBarBody>
    </MessageBar>
  )
}

type Course = {
  readonly key: string
  readonly name: { readonly nl: string; readonly en: string }
  readonly minutes: number
  readonly next: readonly { readonly id: string; readonly startsAt: string; readonly signedUp: boolean }[]
}

function CourseLine({ course, tier }: { readonly course: Course; readonly tier: number }) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const queries = useQueryClient()
  const { working, attempt } = useAttempt(useRefusals('training'))
  const [next] = course.next
  const signUp = (id: string) =>
    attempt(async () => {
      await trainingApi('POST /api/v1/training/sessions/:id/sign-ups', { params: { id }, body: {} })
      await queries.invalidateQueries({ queryKey: mending(tier).queryKey })
    })
  return (
    <span className={styles.row}>
      <span>
        {t('retraining.mending.course', { course: course.name[t.language], minutes: course.minutes })}{' '}
        {next ? (
          <>
            {t('retraining.mending.next')} <Time at={next.startsAt} />
            {next.signedUp && `, ${t('retraining.mending.signedUp')}`}
          </>
        ) : (
          t('retraining.mending.noDate')
        )}
      </span>
      {next && !next.signedUp && (
        <Button size="small" disabledFocusable={working} onClick={() => signUp(next.id)}>
          {t('retraining.mending.signUp')}
        </Button>
      )}
    </span>
  )
}
