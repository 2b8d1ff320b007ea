import { Checkbox, Input, Select } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { useWords } from '#ui/words/words.ts'
import { useMailStyles } from '../mail-styles.ts'
import type { ServerFields } from './mailbox-form.ts'

const securities = ['tls', 'starttls', 'none'] as const

export type ServerFieldsetProps = {
  readonly legend: string
  readonly value: ServerFields
  readonly onChange: (change: Partial<ServerFields>) => void
  readonly needsUser: boolean
  readonly passwordKept: boolean
  readonly canBePrivate: boolean
  readonly children?: ReactNode
}

/** Where a mail server is and how to sign in there. */
export function ServerFieldset(props: ServerFieldsetProps) {
  const { legend, value, onChange, needsUser, passwordKept, canBePrivate, children } = props
  const t = useWords('mailboxes')
  const styles = useMailStyles()
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.two}>
        <FormField label={t('field.host')} required>
          <Input
            value={value.host}
            spellCheck={false}
            maxLength={253}
            onChange={(_, { value: host }) => onChange({ host })}
          />
        </FormField>
        <FormField label={t('field.port')} required>
          <Input
            type="number"
            min={1}
            max={65535}
            value={value.port}
            onChange={(_, { value: port }) => onChange({ port })}
          />
        </FormField>
      </div>
      <FormField label={t('field.security')} required>
        <Select
          value={value.security}
          onChange={(_, { value: security }) => onChange({ security: security as ServerFields['security'] })}
        >
          {securities.map((one) => (
            <option key={one} value={one}>
              {t(`security.${one}`)}
            </option>
          ))}
        </Select>
      </FormField>
      <div className={styles.two}>
        <FormField label={t('field.user')} required={needsUser}>
          <Input
            value={value.user}
            spellCheck={false}
            autoComplete="off"
            maxLength={200}
            onChange={(_, { value: user }) => onChange({ user })}
          />
        </FormField>
        <FormField label={t('field.password')} {...(passwordKept ? { hint: t('field.passwordKept') } : {})}>
          <Input
            type="password"
            autoComplete="new-password"
            value={value.password}
            onChange={(_, { value: password }) => onChange({ password })}
          />
        </FormField>
      </div>
      {children}
      {canBePrivate && (
        <Checkbox
          checked={value.allowPrivate}
          label={t('field.allowPrivate')}
          onChange={(_, { checked }) => onChange({ allowPrivate: checked === true })}
        />
      )}
    </fieldset>
  )
}
