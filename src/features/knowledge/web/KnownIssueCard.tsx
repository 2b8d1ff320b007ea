import { Checkbox, Link, mergeClasses } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useWords } from '#ui/words/words.ts'
import type { IssueDetail } from '../contract/issue-view.ts'
import { useKnowledgeStyles } from './knowledge-styles.ts'

/** What a card shows of an issue: a `KnownIssue` of the domain and the API's text both fit. */
export type CardIssue = Pick<IssueDetail['text'], 'codes' | 'symptom' | 'cause' | 'checks' | 'fix' | 'source'> & {
  readonly id: string
  readonly evidence?: IssueDetail['text']['evidence']
  readonly missing?: 'nl' | 'en' | null
}

export type KnownIssueCardProps = {
  readonly issue: CardIssue
  /** The checks that are ticked, by their place; left out: they are a list that cannot be ticked. */
  readonly ticked?: readonly number[]
  readonly onTick?: (check: number, done: boolean) => void
  /** While a tick is on its way, or where this person may not tick. */
  readonly tickOff?: boolean
  /** Leaves the symptom out where it stands above the card already. */
  readonly bare?: boolean
  /** The level of its headings: below a section's (default), or on a page of its own. */
  readonly heading?: 'h2' | 'h3'
  /** Below: "this helped", "link". */
  readonly children?: ReactNode
}

/** A known issue to work by: what one sees, why, what to check, what to do, where it stands. */
export function KnownIssueCard(props: KnownIssueCardProps) {
  const { issue, bare = false, heading: Heading = 'h3', children } = props
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const { language } = t
  return (
    <div className={styles.stack}>
      {issue.missing === language && (
        <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>{t(`missing.${language}`)}</p>
      )}
      {!bare && (
        <Part heading={Heading} title={t('card.symptom')}>
          {issue.symptom[language]}
        </Part>
      )}
      {issue.codes.length > 0 && (
        <Part heading={Heading} title={t('card.codes')}>
          <span className={styles.code}>{issue.codes.join(', ')}</span>
        </Part>
      )}
      {issue.cause[language] !== '' && (
        <Part heading={Heading} title={t('card.cause')}>
          {issue.cause[language]}
        </Part>
      )}
      {issue.checks[language].length > 0 && (
        <section className={styles.tight}>
          <Heading className={styles.heading}>{t('card.checks')}</Heading>
          <Checks {...props} />
        </section>
      )}
      {issue.fix[language].length > 0 && (
        <section className={styles.tight}>
          <Heading className={styles.heading}>{t('card.fix')}</Heading>
          <Steps steps={issue.fix[language]} />
        </section>
      )}
      {issue.evidence && issue.evidence.length > 0 && (
        <section className={styles.tight}>
          <Heading className={styles.heading}>{t('card.evidence')}</Heading>
          <ul className={styles.steps}>
            {issue.evidence.map((one) => (
              <li key={one.en}>{one[language]}</li>
            ))}
          </ul>
        </section>
      )}
      {issue.source !== null && (
        <p className={styles.plain}>
          <Link href={issue.source} target="_blank" rel="noopener noreferrer" inline>
            {t('card.openSource')}
          </Link>
        </p>
      )}
      {children}
    </div>
  )
}

type PartProps = { readonly heading: 'h2' | 'h3'; readonly title: string; readonly children: ReactNode }

function Part({ heading: Heading, title, children }: PartProps) {
  const styles = useKnowledgeStyles()
  return (
    <section className={styles.tight}>
      <Heading className={styles.heading}>{title}</Heading>
      <p className={styles.plain} dir="auto">
        {children}
      </p>
    </section>
  )
}

export function Steps({ steps }: { readonly steps: readonly string[] }) {
  const styles = useKnowledgeStyles()
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step} dir="auto">
          {step}
        </li>
      ))}
    </ol>
  )
}

function Checks({ issue, ticked, onTick, tickOff = false }: KnownIssueCardProps) {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const checks = issue.checks[t.language]
  if (!ticked || !onTick) return <Steps steps={checks} />
  return (
    <>
      <ul className={styles.bare}>
        {checks.map((check, at) => (
          <li key={check}>
            <Checkbox
              label={check}
              checked={ticked.includes(at)}
              disabled={tickOff}
              onChange={(_event, { checked }) => onTick(at, checked === true)}
            />
          </li>
        ))}
      </ul>
      <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>
        {t('card.checked', { done: ticked.length, all: checks.length })}
      </p>
    </>
  )
}
