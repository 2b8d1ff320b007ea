import { Button } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { Alert } from '#ui/notice/Alert.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { useWords } from '#ui/words/words.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { meKey, peopleApi } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'
import {
  canSuggestPasskeys,
  PasskeyStopped,
  signWithPasskey,
  stopSuggesting,
} from '../second-factor/browser-passkey.ts'
import { rememberedOrganisation } from './remembered-organisation.ts'

export type PasskeySignInProps = {
  readonly organisation: string
  readonly primary?: boolean
  /** The browser also offers passkeys where the address is typed. */
  readonly suggests?: boolean
}

/** Signs in with a passkey: no address, no password. */
export function PasskeySignIn({ organisation, primary = false, suggests = false }: PasskeySignInProps) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const queries = useQueryClient()
  const say = useProblemText(useRefusalWords())
  const [error, setError] = useState<string | null>(null)

  const signIn = async (suggested: boolean) => {
    const options = await peopleApi('POST /api/v1/sign-in/passkey/challenge', { body: { organisation } })
    const answer = await signWithPasskey(options, { suggested })
    await peopleApi('POST /api/v1/sign-in/passkey', { body: { organisation, answer } })
    rememberedOrganisation.set(organisation)
    await queries.refetchQueries({ queryKey: meKey })
  }
  const press = async () => {
    setError(null)
    try {
      await signIn(false)
    } catch (cause) {
      setError(cause instanceof PasskeyStopped ? t('secondFactor.enter.stopped') : say(cause).sentence)
    }
  }

  const suggest = useEffectEvent(async (isHere: () => boolean) => {
    try {
      if ((await canSuggestPasskeys()) && isHere()) await signIn(true)
    } catch (cause) {
      // A suggestion that nobody takes ends with the page.
      if (!(cause instanceof PasskeyStopped)) setError(say(cause).sentence)
    }
  })
  useEffect(() => {
    if (!suggests) return undefined
    let here = true
    void suggest(() => here)
    return () => {
      here = false
      void stopSuggesting()
    }
  }, [suggests])

  return (
    <div className={styles.stack}>
      {error && <Alert>{error}</Alert>}
      <Button size="large" {...(primary ? { appearance: 'primary' } : {})} onClick={() => void press()}>
        {t('secondFactor.enter.passkey')}
      </Button>
    </div>
  )
}
