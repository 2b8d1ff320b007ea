import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { useQuery } from '@tanstack/react-query'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { Slot } from '#ui/pages/slots.tsx'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import { useKnowledgeStyles } from '../knowledge-styles.ts'
import { resources, useKnowledgeLive } from '../queries.ts'
import { ResourceDialog } from './ResourceDialog.tsx'
import { ResourceList } from './ResourceList.tsx'

const writers = new Set(['agent', 'lead', 'plan-owner'])

/** Where support looks things up: for everybody, and per tier. */
export function ResourcesPage() {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const { roles } = useSignedIn()
  const query = useQuery(resources)
  const adding = useDialog<'new'>()
  useKnowledgeLive()
  return (
    <Page
      title={t('resources.title')}
      width="work"
      back={{ to: '/knowledge', label: t('toList') }}
      state={t('resources.state')}
      action={
        roles.some((role) => writers.has(role)) && (
          <Button appearance="primary" icon={<AddRegular aria-hidden />} onClick={() => adding.show('new')}>
            {t('resources.add')}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {({ resources: all, mayReview }) => {
          const tiers = [null, ...new Set([1, 2, 3, ...all.flatMap(({ tier }) => tier ?? [])])]
          return (
            <div className={styles.stack}>
              {all.length === 0 && <EmptyState title={t('resources.none')} text={t('resources.noneHint')} />}
              {tiers
                .map((tier) => ({ tier, own: all.filter((one) => one.tier === tier) }))
                .filter(({ own }) => own.length > 0)
                .map(({ tier, own }) => (
                  <Section
                    key={tier ?? 'all'}
                    title={tier === null ? t('resources.everybody') : t('resources.forTier', { tier })}
                    card
                  >
                    <ResourceList resources={own} none="" mayReview={mayReview} />
                  </Section>
                ))}
              <Slot name="knowledge.resources" of={{ tier: null }} />
            </div>
          )
        }}
      </Loaded>
      <ResourceDialog key={adding.turn} open={adding.open} onClose={adding.hide} />
    </Page>
  )
}
