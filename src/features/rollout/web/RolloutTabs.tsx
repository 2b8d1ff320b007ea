import { Tabs } from '#ui/page/Tabs.tsx'
import { useGo } from '#ui/pages/address.ts'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import { rolloutManagers } from '../domain/rollout-managers.ts'

const places = ['/rollout', '/rollout/people', '/rollout/commitments', '/rollout/pilot'] as const
const words = {
  '/rollout': 'tabs.waves',
  '/rollout/people': 'tabs.people',
  '/rollout/commitments': 'tabs.commitments',
  '/rollout/pilot': 'tabs.pilot',
} as const

/** The parts of the rollout. */
export function RolloutTabs({ at }: { readonly at: (typeof places)[number] }) {
  const t = useWords('rollout')
  const go = useGo()
  // Bringing people is for who plans waves.
  const mayBring = hasAnyRole(useSignedIn(), rolloutManagers)
  const shown = places.filter((place) => place !== '/rollout/people' || mayBring)
  return (
    <Tabs
      label={t('tabs.label')}
      tabs={shown.map((value) => ({ value, text: t(words[value]) }))}
      value={at}
      onChange={go}
    />
  )
}
