import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { planEditors } from '#features/plan/domain/versions/version.ts'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { onDemand, useEver, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { ButtonLink, PageLink } from '#ui/pages/PageLink.tsx'
import { Slot } from '#ui/pages/slots.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import type { RolloutView, WaveSummary } from '../../contract/waves.ts'
import { signers } from '../../domain/readiness/decide.ts'
import { rolloutManagers } from '../../domain/rollout-managers.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { EnrollmentsRead } from './EnrollmentsRead.tsx'
import { moveGround, rollout, useRolloutLive } from '../queries.ts'
import { RolloutTabs } from '../RolloutTabs.tsx'
import type { WantedMove } from './MoveWaveDialog.tsx'
import { RolloutDrawing } from './RolloutDrawing.tsx'
import { WaveCard } from './WaveCard.tsx'

const MoveWaveDialog = onDemand(() => import('./MoveWaveDialog.tsx').then((module) => module.MoveWaveDialog))
const dialogs = [MoveWaveDialog]

/** Where the rollout is, what comes next, and whether somebody has said that it may. */
export function RolloutPage() {
  const t = useWords('rollout')
  const query = useQuery(rollout)
  useRolloutLive()
  useFetchedWhenIdle(dialogs)
  const isSigner = hasAnyRole(useSignedIn(), signers)
  const mayChange = hasAnyRole(useSignedIn(), rolloutManagers)
  const { text } = usePlanWords()
  const view = query.data
  const waves = view?.phases.flatMap((phase) => phase.waves) ?? []
  const next = waves.find(({ key }) => key === view?.toDecide)
  return (
    <Page
      title={t('waves.title')}
      width="work"
      state={view?.plan ? <Where view={view} waves={waves} /> : t('waves.intro')}
      action={
        <>
          {mayChange && view?.plan && <ButtonLink to="/rollout/people">{t('waves.bringPeople')}</ButtonLink>}
          {isSigner && next && (
            <ButtonLink to={`/rollout/waves/${next.key}`} appearance="primary">
              {t('waves.decideOn', { wave: text(next.name) })}
            </ButtonLink>
          )}
        </>
      }
    >
      <RolloutTabs at="/rollout" />
      <Loaded query={query}>
        {(shown) => (shown.plan ? <Shown view={shown} waves={waves} mayChange={mayChange} /> : <NoPlan />)}
      </Loaded>
    </Page>
  )
}

function NoPlan() {
  const t = useWords('rollout')
  return (
    <EmptyState
      title={t('waves.noPlan')}
      text={t('waves.noPlanText')}
      action={<ButtonLink to="/plan">{t('waves.toPlan')}</ButtonLink>}
    />
  )
}

type OfRollout = { readonly view: RolloutView; readonly waves: readonly WaveSummary[] }

function Where({ view, waves }: OfRollout) {
  const t = useWords('rollout')
  const { text, day } = usePlanWords()
  const wave = waves.find(({ key }) => key === view.atHand)
  if (!wave) return t(waves.length === 0 ? 'waves.none' : 'waves.allOver')
  return wave.state === 'running'
    ? t('waves.runningNow', { wave: text(wave.name), ends: day(wave.ends) })
    : t('waves.nextUp', { wave: text(wave.name), starts: day(wave.starts) })
}

function Shown({ view, waves, mayChange }: OfRollout & { readonly mayChange: boolean }) {
  const t = useWords('rollout')
  const { text } = usePlanWords()
  const styles = useInvolvementStyles()
  // There before the dialog opens, so that its first field gets the focus.
  useQuery({ ...moveGround, enabled: mayChange })
  const moving = useDialog<WantedMove>()
  const wasOpen = useEver(moving.open)
  const editor = hasAnyRole(useSignedIn(), planEditors)
  const without = waves.filter(({ state, decision }) => {
    return state === 'running' && decision?.outcome !== 'go' && decision?.outcome !== 'conditional'
  })
  if (!view.plan) return null
  return (
    <div className={styles.wide}>
      {without.map((wave) => (
        <MessageBar key={wave.key} intent="error" layout="multiline">
          <MessageBarBody>
            {t(wave.decision ? 'waves.begunAgainst' : 'waves.begunWithout', { wave: text(wave.name) })}{' '}
            <PageLink to={`/rollout/waves/${wave.key}`}>{t('waves.lookAtFigures')}</PageLink>
          </MessageBarBody>
        </MessageBar>
      ))}
      {view.movedIn && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {t('waves.movedIn', { number: view.movedIn.number })}{' '}
            {editor && <PageLink to="/plan/draft">{t('waves.reviewAndPublish')}</PageLink>}
          </MessageBarBody>
        </MessageBar>
      )}
      {view.inSeveralWaves > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('waves.inSeveral', { count: view.inSeveralWaves })}</MessageBarBody>
        </MessageBar>
      )}
      <Section
        title={t('waves.calendar')}
        card
        action={<Slot name="plan.outlook" of={{ document: view.plan.document, plan: 'published' }} />}
      >
        <RolloutDrawing
          plan={view.plan.document}
          today={view.today}
          events={view.events}
          onMove={mayChange ? (key, starts, ends) => moving.show({ key, starts, ends }) : undefined}
        />
      </Section>
      {view.intune && <EnrollmentsRead reading={view.intune} />}
      {view.phases.map((phase) => (
        <Section
          key={phase.key}
          title={text(phase.name)}
          action={<span className={styles.quiet}>{t(`waves.modes.${phase.mode}`)}</span>}
        >
          <ul className={styles.cards}>
            {phase.waves.map((wave) => (
              <WaveCard key={wave.key} wave={wave} />
            ))}
          </ul>
        </Section>
      ))}
      <EventList view={view} />
      {mayChange && wasOpen && moving.of && (
        <Suspense>
          <MoveWaveDialog key={moving.turn} open={moving.open} onClose={moving.hide} wanted={moving.of} />
        </Suspense>
      )}
      {mayChange && waves[0] && (
        <div>
          <Button
            onClick={() => {
              const wave = waves.find(({ key }) => key === view.atHand) ?? waves[0]
              if (wave) moving.show({ key: wave.key, starts: wave.starts, ends: wave.ends })
            }}
          >
            {t('waves.move')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** What is drawn as marks, in words. */
function EventList({ view }: { readonly view: RolloutView }) {
  const t = useWords('rollout')
  const { text, day } = usePlanWords()
  const styles = useInvolvementStyles()
  const ahead = view.events.filter((one) => !one.done).slice(0, 12)
  if (ahead.length === 0) return null
  return (
    <Section title={t('waves.ahead')}>
      <ul className={styles.list}>
        {ahead.map((one, index) => (
          <li key={`${one.kind} ${one.day} ${index}`}>
            <span className={styles.quiet}>
              {day(one.day)} · {t(`waves.kinds.${one.kind}`)}
            </span>{' '}
            {text(one.name)}
            {one.day < view.today && ` · ${t('waves.late')}`}
          </li>
        ))}
      </ul>
    </Section>
  )
}
