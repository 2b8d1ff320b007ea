import { Textarea } from '@fluentui/react-components'
import { FormField } from '#ui/form/FormField.tsx'
import { Section } from '#ui/page/Page.tsx'
import { useWords } from '#ui/words/words.ts'
import type { EvidenceFound } from '../../contract/evidence-found.ts'
import { askedByKnownIssue } from '../../domain/asked-by-known-issue.ts'

type Asks = EvidenceFound['asks']
type Answers = Readonly<Record<string, string>>
type Props = { readonly asks: Asks; readonly value: Answers; readonly onChange: (value: Answers) => void }

/** What the known issues that were tried ask for besides the plan. Nothing of it is required. */
export function IssueAsks({ asks, value, onChange }: Props) {
  const t = useWords('tickets')
  const { language } = t
  return asks.map(({ issueId, symptom, items }) => (
    <Section key={issueId} title={t('evidenceFound.asks', { name: symptom[language] })}>
      {items.map((item) => (
        <FormField key={item.en} label={item[language]}>
          <Textarea
            value={value[item.en] ?? ''}
            onChange={(_, { value: typed }) => onChange({ ...value, [item.en]: typed })}
            rows={1}
            resize="vertical"
          />
        </FormField>
      ))}
    </Section>
  ))
}

/** The answers as one item of evidence, each behind what was asked. */
export function answersGiven(asks: Asks, answers: Answers, language: 'nl' | 'en') {
  const items = asks.flatMap((one) => one.items)
  const lines = items
    .filter((item, index) => items.findIndex(({ en }) => en === item.en) === index)
    .flatMap((item) => {
      const answer = (answers[item.en] ?? '').trim()
      return answer === '' ? [] : [`${item[language]}: ${answer}`]
    })
  return lines.length === 0 ? [] : [{ key: askedByKnownIssue, value: lines.join('\n'), files: [] }]
}
