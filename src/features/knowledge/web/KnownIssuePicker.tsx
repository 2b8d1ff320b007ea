import { Button, Field, mergeClasses, Radio, RadioGroup, SearchBox, Spinner } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSettled } from '#ui/form/settled.ts'
import { useWords } from '#ui/words/words.ts'
import type { DevicePlatform } from '../domain/known-issue.ts'
import { StateBadge } from './IssueBadges.tsx'
import { useKnowledgeStyles } from './knowledge-styles.ts'
import { issue as issueOf, issues } from './queries.ts'
import { Reasons } from './Reasons.tsx'

export type KnownIssuePickerProps = {
  /** The id of the chosen issue. */
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  /** Preferred in what is found. */
  readonly platform?: DevicePlatform | null
  /** What is looked for at first: a ticket's code, its subject. */
  readonly initial?: string
  readonly label?: string
  readonly required?: boolean
  readonly error?: string | null
}

const shown = 6

/** Finds a known issue by code or words and chooses it: for dialogs that name one. */
export function KnownIssuePicker(props: KnownIssuePickerProps) {
  const { value, onChange, platform = null, initial = '', required = false, error } = props
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const [text, setText] = useState(initial)
  const asked = useSettled(text.trim(), 200)
  const found = useQuery({
    ...issues({ q: asked, ...(platform ? { platform } : {}) }, shown),
    enabled: asked !== '' && value === null,
  })
  const label = props.label ?? t('picker.label')
  if (value !== null) return <Chosen id={value} label={label} onAnother={() => onChange(null)} />
  const rows = asked === '' ? [] : (found.data?.issues ?? [])
  return (
    <div className={styles.tight}>
      <Field
        label={label}
        required={required}
        {...(error ? { validationMessage: error, validationState: 'error' as const } : {})}
      >
        <SearchBox
          value={text}
          maxLength={500}
          placeholder={t('picker.placeholder')}
          onChange={(_event, data) => setText(data.value)}
        />
      </Field>
      {asked === '' && (
        <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>{t('picker.start')}</p>
      )}
      {found.isFetching && rows.length === 0 && <Spinner size="tiny" />}
      {asked !== '' && found.isSuccess && rows.length === 0 && (
        <p className={styles.plain} role="status">
          {t('picker.none')}
        </p>
      )}
      {rows.length > 0 && (
        <RadioGroup aria-label={label} value="" onChange={(_event, data) => onChange(data.value)}>
          {rows.map((one) => (
            <Radio
              key={one.id}
              value={one.id}
              label={
                <span className={styles.tight}>
                  <span className={styles.row}>
                    <span dir="auto">{one.symptom[t.language]}</span>
                    {one.state !== 'published' && <StateBadge state={one.state} />}
                  </span>
                  <Reasons why={one.why} />
                </span>
              }
            />
          ))}
        </RadioGroup>
      )}
    </div>
  )
}

type ChosenProps = { readonly id: string; readonly label: string; readonly onAnother: () => void }

function Chosen({ id, label, onAnother }: ChosenProps) {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const { data } = useQuery(issueOf(id))
  return (
    <div className={styles.tight}>
      <span className={styles.heading}>{label}</span>
      <div className={mergeClasses(styles.row, styles.box)}>
        <span className={styles.grow} dir="auto">
          {data?.symptom[t.language] ?? id}
        </span>
        <Button size="small" onClick={onAnother}>
          {t('picker.another')}
        </Button>
      </div>
    </div>
  )
}
