import { Section } from '#ui/page/Page.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { useWords } from '#ui/words/words.ts'
import type { SessionView } from '../../contract/sessions.ts'
import { useTrainingStyles } from '../training-styles.ts'

type EvaluationCardProps = { readonly evaluation: NonNullable<SessionView['evaluation']> }

/** What people thought, as averages; nothing until there are enough answers to hide behind. */
export function EvaluationCard({ evaluation }: EvaluationCardProps) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const { answers, useful, pace, trainer, remarks } = evaluation
  const mark = (value: number | null) =>
    value === null
      ? '–'
      : t('evaluation.of', {
          mark: value.toLocaleString(t.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
        })
  return (
    <Section title={t('evaluation.title')} card>
      {useful === null ? (
        <p className={styles.plain}>
          {answers === 0 ? t('evaluation.none') : t('evaluation.few', { count: answers })}
        </p>
      ) : (
        <KeyValues
          items={[
            { label: t('evaluation.answers'), value: String(answers) },
            { label: t('evaluate.useful'), value: mark(useful) },
            { label: t('evaluate.pace'), value: mark(pace) },
            { label: t('evaluate.trainer'), value: mark(trainer) },
          ]}
        />
      )}
      {remarks.length > 0 && (
        <ul dir="auto">
          {remarks.map((remark, index) => (
            <li key={index}>{remark}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}
