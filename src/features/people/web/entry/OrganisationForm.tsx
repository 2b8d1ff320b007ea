import { Button, Input } from '@fluentui/react-components'
import { type SubmitEvent, useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { useWords } from '#ui/words/words.ts'
import { focusFirstField } from './first-field.ts'
import { usePeopleStyles } from '../people-styles.ts'

export type OrganisationFormProps = {
  /** What was tried and is not there. */
  readonly unknown: string | undefined
  readonly onChoose: (slug: string) => void
}

/** Where one installation serves several organisations: which one. */
export function OrganisationForm({ unknown, onChoose }: OrganisationFormProps) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const [slug, setSlug] = useState(unknown ?? '')
  const isTried = unknown !== undefined && slug === unknown
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (slug.trim() !== '') onChoose(slug.trim().toLowerCase())
  }
  return (
    <form ref={focusFirstField} className={styles.stack} noValidate onSubmit={submit}>
      <FormField
        label={t('signIn.organisation')}
        hint={t('signIn.organisationHint')}
        required
        error={isTried ? t('signIn.organisationUnknown') : null}
      >
        <Input
          autoComplete="organization"
          autoCapitalize="none"
          maxLength={40}
          value={slug}
          onChange={(_, { value }) => setSlug(value)}
        />
      </FormField>
      <Button type="submit" appearance="primary" size="large" disabledFocusable={slug.trim() === ''}>
        {t('signIn.next')}
      </Button>
    </form>
  )
}
