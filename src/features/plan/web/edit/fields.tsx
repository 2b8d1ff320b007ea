import { Field, Input, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Place } from '../../domain/check/finding.ts'
import type { Text } from '../../domain/document/text.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { useField, type useFindingsAt } from './editor.tsx'
import { fieldId } from './place.ts'

export const useFieldStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(15rem, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    alignItems: 'start',
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(11rem, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    alignItems: 'start',
    // Fluent's boxes do not shrink below twenty characters by themselves.
    '& .fui-Field, & .fui-Field > *, & input, & select': { minWidth: 0 },
    '& input, & select': { width: '100%' },
  },
  wide: { gridTemplateColumns: 'repeat(auto-fit, minmax(min(15rem, 100%), 1fr))' },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXXS },
  choices: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  error: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
  warning: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  narrow: { minWidth: 0 },
})

type FieldRowProps = {
  /** Two beside each other, for long labels. */
  readonly wide?: boolean
  readonly children: React.ReactNode
}

export function FieldRow({ wide = false, children }: FieldRowProps) {
  const styles = useFieldStyles()
  return <div className={mergeClasses(styles.fields, wide && styles.wide)}>{children}</div>
}

export type At = { readonly place: Place; readonly label: string; readonly hint?: string }
type Found = ReturnType<typeof useFindingsAt>
export const said = ({ message, state }: Found) =>
  message === null ? {} : { validationMessage: message, validationState: state }
export const hinted = (hint: string | undefined) => (hint ? { hint } : {})

/** A text in both languages, side by side. */
export function BothLanguages({ place, label, long = false }: At & { readonly long?: boolean }) {
  const styles = useFieldStyles()
  return (
    <div className={styles.pair} id={fieldId(place)} tabIndex={-1} role="group" aria-label={label}>
      <OneLanguage place={place} label={label} language="nl" long={long} />
      <OneLanguage place={place} label={label} language="en" long={long} />
    </div>
  )
}

type OneLanguageProps = At & { readonly language: keyof Text; readonly long: boolean }

function OneLanguage({ place, label, language, long }: OneLanguageProps) {
  const { t } = usePlanWords()
  const at = [...place, language]
  const { value, change, found } = useField<string>(at)
  const shown = { id: fieldId(at), value, lang: language }
  return (
    <Field label={t('edit.inLanguage', { label, language: t(`languages.${language}`) })} {...said(found)}>
      {long ? (
        <Textarea {...shown} resize="vertical" rows={3} onChange={(_, data) => change(data.value)} />
      ) : (
        <Input {...shown} onChange={(_, data) => change(data.value)} />
      )}
    </Field>
  )
}

export function LineField({ place, label, hint, type }: At & { readonly type?: 'date' | 'url' | 'time' }) {
  const { value, change, found } = useField<string>(place)
  return (
    <Field label={label} {...hinted(hint)} {...said(found)}>
      <Input id={fieldId(place)} value={value} type={type ?? 'text'} onChange={(_, data) => change(data.value)} />
    </Field>
  )
}

/** A line that may be left empty, which the plan knows as null. */
export function OptionalLine({ place, label, hint, type }: At & { readonly type?: 'date' | 'url' }) {
  const { value, change, found } = useField<string | null>(place)
  return (
    <Field label={label} {...hinted(hint)} {...said(found)}>
      <Input
        id={fieldId(place)}
        type={type ?? 'text'}
        value={value ?? ''}
        onChange={(_, data) => change(data.value === '' ? null : data.value)}
      />
    </Field>
  )
}

type NumberProps = At & { readonly unit?: string; readonly bare?: boolean; readonly decimals?: boolean }

/** A whole number (or one with decimals). What is no number is kept in the box and not in the plan. */
export function NumberField({ place, label, hint, unit, bare = false, decimals = false }: NumberProps) {
  const { t } = usePlanWords()
  const styles = useFieldStyles()
  const { value, change, found } = useField<number>(place)
  const [typed, setTyped] = useState(String(value))
  const number = numberIn(typed, decimals)
  // What was typed stands unless the plan's number changed from elsewhere.
  const shown = number === null || number === value ? typed : String(value)
  const words: Found =
    number === null ? { message: t(decimals ? 'edit.aNumber' : 'edit.aWholeNumber'), state: 'error' } : found
  const input = (
    <Input
      id={fieldId(place)}
      className={styles.narrow}
      inputMode={decimals ? 'decimal' : 'numeric'}
      value={shown}
      {...(unit ? { contentAfter: unit } : {})}
      {...(bare ? { 'aria-label': label, 'aria-invalid': words.state === 'error' } : {})}
      onChange={(_, data) => {
        setTyped(data.value)
        const next = numberIn(data.value, decimals)
        if (next !== null && next !== value) change(next)
      }}
    />
  )
  if (bare) return <Field {...said(words)}>{input}</Field>
  return (
    <Field label={label} {...hinted(hint)} {...said(words)}>
      {input}
    </Field>
  )
}

function numberIn(text: string, decimals: boolean): number | null {
  const clean = text.trim().replace(',', '.')
  if (!(decimals ? /^-?\d+(\.\d+)?$/ : /^-?\d{1,9}$/).test(clean)) return null
  return Number(clean)
}
