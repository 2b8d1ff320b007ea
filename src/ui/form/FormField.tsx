import { Field, type FieldProps } from '@fluentui/react-components'
import { cloneElement, type ReactElement, useId } from 'react'
import { useWords } from '../words/words.ts'

export type FormFieldProps = {
  /** The control's id, so that the error summary can go there. */
  readonly id?: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | null | undefined
  readonly required?: boolean
  readonly size?: FieldProps['size']
  readonly orientation?: FieldProps['orientation']
  /** One Fluent control: Input, Textarea, Select, Combobox, RadioGroup. */
  readonly children: ReactElement<{ id?: string }>
}

/** A control with its label, help and error. What is not required says so, as most fields are. */
export function FormField(props: FormFieldProps) {
  const { label, hint, error, required = false, size, orientation, children } = props
  const t = useWords('ui')
  const made = useId()
  const id = props.id ?? made
  return (
    <Field
      label={{ children: required ? label : `${label} (${t('optional')})`, htmlFor: id }}
      required={required}
      {...(hint ? { hint } : {})}
      {...(error ? { validationMessage: error, validationState: 'error' as const } : {})}
      {...(size ? { size } : {})}
      {...(orientation ? { orientation } : {})}
    >
      {cloneElement(children, { id })}
    </Field>
  )
}
