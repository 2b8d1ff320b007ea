import { Input, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { FormField } from '#ui/form/FormField.tsx'
import { useWords } from '#ui/words/words.ts'
import { useTenantStyles } from '../tenant-styles.ts'
import type { RegistrationFields } from './connect-form.ts'

export type RegistrationFieldsetProps = {
  readonly purpose: 'read' | 'act'
  readonly value: RegistrationFields
  /** What was given before stays where nothing is typed. */
  readonly kept: boolean
  readonly wrong: ReadonlyMap<string, string>
  readonly onChange: (change: Partial<RegistrationFields>) => void
}

/** One registration at Microsoft, and what proves that it is us. */
export function RegistrationFieldset({ purpose, value, kept, wrong, onChange }: RegistrationFieldsetProps) {
  const t = useWords('tenant')
  const styles = useTenantStyles()
  const errorOf = (field: string) => wrong.get(`${purpose}.${field}`)
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{t(`registration.${purpose}.title`)}</legend>
      <FormField
        label={t('connect.clientId')}
        hint={t('connect.clientIdHint')}
        error={errorOf('clientId')}
        required
      >
        <Input
          value={value.clientId}
          spellCheck={false}
          autoComplete="off"
          maxLength={100}
          onChange={(_, { value: clientId }) => onChange({ clientId })}
        />
      </FormField>
      <FormField label={t('connect.kind')} required>
        <RadioGroup
          layout="horizontal"
          value={value.kind}
          onChange={(_, { value: kind }) => onChange({ kind: kind as RegistrationFields['kind'] })}
        >
          <Radio value="secret" label={t('credential.secret')} />
          <Radio value="certificate" label={t('credential.certificate')} />
        </RadioGroup>
      </FormField>
      {value.kind === 'secret' ? (
        <div className={styles.two}>
          <FormField
            label={t('connect.secret')}
            hint={kept ? t('connect.secretKept') : t('connect.secretHint')}
            error={errorOf('credential.secret')}
            required={!kept}
          >
            <Input
              type="password"
              autoComplete="off"
              value={value.secret}
              maxLength={500}
              onChange={(_, { value: secret }) => onChange({ secret })}
            />
          </FormField>
          <FormField label={t('connect.expires')} hint={t('connect.expiresHint')}>
            <Input type="date" value={value.expires} onChange={(_, { value: expires }) => onChange({ expires })} />
          </FormField>
        </div>
      ) : (
        <>
          <FormField
            label={t('connect.certificate')}
            hint={kept ? t('connect.certificateKept') : t('connect.certificateHint')}
            error={errorOf('credential.certificate')}
            required={!kept}
          >
            <Textarea
              rows={3}
              spellCheck={false}
              value={value.certificate}
              onChange={(_, { value: certificate }) => onChange({ certificate })}
            />
          </FormField>
          <FormField
            label={t('connect.privateKey')}
            hint={t('connect.privateKeyHint')}
            error={errorOf('credential.privateKey')}
            required={!kept}
          >
            <Textarea
              rows={3}
              spellCheck={false}
              autoComplete="off"
              value={value.privateKey}
              onChange={(_, { value: privateKey }) => onChange({ privateKey })}
            />
          </FormField>
        </>
      )}
    </fieldset>
  )
}
