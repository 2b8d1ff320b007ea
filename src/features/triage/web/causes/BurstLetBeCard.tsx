import { Button, mergeClasses } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { BurstLetBe } from '../../contract/causes.ts'
import { useBurstWords } from './burst-words.ts'
import { causesKey, triageApi } from './cause-queries.ts'
import { useCauseStyles } from './cause-styles.ts'

type Props = { readonly burst: BurstLetBe; readonly mayDecide: boolean }

/** A burst that somebody let be and that may still go on: it can be taken up again. */
export function BurstLetBeCard({ burst, mayDecide }: Props) {
  const t = useWords('triage')
  const styles = useCauseStyles()
  const queries = useQueryClient()
  const toast = useToast()
  const what = useBurstWords()(burst)
  const { attempt, working } = useAttempt(useRefusals('triage'))
  const takeUp = () =>
    attempt(
      async () => {
        await triageApi('POST /api/v1/triage/bursts/:id/take-up', { params: { id: burst.id } })
        toast({ text: t('bursts.takenUp'), tone: 'success' })
      },
      () => queries.invalidateQueries({ queryKey: causesKey }),
    )
  return (
    <li className={styles.card}>
      <h3 className={styles.title}>{what}</h3>
      <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>
        {t('shiftLeft.tickets', { count: burst.tickets.length })} · {t('bursts.letBeBy', { name: burst.letBe.by })}{' '}
        <Time at={burst.letBe.at} quiet />
      </p>
      {mayDecide && (
        <div className={styles.row}>
          <Button
            size="small"
            disabled={working}
            aria-label={t('bursts.takeUpOf', { what })}
            onClick={() => void takeUp()}
          >
            {t('bursts.takeUp')}
          </Button>
        </div>
      )}
    </li>
  )
}
