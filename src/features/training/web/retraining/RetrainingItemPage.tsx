import { Button, MessageBar, MessageBarBody, mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useAttempt } from '#ui/notice/attempt.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { useGo, usePathParams } from '#ui/pages/address.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { PageText } from '../courses/PageText.tsx'
import { LastDay } from '../home/LastDay.tsx'
import { trainingApi } from '../queries.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { useTrainingLive, useWhy } from '../training-words.ts'
import { retrainingOf } from './queries.ts'
import { useKinds } from './retraining-words.ts'

/** One thing to train again: what changed in the plan, what the course says about it, and its questions. */
export function RetrainingItemPage() {
  const t = useWords('training')
  const { id = '' } = usePathParams()
  const styles = useTrainingStyles()
  const kinds = useKinds()
  const go = useGo()
  const why = useWhy()
  const { working, attempt } = useAttempt(useRefusals('training'))
  const query = useQuery(retrainingOf(id))
  useTrainingLive()
  const duty = query.data?.duty
  const refusal = why(query.data?.testRefusal ?? null)
  const begin = () =>
    attempt(async () => {
      const test = await trainingApi('POST /api/v1/training/retraining/:id/test', { params: { id } })
      go(`/training/tests/${test.id}`)
    })
  return (
    <Page
      title={
        duty
          ? t('retraining.tierItem', { tier: duty.tier, item: duty.item.name[t.language] })
          : t('retraining.title')
      }
      state={duty && t('retraining.becauseOf', { version: duty.planVersion, kinds: kinds(duty.kinds) })}
      back={{ to: '/training/retraining', label: t('retraining.title') }}
      action={
        query.data?.mine &&
        duty?.doneAt === null && (
          <Button appearance="primary" disabledFocusable={working || refusal !== undefined} onClick={begin}>
            {query.data.openTest ? t('retraining.goOn') : t('retraining.begin')}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {(shown) => (
          <>
            {shown.duty.suspendedAt && shown.duty.doneAt === null && shown.mine && (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>{t('retraining.overdue', { tier: shown.duty.tier })}</MessageBarBody>
              </MessageBar>
            )}
            <p className={styles.plain}>
              {!shown.mine && `${t('retraining.ofAnother', { name: shown.duty.person.name })} `}
              {shown.duty.doneAt ? (
                <>
                  {t('retraining.doneOn')} <Time at={shown.duty.doneAt} />
                </>
              ) : (
                <>
                  {t('retraining.due')} <LastDay until={shown.duty.dueAt} />.{' '}
                  {refusal ?? t('retraining.beginText', { percent: shown.passPercent })}
                </>
              )}
            </p>
            <Section title={t('retraining.changed')} card>
              {shown.changes.length === 0 ? (
                <p className={mergeClasses(styles.plain, styles.quiet)}>{t('retraining.changedNone')}</p>
              ) : (
                <ul className={styles.list}>
                  {shown.changes.map((change) => (
                    <li key={change.en}>{change[t.language]}</li>
                  ))}
                </ul>
              )}
            </Section>
            {shown.pages.length > 0 && (
              <Section title={t('retraining.pages')}>
                {shown.pages.map((page) => (
                  <Section
                    key={page.title.en}
                    title={page.title[t.language]}
                    card
                    action={
                      <span className={styles.quiet}>{t('retraining.minutes', { count: page.minutes })}</span>
                    }
                  >
                    <PageText words={page.body[t.language]} label={page.title[t.language]} />
                  </Section>
                ))}
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}
