import { Button, Input } from '@fluentui/react-components'
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off'
import { EyeRegular } from '@fluentui/react-icons/svg/eye'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { useWords } from '#ui/words/words.ts'

export type PasswordFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly kind: 'current-password' | 'new-password'
  readonly hint?: string
  readonly error?: string | null
}

/** A password that can be shown: typing blindly is why people choose short ones. */
export function PasswordField({ label, value, onChange, kind, hint, error }: PasswordFieldProps) {
  const t = useWords('people')
  const [shown, setShown] = useState(false)
  return (
    <FormField label={label} required error={error} {...(hint ? { hint } : {})}>
      <Input
        type={shown ? 'text' : 'password'}
        autoComplete={kind}
        spellCheck={false}
        autoCapitalize="none"
        value={value}
        onChange={(_, { value: typed }) => onChange(typed)}
        contentAfter={
          <Button
            appearance="transparent"
            size="small"
            icon={shown ? <EyeOffRegular /> : <EyeRegular />}
            aria-label={t('password.show')}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          />
        }
      />
    </FormField>
  )
}
