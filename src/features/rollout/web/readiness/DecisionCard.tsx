import { Button, mergeClasses } from '@fluentui/react-components'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { useIntent } from '#ui/api/intent.ts'
import { Alert } from '#ui/notice/Alert.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { DecisionView } from '../../contract/readiness.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { rolloutApi, useRefreshRollout } from '../queries.ts'
import { Sign } from '../waves/WaveChip.tsx'
import { FigureTable } from './FigureTable.tsx'

const ofOutcome = { go: 'good', conditional: 'doubt', 'no-go': 'bad' } as const

/** What somebody signed, with conditions to meet and the figures as they were. */
export function DecisionCard({ decision, isLast }: { readonly decision: DecisionView; readonly isLast: boolean }) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { day } = usePlanWords()
  const [open, setOpen] = useState(false)
  const { outcome, by, at, reason, conditions, planNumber, readiness, hash } = decision
  return (
    <li className={styles.card}>
      <div className={styles.apart}>
        <strong>
          <Sign tone={ofOutcome[outcome]}>{t(`outcomes.${outcome}`)}</Sign>
        </strong>
        {!isLast && <span className={styles.quiet}>{t('decisions.replaced')}</span>}
      </div>
      <span className={styles.quiet}>
        {t('decisions.by', { name: by.name, number: planNumber })} · <Time at={at} form="absolute" />
      </span>
      <p className={styles.plain} dir="auto">
        {reason}
      </p>
      {conditions.length > 0 && (
        <ul className={styles.list}>
          {conditions.map((one) => (
            <li key={one.id} className={styles.tight}>
              <span dir="auto">{one.text}</span>
              <span className={mergeClasses(styles.row, styles.quiet)}>
                {t('decisions.condition', { owner: one.owner.name, due: day(one.due) })}
                {one.met ? (
                  <Sign tone="good">{t('decisions.met', { name: one.met.by.name })}</Sign>
                ) : (
                  <Sign tone="open">{t('decisions.open')}</Sign>
                )}
                {one.mayMeet && <MeetButton id={one.id} text={one.text} />}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.row}>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'decisions.hideFigures' : 'decisions.showFigures')}
        </Button>
        <Button as="a" size="small" href={`/api/v1/rollout/decisions/${decision.id}/pdf`} download>
          {t('decisions.pdf')}
        </Button>
      </div>
      {open && (
        <>
          <FigureTable readiness={readiness} kept />
          <span className={mergeClasses(styles.quiet, styles.small)} style={{ overflowWrap: 'anywhere' }}>
            {t('decisions.hash')}: <code>{hash}</code>
          </span>
        </>
      )}
    </li>
  )
}

function MeetButton({ id, text }: { readonly id: string; readonly text: string }) {
  const t = useWords('rollout')
  const refresh = useRefreshRollout()
  const refusalWords = useRefusals('rollout', 'plan')
  const say = useProblemText(refusalWords)
  const intent = useIntent()
  const meet = useMutation({
    mutationFn: () => rolloutApi('POST /api/v1/rollout/conditions/:id/met', { params: { id }, key: intent.key() }),
    onSuccess: async () => {
      intent.done()
      await refresh()
    },
  })
  return (
    <>
      <Button
        size="small"
        disabledFocusable={meet.isPending}
        aria-label={`${t('decisions.meet')}: ${text}`}
        onClick={() => meet.mutate()}
      >
        {t('decisions.meet')}
      </Button>
      {meet.error && <Alert>{say(meet.error).sentence}</Alert>}
    </>
  )
}
