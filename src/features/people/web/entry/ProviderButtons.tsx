import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { Alert } from '#ui/notice/Alert.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { useWords } from '#ui/words/words.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { peopleApi } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'

// Fluent's divider weighs three kB, on the first page that anybody sees.
const useStyles = makeStyles({
  or: {
    display: 'grid',
    gridTemplateColumns: '1fr auto 1fr',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    '::before': { content: '""', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    '::after': { content: '""', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
})

export type ProviderButtonsProps = {
  readonly organisation?: string
  readonly providers: readonly { readonly id: string; readonly name: string }[]
  readonly returnTo: string
  /** An invitation to accept with it. */
  readonly link?: string
}

/** The ways in through another account, such as that of work. */
export function ProviderButtons({ organisation, providers, returnTo, link }: ProviderButtonsProps) {
  const t = useWords('people')
  const styles = { ...usePeopleStyles(), ...useStyles() }
  const say = useProblemText(useRefusalWords())
  const [error, setError] = useState<unknown>(null)
  if (providers.length === 0) return null

  const begin = async (provider: string) => {
    setError(null)
    try {
      const { address } = await peopleApi('POST /api/v1/sign-in/provider', {
        body: { provider, returnTo, ...(link ? { link } : { organisation }) },
      })
      location.assign(address)
    } catch (cause) {
      setError(cause)
    }
  }

  return (
    <div className={styles.stack}>
      <span className={styles.or}>{t('signIn.or')}</span>
      {error !== null && <Alert>{say(error).sentence}</Alert>}
      {providers.map((provider) => (
        <Button key={provider.id} size="large" onClick={() => void begin(provider.id)}>
          {t('signIn.with', { provider: provider.name })}
        </Button>
      ))}
    </div>
  )
}
