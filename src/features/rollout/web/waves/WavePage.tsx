import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { LoadingState } from '#ui/page/states.tsx'
import { Tabs } from '#ui/page/Tabs.tsx'
import { onDemand, useEver, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { type Search, useAddress, usePathParams } from '#ui/pages/address.ts'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import type { WaveView } from '../../contract/waves.ts'
import { rolloutManagers } from '../../domain/rollout-managers.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { moveGround, useRolloutLive, wave as waveQuery } from '../queries.ts'
import type { WantedMove } from './MoveWaveDialog.tsx'
import { DecisionSign } from './WaveChip.tsx'

const ReadinessPart = onDemand(() =>
  import('../readiness/ReadinessPart.tsx').then((module) => module.ReadinessPart),
)
const PeoplePart = onDemand(() => import('../people/PeoplePart.tsx').then((module) => module.PeoplePart))
const RunPart = onDemand(() => import('./RunPart.tsx').then((module) => module.RunPart))
const WaveMails = onDemand(() => import('../mails/WaveMails.tsx').then((module) => module.WaveMails))
const MoveWaveDialog = onDemand(() => import('./MoveWaveDialog.tsx').then((module) => module.MoveWaveDialog))
const parts = [ReadinessPart, PeoplePart, RunPart, WaveMails, MoveWaveDialog]

const tabs = ['readiness', 'people', 'run', 'mails'] as const
type Part = (typeof tabs)[number]

function readAddress({ part }: Search): { readonly part: Part | null } {
  return { part: tabs.find((one) => one === part) ?? null }
}

/** One wave: whether support is ready for it, who is in it, how it runs, and what its people are told. */
export function WavePage() {
  const t = useWords('rollout')
  const { text, day } = usePlanWords()
  const { key = '' } = usePathParams()
  const query = useQuery(waveQuery(key))
  const [address, change] = useAddress(readAddress)
  useRolloutLive()
  useFetchedWhenIdle(parts)
  const moving = useDialog<WantedMove>()
  const wasOpen = useEver(moving.open)
  const mayChange = hasAnyRole(useSignedIn(), rolloutManagers)
  // There before the dialog opens, so that its first field gets the focus.
  useQuery({ ...moveGround, enabled: mayChange })
  const view = query.data
  // While a wave runs one asks how it goes; before that whether it may begin.
  const part = address.part ?? (view && view.wave.state !== 'to-come' ? 'run' : 'readiness')
  return (
    <Page
      title={view ? text(view.wave.name) : t('waves.wave')}
      width="work"
      back={{ to: '/rollout', label: t('waves.title') }}
      state={
        view && (
          <>
            {t(`waves.states.${view.wave.state}`)} ·{' '}
            {t('waves.days', { starts: day(view.wave.starts), ends: day(view.wave.ends) })} ·{' '}
            <DecisionSign decision={view.wave.decision} />
          </>
        )
      }
      action={
        mayChange &&
        view && (
          <Button onClick={() => moving.show({ key, starts: view.wave.starts, ends: view.wave.ends })}>
            {t('waves.move')}
          </Button>
        )
      }
    >
      <Tabs
        label={t('waves.parts')}
        tabs={tabs.map((value) => ({ value, text: t(`waves.tabs.${value}`) }))}
        value={part}
        onChange={(value) => change({ part: value })}
      />
      <Loaded query={query}>{(loaded) => <Parts view={loaded} part={part} />}</Loaded>
      {mayChange && wasOpen && moving.of && (
        <Suspense>
          <MoveWaveDialog key={moving.turn} open={moving.open} onClose={moving.hide} wanted={moving.of} />
        </Suspense>
      )}
    </Page>
  )
}

function Parts({ view, part }: { readonly view: WaveView; readonly part: Part }) {
  const t = useWords('rollout')
  const { day } = usePlanWords()
  const styles = useInvolvementStyles()
  const { wave } = view
  const isAgreed = wave.decision?.outcome === 'go' || wave.decision?.outcome === 'conditional'
  const [move] = view.moves
  return (
    <div className={styles.wide}>
      {wave.state === 'running' && !isAgreed && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{t(wave.decision ? 'waves.thisBegunAgainst' : 'waves.thisBegunWithout')}</MessageBarBody>
        </MessageBar>
      )}
      {move && move.planNumber > view.planNumber && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {t('waves.movedThere', {
              name: move.by.name,
              number: move.planNumber,
              starts: day(move.to.starts),
              ends: day(move.to.ends),
              note: move.note,
            })}
          </MessageBarBody>
        </MessageBar>
      )}
      <Suspense fallback={<LoadingState rows={6} />}>
        {part === 'readiness' && <ReadinessPart view={view} />}
        {part === 'people' && <PeoplePart view={view} />}
        {part === 'run' && <RunPart view={view} />}
        {part === 'mails' && <WaveMails wave={wave.key} />}
      </Suspense>
    </div>
  )
}
