import { Button, mergeClasses } from '@fluentui/react-components'
import { useAttempt } from '#ui/notice/attempt.ts'
import { Section } from '#ui/page/Page.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { SessionView } from '../../contract/sessions.ts'
import { trainingApi } from '../queries.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { useRefresh } from '../training-words.ts'

/** The code that the trainer shows in the room, large enough for its last row. */
export function CodeCard({ view }: { readonly view: SessionView }) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const refresh = useRefresh()
  const { working, attempt } = useAttempt(useRefusals('training'))
  const { code } = view
  const params = { id: view.trainingSession.id }
  const make = () => attempt(() => trainingApi('POST /api/v1/training/sessions/:id/code', { params }), refresh)
  return (
    <Section title={t('code.title')} card>
      <div className={styles.stack}>
        <p className={styles.plain}>{t('code.text', { path: `${location.host}/training/attend` })}</p>
        {code && (
          <div className={styles.row}>
            <output className={mergeClasses(styles.code)} aria-label={t('code.now')}>
              {`${code.code.slice(0, 3)} ${code.code.slice(3)}`}
            </output>
            <span className={styles.quiet}>
              {t('code.until')} <Time at={code.until} />
            </span>
          </div>
        )}
        <div>
          <Button appearance={code ? 'secondary' : 'primary'} disabled={working} onClick={() => void make()}>
            {t(code ? 'code.another' : 'code.show')}
          </Button>
        </div>
      </div>
    </Section>
  )
}
