import { Button } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useGo } from '#ui/pages/address.ts'
import { usePersonActions, useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import { EntryCard } from '../entry/EntryCard.tsx'
import { usePeopleStyles } from '../people-styles.ts'
import { meKey, ownSecondFactor } from '../queries.ts'
import { SecondFactorParts } from './SecondFactor.tsx'

/** Where somebody is led of whom the organisation asks a second factor, before anything else is open to them. */
export function SecondFactorPage() {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const me = useSignedIn()
  const queries = useQueryClient()
  const go = useGo()
  const { signOut } = usePersonActions()
  const { data } = useQuery(ownSecondFactor)
  const isDone = data !== undefined && (data.appSince !== null || data.passkeys.length > 0)
  const next = async () => {
    await queries.refetchQueries({ queryKey: meKey })
    go('/', { replace: true })
  }
  return (
    <EntryCard
      wide
      title={t('secondFactor.setUp.title')}
      intro={t('secondFactor.setUp.intro', { organisation: me.organisation.name })}
    >
      <SecondFactorParts />
      <div className={styles.row}>
        <Button appearance="primary" size="large" disabledFocusable={!isDone} onClick={() => void next()}>
          {t('secondFactor.setUp.go')}
        </Button>
        <Button appearance="subtle" size="large" onClick={() => void signOut()}>
          {t('secondFactor.setUp.out')}
        </Button>
      </div>
    </EntryCard>
  )
}
