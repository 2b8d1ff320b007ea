import { Button, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { useWords } from '#ui/words/words.ts'
import { peopleApi } from '../queries.ts'
import { EntryCard } from './EntryCard.tsx'
import { EntryForm } from './EntryForm.tsx'

export type ForgottenPasswordProps = {
  readonly organisation: string | undefined
  readonly byMail: boolean
  readonly onBack: () => void
}

/** Says the same whether the address is known or not. */
export function ForgottenPassword({ organisation, byMail, onBack }: ForgottenPasswordProps) {
  const t = useWords('people')
  const [email, setEmail] = useState('')
  const [asked, setAsked] = useState(false)

  const send = async () => {
    await peopleApi('POST /api/v1/password-resets', {
      body: { email, ...(organisation ? { organisation } : {}) },
    })
    setAsked(true)
  }

  const intro = asked ? t('forgotten.asked', { email }) : byMail ? t('forgotten.intro') : t('forgotten.noMail')
  return (
    <EntryCard title={t('forgotten.title')} intro={<span role="status">{intro}</span>}>
      {byMail && !asked && (
        <EntryForm action={t('forgotten.do')} isComplete={email !== ''} onSubmit={send}>
          <FormField label={t('email')} required>
            <Input
              type="email"
              autoComplete="username"
              value={email}
              onChange={(_, { value }) => setEmail(value)}
            />
          </FormField>
        </EntryForm>
      )}
      <Button appearance="transparent" onClick={onBack}>
        {t('forgotten.back')}
      </Button>
    </EntryCard>
  )
}
