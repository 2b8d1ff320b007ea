import { Button, mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Section } from '#ui/page/Page.tsx'
import { LoadingState } from '#ui/page/states.tsx'
import { onDemand, useEver, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { useWords } from '#ui/words/words.ts'
import type { ReadinessView } from '../../contract/readiness.ts'
import type { WaveView } from '../../contract/waves.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { readiness } from '../queries.ts'
import { Sign } from '../waves/WaveChip.tsx'
import { DecisionCard } from './DecisionCard.tsx'
import { FigureTable } from './FigureTable.tsx'

const SignDialog = onDemand(() => import('./SignDialog.tsx').then((module) => module.SignDialog))
const dialogs = [SignDialog]

/** Whether support is ready for a wave, and what was decided on it. */
export function ReadinessPart({ view }: { readonly view: WaveView }) {
  const query = useQuery(readiness(view.wave.key))
  useFetchedWhenIdle(dialogs)
  return (
    <Loaded query={query} skeleton={<LoadingState rows={8} />}>
      {(shown) => <Shown view={view} shown={shown} />}
    </Loaded>
  )
}

function Shown({ view, shown }: { readonly view: WaveView; readonly shown: ReadinessView }) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const signing = useDialog()
  const wasOpen = useEver(signing.open)
  const { holds, fails, unknown } = shown.readiness
  const isOver = view.wave.state === 'over'
  return (
    <div className={styles.wide}>
      <Section
        title={t('readiness.title')}
        action={
          shown.may.sign &&
          !isOver && (
            <Button appearance="primary" onClick={() => signing.show(true)}>
              {t('sign.primary')}
            </Button>
          )
        }
      >
        <div className={styles.row} role="status">
          <Sign tone="good">{t('readiness.holds', { count: holds })}</Sign>
          {fails > 0 && <Sign tone="bad">{t('readiness.failing', { count: fails })}</Sign>}
          {unknown > 0 && <Sign tone="open">{t('readiness.unknown', { count: unknown })}</Sign>}
        </div>
        <FigureTable readiness={shown.readiness} />
        {!shown.may.sign && <p className={mergeClasses(styles.plain, styles.quiet)}>{t('sign.notYours')}</p>}
      </Section>
      <Section title={t('decisions.title')}>
        {shown.decisions.length === 0 && (
          <p className={mergeClasses(styles.plain, styles.quiet)}>{t('decisions.none')}</p>
        )}
        <ul className={styles.list}>
          {shown.decisions.map((decision, index) => (
            <DecisionCard key={decision.id} decision={decision} isLast={index === 0} />
          ))}
        </ul>
      </Section>
      {shown.may.sign && wasOpen && (
        <Suspense>
          <SignDialog
            key={signing.turn}
            open={signing.open}
            onClose={signing.hide}
            shown={shown}
            wave={view.wave}
            today={view.today}
          />
        </Suspense>
      )}
    </div>
  )
}
