import { useQuery } from '@tanstack/react-query'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { EmptyState, LoadingState } from '#ui/page/states.tsx'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import type { PilotView } from '../../contract/pilot.ts'
import { pilot } from '../involvement-queries.ts'
import { useRolloutLive } from '../queries.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { RolloutTabs } from '../RolloutTabs.tsx'
import { OwnDevices } from './OwnDevices.tsx'
import { TierExperience } from './TierExperience.tsx'
import { Troubles } from './Troubles.tsx'

/** What support has been through itself with Intune: mine first, then each tier, then what went wrong. */
export function PilotPage() {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const query = useQuery(pilot)
  useRolloutLive()
  return (
    <Page title={t('pilot.title')} width="work" state={query.data && <State view={query.data} />}>
      <RolloutTabs at="/rollout/pilot" />
      <Loaded query={query} skeleton={<LoadingState rows={6} />}>
        {(view) =>
          view.platforms.length === 0 ? (
            <EmptyState
              title={t('pilot.none')}
              text={t('pilot.noneText')}
              action={<ButtonLink to="/plan">{t('commitments.toPlan')}</ButtonLink>}
            />
          ) : (
            <div className={styles.wide}>
              <OwnDevices view={view} />
              <Section title={t('pilot.perTier')} card>
                <TierExperience view={view} />
              </Section>
              <Section title={t('pilot.troubles')}>
                <Troubles view={view} />
              </Section>
            </div>
          )
        }
      </Loaded>
    </Page>
  )
}

/** One line: how much of support knows from experience what it will be asked. */
function State({ view: { tiers } }: { readonly view: PilotView }) {
  const t = useWords('rollout')
  const { text } = usePlanWords()
  if (tiers.length === 0) return t('pilot.intro')
  return tiers
    .map(({ name, any }) => t('pilot.state', { tier: text(name), have: any.have, of: any.of }))
    .join(' · ')
}
