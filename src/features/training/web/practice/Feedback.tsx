import { Badge, mergeClasses, ProgressBar } from '@fluentui/react-components'
import { Fragment } from 'react'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { useWords } from '#ui/words/words.ts'
import type { PracticeExercise, PracticeIssue } from '../../contract/practice.ts'
import { scoreParts, weights } from '../../domain/practice/score.ts'
import { usePracticeStyles } from './practice-styles.ts'

type Score = NonNullable<PracticeExercise['score']>

/** What an exercise was worth, part by part, and what was good and what was not. */
export function ScoreView({ score }: { readonly score: Score }) {
  const t = useWords('training')
  const styles = usePracticeStyles()
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <span className={styles.points}>{t('practice.points', { points: score.points })}</span>
        <Badge appearance="tint" color={score.passed ? 'success' : 'warning'}>
          {score.passed ? t('practice.passed') : t('practice.notPassed')}
        </Badge>
      </div>
      <p className={mergeClasses(styles.plain, styles.quiet)}>
        {t('practice.inShort', { steps: t('practice.steps', { count: score.steps }), minutes: score.minutes })}
      </p>
      <dl className={styles.parts}>
        {scoreParts.map((part) => {
          const share = score.parts[part]
          return (
            <Fragment key={part}>
              <dt>{t(`practice.parts.${part}`)}</dt>
              <dd className={styles.plain}>
                {share !== null && share !== undefined && (
                  <ProgressBar
                    value={share}
                    thickness="large"
                    aria-hidden
                    color={share > 0.5 ? 'success' : 'warning'}
                  />
                )}
              </dd>
              <dd className={styles.figure}>
                {share === null || share === undefined
                  ? t('practice.notAsked')
                  : t('practice.ofWeight', { points: Math.round(share * weights[part]), weight: weights[part] })}
              </dd>
            </Fragment>
          )
        })}
      </dl>
      {score.notes.length > 0 && (
        <ul className={styles.list}>
          {score.notes.map((note) => (
            <li key={note}>{t(`practice.notes.${note}`)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What the known issue behind an exercise says. */
export function IssueView({ issue }: { readonly issue: PracticeIssue }) {
  const t = useWords('training')
  const styles = usePracticeStyles()
  const { language } = t
  const lines = (texts: readonly string[]) => (
    <ul className={styles.list}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
  return (
    <KeyValues
      labels="above"
      items={[
        { label: t('practice.issue.symptom'), value: issue.symptom[language] },
        ...(issue.codes.length > 0 ? [{ label: t('practice.issue.codes'), value: issue.codes.join(', ') }] : []),
        { label: t('practice.issue.cause'), value: issue.cause[language] },
        { label: t('practice.issue.tier'), value: t('practice.tierNumber', { tier: issue.typicalTier }) },
        { label: t('practice.issue.checks'), value: lines(issue.checks[language]) },
        { label: t('practice.issue.fix'), value: lines(issue.fix[language]) },
        { label: t('practice.issue.evidence'), value: lines(issue.evidence.map((one) => one[language])) },
        ...(issue.source === null
          ? []
          : [
              {
                label: t('practice.issue.source'),
                value: (
                  <a href={issue.source} target="_blank" rel="noreferrer">
                    {t('practice.issue.documentation')}
                  </a>
                ),
              },
            ]),
      ]}
    />
  )
}
