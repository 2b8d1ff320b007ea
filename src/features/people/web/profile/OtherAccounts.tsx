import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useToast } from '#ui/notice/Notices.tsx'
import { Section } from '#ui/page/Page.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { useWords } from '#ui/words/words.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { own, peopleApi, waysIn } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'
import { useProof } from '../second-factor/use-proof.tsx'

/** Lets one sign in with another account from now on; absent where the organisation has none. */
export function OtherAccounts() {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const toast = useToast()
  const proof = useProof()
  const say = useProblemText(useRefusalWords())
  const { data: me } = useQuery(own)
  const { data } = useQuery({ ...waysIn(me?.organisation.slug), enabled: me !== undefined })
  if (!data || data.providers.length === 0) return null

  const link = async (provider: string) => {
    try {
      const { address } = await peopleApi('POST /api/v1/me/identities', {
        body: { provider, returnTo: '/profile' },
      })
      location.assign(address)
    } catch (error) {
      toast({ text: say(error).sentence, tone: 'error' })
    }
  }

  return (
    <Section title={t('accounts.title')} card>
      <p className={styles.plain}>{t('accounts.text')}</p>
      <div className={styles.row}>
        {data.providers.map((provider) => (
          <Button key={provider.id} onClick={() => void proof.ask(() => void link(provider.id))}>
            {t('accounts.link', { provider: provider.name })}
          </Button>
        ))}
      </div>
      {proof.dialog}
    </Section>
  )
}
