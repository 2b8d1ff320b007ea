import { Input } from '@fluentui/react-components'
import { FormField } from '#ui/form/FormField.tsx'

export type CodeFieldProps = {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Of an app: digits, which phones may fill in by themselves. */
  readonly digits?: boolean
}

export function CodeField({ label, hint, value, onChange, digits = true }: CodeFieldProps) {
  return (
    <FormField label={label} required {...(hint ? { hint } : {})}>
      <Input
        autoComplete={digits ? 'one-time-code' : 'off'}
        inputMode={digits ? 'numeric' : 'text'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        value={value}
        onChange={(_, { value: typed }) => onChange(typed)}
      />
    </FormField>
  )
}
