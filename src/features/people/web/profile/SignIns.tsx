import { Badge, Button } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useToast } from '#ui/notice/Notices.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Section } from '#ui/page/Page.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { meKey, peopleApi, signIns } from '../queries.ts'
import { browserIn } from './browser-name.ts'

/** Where one is signed in, and how to end it there. */
export function SignIns() {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const queries = useQueryClient()
  const toast = useToast()
  const say = useProblemText()
  const query = useQuery(signIns)

  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
      await queries.invalidateQueries({ queryKey: signIns.queryKey })
    } catch (error) {
      toast({ text: say(error).sentence, tone: 'error' })
    }
  }
  const everywhere = () =>
    attempt(async () => {
      await peopleApi('POST /api/v1/sign-out', { body: { everywhere: true } })
      queries.setQueryData(meKey, null)
    })

  return (
    <Section
      title={t('signIns.title')}
      card
      action={
        <Button size="small" onClick={() => void everywhere()}>
          {t('signIns.everywhere')}
        </Button>
      }
    >
      <Loaded query={query}>
        {(data) => (
          <ul className={styles.list}>
            {data.signIns.map((one) => {
              const { browser, system } = browserIn(one.userAgent)
              const name = browser && system ? t('signIns.on', { browser, system }) : t('signIns.unknown')
              return (
                <li key={one.id} className={styles.item}>
                  <span className={styles.grow}>
                    {name}
                    <div className={`${styles.quiet} ${styles.small}`}>
                      {t('signIns.since')} <Time at={one.createdAt} /> · {t('signIns.seen')}{' '}
                      <Time at={one.seenAt} />
                    </div>
                  </span>
                  {one.current ? (
                    <Badge appearance="tint">{t('signIns.here')}</Badge>
                  ) : (
                    <Button
                      size="small"
                      appearance="subtle"
                      aria-label={t('signIns.endOf', { name })}
                      onClick={() =>
                        void attempt(() => peopleApi('DELETE /api/v1/me/sign-ins/:id', { params: { id: one.id } }))
                      }
                    >
                      {t('signIns.end')}
                    </Button>
                  )}
                </li>
              )
            })}
          </ul>
        )}
      </Loaded>
    </Section>
  )
}
