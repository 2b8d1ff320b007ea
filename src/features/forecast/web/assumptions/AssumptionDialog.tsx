import { Input, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import type { AssumptionView } from '../../contract.ts'
import { useChangeAssumptions } from '../queries.ts'
import { type ForecastWords, useForecastWords } from '../words.ts'
import { assumptionName, emptyWords } from './assumption-words.ts'
import { type Field, fieldsOf, readTyped, typed } from './fields.ts'

type AssumptionDialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly plan: SupportPlan
  readonly line: AssumptionView
}

export function AssumptionDialog({ open, onClose, plan, line }: AssumptionDialogProps) {
  const words = useForecastWords()
  const { t } = words
  const change = useChangeAssumptions()
  const [text, setText] = useState(() => typed(line.place, line.value))
  const read = readTyped(line.place, text)
  const faults = read.ok ? {} : read.faults
  const isOff = text['learning'] === 'off' || text['distribution'] === 'none'
  const fields = isOff ? fieldsOf(line.place).slice(0, 1) : fieldsOf(line.place)
  const name = assumptionName(words, plan, line.place)
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={name}
      intro={t('assumptions.editAbout')}
      primary={t('assumptions.save')}
      canSubmit={read.ok}
      why={t('assumptions.why')}
      onSubmit={async () => {
        if (read.ok) await change.mutateAsync({ set: { place: line.place, value: read.value } })
      }}
    >
      {fields.map((field) => {
        const fault = faults[field.key]
        return (
          <FormField
            key={field.key}
            label={field.key === 'value' ? name : t.any(`assumptions.fields.${field.key}`)}
            required={!('optional' in field && field.optional) && field.kind !== 'rows'}
            {...hint(field, words, line.place)}
            error={fault && text[field.key] !== '' ? t.any(`assumptions.faults.${fault.code}`, fault) : null}
          >
            {field.kind === 'choice' ? (
              <Select
                value={text[field.key] ?? ''}
                onChange={(_, { value }) => setText({ ...text, [field.key]: value })}
              >
                {field.choices.map((one) => (
                  <option key={one} value={one}>
                    {t.any(`assumptions.choices.${one}`)}
                  </option>
                ))}
              </Select>
            ) : field.kind === 'rows' ? (
              <Textarea
                value={text[field.key] ?? ''}
                rows={6}
                resize="vertical"
                onChange={(_, { value }) => setText({ ...text, [field.key]: value })}
              />
            ) : (
              <Input
                value={text[field.key] ?? ''}
                inputMode={field.kind === 'numbers' ? 'text' : 'decimal'}
                onChange={(_, { value }) => setText({ ...text, [field.key]: value })}
                {...(field.kind === 'percent' ? { contentAfter: '%' } : {})}
              />
            )}
          </FormField>
        )
      })}
    </MoveDialog>
  )
}

function hint(field: Field, words: ForecastWords, place: string): { readonly hint?: string } {
  const { t, number } = words
  if (field.kind === 'choice') return {}
  if (field.kind === 'rows') {
    const columns = field.columns.map(({ name }) => t.any(`assumptions.columns.${name}`)).join(' · ')
    const empty = t('assumptions.leaveEmpty', { empty: emptyWords(words, place) })
    return { hint: `${t('assumptions.rows', { columns })} ${empty}` }
  }
  if (field.kind === 'numbers') return { hint: t('assumptions.faults.numbers', { count: field.count }) }
  const empty = field.key === 'value' && field.optional ? emptyWords(words, place) : null
  const said = [
    ...(field.most > 1_000_000
      ? []
      : [t('assumptions.limits', { least: number(field.least), most: number(field.most) })]),
    ...(empty === null ? [] : [t('assumptions.leaveEmpty', { empty })]),
  ]
  return said.length === 0 ? {} : { hint: said.join(' ') }
}
