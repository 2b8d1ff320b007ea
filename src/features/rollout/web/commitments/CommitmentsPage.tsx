import { Button, mergeClasses } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { EmptyState, LoadingState } from '#ui/page/states.tsx'
import { onDemand, useEver, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { BareLink, ButtonLink } from '#ui/pages/PageLink.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CommitmentView } from '../../contract/commitments.ts'
import { rolloutManagers } from '../../domain/rollout-managers.ts'
import { commitments } from '../involvement-queries.ts'
import { useRolloutLive } from '../queries.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { useDaysLeft } from '../involvement-words.ts'
import { RolloutTabs } from '../RolloutTabs.tsx'
import { CommitmentsDrawing } from './CommitmentsDrawing.tsx'
import { StandingBadge } from './StandingBadge.tsx'

const AddCommitmentDialog = onDemand(() =>
  import('./AddCommitmentDialog.tsx').then((module) => module.AddCommitmentDialog),
)
const dialogs = [AddCommitmentDialog]

/** What was promised to involve support early, against the phases before which it has to be done. */
export function CommitmentsPage() {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { text, day } = usePlanWords()
  const query = useQuery(commitments)
  const adding = useDialog()
  const mayAdd = hasAnyRole(useSignedIn(), rolloutManagers)
  useRolloutLive()
  useFetchedWhenIdle(dialogs)
  const wasOpen = useEver(adding.open)
  const all = query.data?.commitments ?? []
  const count = (standing: CommitmentView['standing']) => all.filter((one) => one.standing === standing).length
  const counted = all.length - count('waived')
  return (
    <Page
      title={t('commitments.title')}
      width="work"
      state={
        query.data && counted > 0
          ? [
              t('commitments.state', { met: count('met'), of: counted }),
              ...(count('overdue') > 0 ? [t('commitments.stateOverdue', { count: count('overdue') })] : []),
            ].join(' ')
          : t('commitments.intro')
      }
      action={
        mayAdd &&
        query.data && (
          <Button appearance="primary" icon={<AddRegular />} onClick={() => adding.show(true)}>
            {t('commitments.add')}
          </Button>
        )
      }
    >
      <RolloutTabs at="/rollout/commitments" />
      <Loaded query={query} skeleton={<LoadingState rows={6} />}>
        {({ phases, commitments: list, today }) =>
          list.length === 0 ? (
            <EmptyState
              title={t('commitments.none')}
              text={t('commitments.noneText')}
              action={<ButtonLink to="/plan">{t('commitments.toPlan')}</ButtonLink>}
            />
          ) : (
            <div className={styles.wide}>
              <Section title={t('commitments.drawing')} card>
                <CommitmentsDrawing phases={phases} commitments={list} today={today} />
              </Section>
              {phases
                .filter(({ key }) => list.some(({ beforePhase }) => beforePhase === key))
                .map((phase) => (
                  <Section
                    key={phase.key}
                    title={t('commitments.before', { phase: text(phase.name), day: day(phase.starts) })}
                  >
                    <List
                      commitments={list.filter(({ beforePhase }) => beforePhase === phase.key)}
                      today={today}
                    />
                  </Section>
                ))}
              {list.some(({ beforePhase }) => !phases.some(({ key }) => key === beforePhase)) && (
                <Section title={t('commitments.withoutPhase')}>
                  <List
                    commitments={list.filter(({ beforePhase }) => !phases.some(({ key }) => key === beforePhase))}
                    today={today}
                  />
                </Section>
              )}
            </div>
          )
        }
      </Loaded>
      <Suspense>
        {wasOpen && query.data && (
          <AddCommitmentDialog
            key={adding.turn}
            open={adding.open}
            onClose={adding.hide}
            phases={query.data.phases}
          />
        )}
      </Suspense>
    </Page>
  )
}

type ListProps = { readonly commitments: readonly CommitmentView[]; readonly today: string }

function List({ commitments: list, today }: ListProps) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { text, team, shortDay } = usePlanWords()
  const daysLeft = useDaysLeft()
  return (
    <ul className={styles.list}>
      {list.map((one) => (
        <li key={one.key}>
          <BareLink to={`/rollout/commitments/${one.key}`} className={mergeClasses(styles.card, styles.cardLink)}>
            <span className={styles.apart}>
              <span className={styles.strong} dir="auto">
                {text(one.what)}
              </span>
              <StandingBadge standing={one.standing} />
            </span>
            <span className={mergeClasses(styles.quiet, styles.small)}>
              {[
                team(one.team),
                one.owner?.name ?? t('commitments.nobody'),
                one.state === 'met' || one.state === 'waived'
                  ? t('commitments.due', { day: shortDay(one.due) })
                  : `${t('commitments.due', { day: shortDay(one.due) })}, ${daysLeft(one.due, today)}`,
                ...(one.figure
                  ? [
                      t(`commitments.figures.${one.kind === 'own-devices' ? 'own-devices' : 'test-cases'}`, {
                        have: one.figure.have,
                        of: one.figure.of,
                      }),
                    ]
                  : []),
              ].join(' · ')}
            </span>
          </BareLink>
        </li>
      ))}
    </ul>
  )
}
