import { Badge, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle'
import { Section } from '#ui/page/Page.tsx'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { Table } from '#ui/show/Table.tsx'
import { useWords } from '#ui/words/words.ts'
import type { AttemptView } from '../../contract/courses.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { useWhy } from '../training-words.ts'

const useStyles = makeStyles({
  percent: {
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  right: { color: tokens.colorStatusSuccessForeground1 },
  wrong: { color: tokens.colorStatusDangerForeground1 },
})

type Result = NonNullable<AttemptView['result']>

/** What a test came to: per agenda item, and for each question what was right and why. */
export function TestResult({ attempt }: { readonly attempt: AttemptView }) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const own = useStyles()
  const { result } = attempt
  if (!result) return null
  const wrong = attempt.questions.filter(
    ({ key }) => !result.questions.some((one) => one.key === key && one.right),
  )
  const right = attempt.questions.filter((question) => !wrong.includes(question))
  return (
    <>
      <Section title={t(result.passed ? 'test.passed' : 'test.failed')} card>
        <div className={styles.stack}>
          <div className={styles.row}>
            <span className={own.percent}>{result.percent}%</span>
            <Badge appearance="tint" color={result.passed ? 'success' : 'danger'}>
              {t('test.mark', { percent: attempt.passPercent })}
            </Badge>
          </div>
          <Next result={result} />
        </div>
      </Section>
      <Section title={t('test.items')} card>
        <Table label={t('test.items')} heads={[t('test.item'), t('test.right')]}>
          {result.items.map((item) => (
            <tr key={item.item}>
              <th scope="row">{item.name[t.language]}</th>
              <td className={styles.figure}>{t('test.of', { right: item.right, asked: item.asked })}</td>
            </tr>
          ))}
        </Table>
      </Section>
      {wrong.length > 0 && (
        <Section title={t('test.wrongOnes')} card>
          <Explained questions={wrong} result={result} />
        </Section>
      )}
      {right.length > 0 && (
        <Section title={t('test.rightOnes')} card>
          <Explained questions={right} result={result} />
        </Section>
      )}
    </>
  )
}

/** What one does now. */
function Next({ result }: { readonly result: Result }) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const why = useWhy()
  if (result.certificate !== null)
    return (
      <div className={styles.row}>
        <span className={styles.grow}>{t('test.certified')}</span>
        <ButtonLink appearance="primary" to={`/training/certificates/${result.certificate}`}>
          {t('test.toCertificate')}
        </ButtonLink>
      </div>
    )
  if (result.passed)
    return (
      <div className={styles.row}>
        <span className={styles.grow}>
          {t(result.left.includes('practise') ? 'test.practiseLeft' : 'test.done')}
        </span>
        {result.left.includes('practise') && (
          <ButtonLink appearance="primary" to="/training/practice">
            {t('mine.practise')}
          </ButtonLink>
        )}
      </div>
    )
  return (
    <div className={styles.row}>
      <span className={styles.grow}>{why(result.again) ?? t('test.again')}</span>
      <ButtonLink to="/training">{t('attend.toTraining')}</ButtonLink>
    </div>
  )
}

type ExplainedProps = { readonly questions: AttemptView['questions']; readonly result: Result }

function Explained({ questions, result }: ExplainedProps) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const own = useStyles()
  return (
    <ul className={styles.list}>
      {questions.map((question) => {
        const judged = result.questions.find(({ key }) => key === question.key)
        if (!judged) return null
        return (
          <li key={question.key} className={styles.tight}>
            <strong>{question.text[t.language]}</strong>
            <ul className={styles.bare}>
              {question.options.map((option) => {
                const isRight = judged.rightOptions.includes(option.key)
                const isChosen = judged.chosen.includes(option.key)
                if (!isRight && !isChosen) return null
                return (
                  <li key={option.key}>
                    <span className={styles.step}>
                      <span className={isRight ? own.right : own.wrong} aria-hidden>
                        {isRight ? <CheckmarkCircleFilled /> : <DismissCircleFilled />}
                      </span>
                      <span>
                        {option.text[t.language]}{' '}
                        <span className={mergeClasses(styles.quiet, styles.small)}>
                          {t(isRight ? (isChosen ? 'test.youToo' : 'test.rightOne') : 'test.yours')}
                        </span>
                      </span>
                    </span>
                  </li>
                )
              })}
            </ul>
            <p className={styles.plain}>{judged.explanation[t.language]}</p>
            {judged.source && (
              <Link className={styles.small} href={judged.source} target="_blank" rel="noreferrer">
                {t('test.source')}
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}
