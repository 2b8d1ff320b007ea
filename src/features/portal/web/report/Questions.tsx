import { Input, Select } from '@fluentui/react-components'
import { FormField } from '#ui/form/FormField.tsx'
import { useWords } from '#ui/words/words.ts'

type Named = { readonly nl: string; readonly en: string }
type Question = {
  readonly key: string
  readonly name: Named
  readonly help: Named
  readonly kind: string
  readonly options: readonly { readonly key: string; readonly name: Named }[]
}
type Props = {
  readonly questions: readonly Question[]
  readonly value: Readonly<Record<string, string>>
  readonly onChange: (value: Readonly<Record<string, string>>) => void
}

/** The few things that the plan asks of a requester for this kind of problem. */
export function Questions({ questions, value, onChange }: Props) {
  const t = useWords('portal')
  const { language } = t
  return questions.map((question) => {
    const set = (answer: string) => onChange({ ...value, [question.key]: answer })
    const answer = value[question.key] ?? ''
    return (
      <FormField key={question.key} label={question.name[language]} hint={question.help[language]} size="large">
        {question.kind === 'choice' ? (
          <Select size="large" value={answer} onChange={(_, { value: chosen }) => set(chosen)}>
            <option value="">{t('report.choose')}</option>
            {question.options.map((option) => (
              <option key={option.key} value={option.key}>
                {option.name[language]}
              </option>
            ))}
          </Select>
        ) : (
          <Input size="large" value={answer} onChange={(_, { value: typed }) => set(typed)} />
        )}
      </FormField>
    )
  })
}
