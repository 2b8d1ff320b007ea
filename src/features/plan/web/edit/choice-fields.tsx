import { Checkbox, Field, mergeClasses, Select, Switch } from '@fluentui/react-components'
import type { Place } from '../../domain/check/finding.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { useField, useFindingsAt } from './editor.tsx'
import { type At, hinted, said, useFieldStyles } from './fields.tsx'
import { fieldId } from './place.ts'

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
  const { value, change, found } = useField<Value | null>(place)
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
  if (bare) return <Field {...said(found)}>{select}</Field>
  return (
    <Field label={label} {...hinted(hint)} {...said(found)}>
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
  const styles = useFieldStyles()
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
      <FieldFindings place={place} />
    </fieldset>
  )
}

/** What was found about a list or an entry, which has no field of its own. */
export function FieldFindings({ place }: { readonly place: Place }) {
  const styles = useFieldStyles()
  const { message, state } = useFindingsAt(place)
  if (message === null) return null
  return <div className={mergeClasses(state === 'error' ? styles.error : styles.warning)}>{message}</div>
}

export function SwitchField({ place, label }: At) {
  const { value, change } = useField<boolean>(place)
  return <Switch id={fieldId(place)} label={label} checked={value} onChange={(_, data) => change(data.checked)} />
}
