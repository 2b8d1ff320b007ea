import { Button, mergeClasses, Radio, RadioGroup } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { FormField } from '#ui/form/FormField.tsx'
import { useLive } from '#ui/live/live.tsx'
import { Alert } from '#ui/notice/Alert.tsx'
import { Section } from '#ui/page/Page.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import type { PracticeExercise } from '../../contract/practice.ts'
import { IssueView, ScoreView } from './Feedback.tsx'
import { exerciseOf, practiceApi, practiceKey } from './queries.ts'
import { usePracticeStyles } from './practice-styles.ts'

/** The exercise that a practice ticket belongs to: the cause to be named, and once it is over how it went. */
export function ExercisePanel({ number }: { readonly number: number }) {
  const t = useWords('training')
  const queries = useQueryClient()
  const exercise = useQuery(exerciseOf(number))
  useLive('practice', () => void queries.invalidateQueries({ queryKey: practiceKey }))
  const shown = exercise.data
  if (!shown?.mine) return null
  if (shown.finished) return <Over shown={shown} />
  return (
    <Section title={t('practice.yourExercise')} card>
      <Running key={shown.id} shown={shown} />
    </Section>
  )
}

function Running({ shown }: { readonly shown: PracticeExercise }) {
  const t = useWords('training')
  const styles = usePracticeStyles()
  const queries = useQueryClient()
  const say = useProblemText()
  const [chosen, setChosen] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [stopping, setStopping] = useState(false)
  const again = () => queries.invalidateQueries({ queryKey: practiceKey })
  const named = shown.candidates.find(({ id }) => id === shown.namedIssue)
  const name = () => {
    setProblem(null)
    practiceApi('POST /api/v1/training/practice/exercises/:id/cause', {
      params: { id: shown.id },
      body: { issueId: chosen },
    })
      .then(again)
      .catch((error: unknown) => setProblem(say(error).sentence))
  }
  return (
    <div className={styles.stack}>
      <p className={styles.plain}>{t('practice.yourTier', { tier: shown.tier })}</p>
      {named ? (
        <div className={styles.tight}>
          <h3 className={styles.heading}>{t('practice.named')}</h3>
          <p className={styles.plain}>{named.cause[t.language]}</p>
        </div>
      ) : (
        <>
          <FormField label={t('practice.whichCause')} hint={t('practice.whichCauseHint')} required>
            <RadioGroup value={chosen} onChange={(_, { value }) => setChosen(value)}>
              {shown.candidates.map(({ id, cause }) => (
                <Radio key={id} value={id} label={cause[t.language]} />
              ))}
            </RadioGroup>
          </FormField>
          {problem !== null && <Alert>{problem}</Alert>}
        </>
      )}
      <div className={styles.row}>
        {!named && (
          <Button disabled={chosen === ''} onClick={name}>
            {t('practice.nameCause')}
          </Button>
        )}
        <Button appearance="subtle" onClick={() => setStopping(true)}>
          {t('practice.stop')}
        </Button>
      </div>
      <ConfirmDialog
        open={stopping}
        onClose={() => setStopping(false)}
        title={t('practice.stopTitle')}
        text={t('practice.stopText')}
        primary={t('practice.stop')}
        onConfirm={async () => {
          await practiceApi('POST /api/v1/training/practice/exercises/:id/give-up', { params: { id: shown.id } })
          await again()
        }}
      />
    </div>
  )
}

function Over({ shown }: { readonly shown: PracticeExercise }) {
  const t = useWords('training')
  const styles = usePracticeStyles()
  return (
    <>
      <Section title={shown.givenUp ? t('practice.stopped') : t('practice.over')} card>
        {shown.score ? (
          <ScoreView score={shown.score} />
        ) : (
          <p className={mergeClasses(styles.plain, styles.quiet)}>{t('practice.stoppedText')}</p>
        )}
        <div>
          <ButtonLink to="/training/practice" appearance="primary">
            {t('practice.another')}
          </ButtonLink>
        </div>
      </Section>
      {shown.issue && (
        <Section title={t('practice.behind')} card>
          <IssueView issue={shown.issue} />
        </Section>
      )}
    </>
  )
}
