import { Button, Input, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { type SubmitEvent, useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { useWords } from '#ui/words/words.ts'
import { focusFirstField } from './first-field.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { peopleApi } from '../queries.ts'
import { EntryCard } from './EntryCard.tsx'

export type ForgottenPasswordProps = {
  readonly organisation: string | undefined
  readonly byMail: boolean
  readonly onBack: () => void
}

/** Says the same whether the address is known or not. */
export function ForgottenPassword({ organisation, byMail, onBack }: ForgottenPasswordProps) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const say = useProblemText()
  const [email, setEmail] = useState('')
  const [asked, setAsked] = useState(false)
  const [error, setError] = useState<unknown>(null)

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (email === '') return
    setError(null)
    try {
      await peopleApi('POST /api/v1/password-resets', {
        body: { email, ...(organisation ? { organisation } : {}) },
      })
      setAsked(true)
    } catch (cause) {
      setError(cause)
    }
  }

  const intro = asked ? t('forgotten.asked', { email }) : byMail ? t('forgotten.intro') : t('forgotten.noMail')
  return (
    <EntryCard title={t('forgotten.title')} intro={<span role="status">{intro}</span>}>
      {byMail && !asked && (
        <form ref={focusFirstField} className={styles.stack} noValidate onSubmit={(event) => void submit(event)}>
          {error !== null && (
            <div role="alert">
              <MessageBar intent="error">
                <MessageBarBody>{say(error).sentence}</MessageBarBody>
              </MessageBar>
            </div>
          )}
          <FormField label={t('email')} required>
            <Input
              type="email"
              autoComplete="username"
              value={email}
              onChange={(_, { value }) => setEmail(value)}
            />
          </FormField>
          <Button type="submit" appearance="primary" size="large" disabledFocusable={email === ''}>
            {t('forgotten.do')}
          </Button>
        </form>
      )}
      <Button appearance="transparent" onClick={onBack}>
        {t('forgotten.back')}
      </Button>
    </EntryCard>
  )
}
