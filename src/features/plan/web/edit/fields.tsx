import { Checkbox, Field, Input, makeStyles, Select, Switch, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Place } from '../../domain/check/finding.ts'
import type { Text } from '../../domain/document/text.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { useField } from './editor.tsx'
import { fieldId } from './place.ts'

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(15rem, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(11rem, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    alignItems: 'start',
  },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXXS },
  choices: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  error: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
  narrow: { minWidth: 0 },
})

export function FieldRow({ children }: { readonly children: React.ReactNode }) {
  return <div className={useStyles().fields}>{children}</div>
}

type At = { readonly place: Place; readonly label: string; readonly hint?: string }
const wrong = (error: string | null) =>
  error ? { validationMessage: error, validationState: 'error' as const } : {}
const hinted = (hint: string | undefined) => (hint ? { hint } : {})

/** A text in both languages, side by side. */
export function BothLanguages({ place, label, long = false }: At & { readonly long?: boolean }) {
  const styles = useStyles()
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
  const { value, change, error } = useField<string>(at)
  const shown = { id: fieldId(at), value, lang: language }
  return (
    <Field label={t('edit.inLanguage', { label, language: t(`languages.${language}`) })} {...wrong(error)}>
      {long ? (
        <Textarea {...shown} resize="vertical" rows={3} onChange={(_, data) => change(data.value)} />
      ) : (
        <Input {...shown} onChange={(_, data) => change(data.value)} />
      )}
    </Field>
  )
}

export function LineField({ place, label, hint, type }: At & { readonly type?: 'date' | 'url' }) {
  const { value, change, error } = useField<string>(place)
  return (
    <Field label={label} {...hinted(hint)} {...wrong(error)}>
      <Input id={fieldId(place)} value={value} type={type ?? 'text'} onChange={(_, data) => change(data.value)} />
    </Field>
  )
}

/** A line that may be left empty, which the plan knows as null. */
export function OptionalLine({ place, label, hint }: At) {
  const { value, change, error } = useField<string | null>(place)
  return (
    <Field label={label} {...hinted(hint)} {...wrong(error)}>
      <Input
        id={fieldId(place)}
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
  const styles = useStyles()
  const { value, change, error } = useField<number>(place)
  const [typed, setTyped] = useState(String(value))
  const number = numberIn(typed, decimals)
  // What was typed stands unless the plan's number changed from elsewhere.
  const shown = number === null || number === value ? typed : String(value)
  const unusable = number === null
  const message = unusable ? t(decimals ? 'edit.aNumber' : 'edit.aWholeNumber') : error
  const input = (
    <Input
      id={fieldId(place)}
      className={styles.narrow}
      inputMode={decimals ? 'decimal' : 'numeric'}
      value={shown}
      {...(unit ? { contentAfter: unit } : {})}
      {...(bare ? { 'aria-label': label, 'aria-invalid': message !== null } : {})}
      onChange={(_, data) => {
        setTyped(data.value)
        const next = numberIn(data.value, decimals)
        if (next !== null && next !== value) change(next)
      }}
    />
  )
  if (bare) return <Field {...wrong(message)}>{input}</Field>
  return (
    <Field label={label} {...hinted(hint)} {...wrong(message)}>
      {input}
    </Field>
  )
}

function numberIn(text: string, decimals: boolean): number | null {
  const clean = text.trim().replace(',', '.')
  if (!(decimals ? /^-?\d+(\.\d+)?$/ : /^-?\d{1,9}$/).test(clean)) return null
  return Number(clean)
}

export type Option<Value> = { readonly value: Value; readonly label: string }
type ChoiceProps<Value> = At & {
  readonly options: readonly Option<Value>[]
  /** Words for null, where the plan may leave it out. */
  readonly none?: string
  readonly bare?: boolean
}

/** One of several. A value that is no option (any more) stays and is shown as it is. */
export function ChoiceField<Value extends string | number>(props: ChoiceProps<Value>) {
  const { place, label, hint, options, none, bare = false } = props
  const { value, change, error } = useField<Value | null>(place)
  const known = options.some((option) => option.value === value)
  const select = (
    <Select
      id={fieldId(place)}
      value={value === null ? '' : String(value)}
      {...(bare ? { 'aria-label': label } : {})}
      onChange={(_, data) => {
        const chosen = options.find((option) => String(option.value) === data.value)
        change(chosen ? chosen.value : null)
      }}
    >
      {none !== undefined && <option value="">{none}</option>}
      {!known && value !== null && <option value={String(value)}>{String(value)}</option>}
      {options.map((option) => (
        <option key={String(option.value)} value={String(option.value)}>
          {option.label}
        </option>
      ))}
    </Select>
  )
  if (bare) return <Field {...wrong(error)}>{select}</Field>
  return (
    <Field label={label} {...hinted(hint)} {...wrong(error)}>
      {select}
    </Field>
  )
}

/** Any number of several; what is no option any more stays until it is unticked. */
export function SeveralField<Value extends string | number>(
  props: At & { readonly options: readonly Option<Value>[] },
) {
  const { place, label, hint, options } = props
  const { t } = usePlanWords()
  const styles = useStyles()
  const { value, change } = useField<readonly Value[]>(place)
  const lost = value
    .filter((one) => !options.some((option) => option.value === one))
    .map((one) => ({ value: one, label: t('edit.gone', { name: String(one) }) }))
  return (
    <fieldset className={styles.group} id={fieldId(place)} tabIndex={-1}>
      <legend className={styles.legend}>
        {label}
        {hint && <span> ({hint})</span>}
      </legend>
      <div className={styles.choices}>
        {[...options, ...lost].map((option) => (
          <Checkbox
            key={String(option.value)}
            label={option.label}
            checked={value.includes(option.value)}
            onChange={(_, data) =>
              change(data.checked ? [...value, option.value] : value.filter((one) => one !== option.value))
            }
          />
        ))}
      </div>
      <FieldErrors place={place} />
    </fieldset>
  )
}

/** Problems of a list or of its single entries, where these have no field of their own. */
export function FieldErrors({ place }: { readonly place: Place }) {
  const styles = useStyles()
  const { error } = useField(place)
  return error ? <div className={styles.error}>{error}</div> : null
}

export function SwitchField({ place, label }: At) {
  const { value, change } = useField<boolean>(place)
  return <Switch id={fieldId(place)} label={label} checked={value} onChange={(_, data) => change(data.checked)} />
}
