import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useProblemText } from '#ui/page/problem-text.ts'
import { useWords } from '#ui/words/words.ts'
import type { SecondFactor } from '../../domain/second-factor.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { meKey, peopleApi } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'
import { hasPasskeys } from '../second-factor/browser-passkey.ts'
import { CodeField } from '../second-factor/CodeField.tsx'
import { EntryCard } from './EntryCard.tsx'
import { focusFirstField } from './first-field.ts'
import { PasskeySignIn } from './PasskeySignIn.tsx'

export type SecondStepProps = {
  readonly organisation: string
  readonly factors: readonly SecondFactor[]
  /** It took too long, or somebody else wants to sign in. */
  readonly onBack: () => void
}

/** The password was right; what else this person has is asked for. */
export function SecondStep({ organisation, factors, onBack }: SecondStepProps) {
  const t = useWords('people')
  const hasApp = factors.includes('app')
  const hasKey = factors.includes('passkey') && hasPasskeys()
  const [byRecovery, setByRecovery] = useState(!hasApp && !hasKey)
  const way = byRecovery ? 'recovery' : hasApp ? 'app' : 'passkeyOnly'
  return (
    <EntryCard title={t('secondFactor.enter.title')} intro={t(`secondFactor.enter.${way}`)}>
      {way !== 'passkeyOnly' && <CodeForm key={way} byRecovery={byRecovery} />}
      {hasKey && <PasskeySignIn organisation={organisation} primary={way === 'passkeyOnly'} />}
      {!byRecovery && factors.includes('recovery-code') && (
        <Button appearance="transparent" onClick={() => setByRecovery(true)}>
          {t('secondFactor.enter.toRecovery')}
        </Button>
      )}
      {byRecovery && hasApp && (
        <Button appearance="transparent" onClick={() => setByRecovery(false)}>
          {t('secondFactor.enter.toApp')}
        </Button>
      )}
      <Button appearance="transparent" onClick={onBack}>
        {t('secondFactor.enter.back')}
      </Button>
    </EntryCard>
  )
}

function CodeForm({ byRecovery }: { readonly byRecovery: boolean }) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const queries = useQueryClient()
  const say = useProblemText(useRefusalWords())
  const [code, setCode] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [working, setWorking] = useState(false)

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (working || code.trim() === '') return
    setWorking(true)
    setError(null)
    try {
      await peopleApi('POST /api/v1/sign-in/second-factor', { body: { code } })
      await queries.refetchQueries({ queryKey: meKey })
    } catch (cause) {
      setError(cause)
      setCode('')
    } finally {
      setWorking(false)
    }
  }

  return (
    <form ref={focusFirstField} className={styles.stack} noValidate onSubmit={(event) => void submit(event)}>
      {error !== null && (
        <div role="alert">
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{say(error).sentence}</MessageBarBody>
          </MessageBar>
        </div>
      )}
      <CodeField
        label={t(byRecovery ? 'secondFactor.enter.recoveryCode' : 'secondFactor.enter.code')}
        digits={!byRecovery}
        value={code}
        onChange={setCode}
      />
      <Button type="submit" appearance="primary" size="large" disabledFocusable={code.trim() === '' || working}>
        {t('secondFactor.enter.do')}
      </Button>
    </form>
  )
}
