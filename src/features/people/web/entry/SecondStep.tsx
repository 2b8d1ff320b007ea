import { Button } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '#ui/words/words.ts'
import type { SecondFactor } from '../../domain/second-factor.ts'
import { meKey, peopleApi } from '../queries.ts'
import { hasPasskeys } from '../second-factor/browser-passkey.ts'
import { CodeField } from '../second-factor/CodeField.tsx'
import { EntryCard } from './EntryCard.tsx'
import { EntryForm } from './EntryForm.tsx'
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
  const queries = useQueryClient()
  const [code, setCode] = useState('')

  const send = async () => {
    try {
      await peopleApi('POST /api/v1/sign-in/second-factor', { body: { code } })
    } catch (cause) {
      setCode('')
      throw cause
    }
    await queries.refetchQueries({ queryKey: meKey })
  }

  return (
    <EntryForm action={t('secondFactor.enter.do')} isComplete={code.trim() !== ''} onSubmit={send}>
      <CodeField
        label={t(byRecovery ? 'secondFactor.enter.recoveryCode' : 'secondFactor.enter.code')}
        digits={!byRecovery}
        value={code}
        onChange={setCode}
      />
    </EntryForm>
  )
}
