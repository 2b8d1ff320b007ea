import { Button } from '@fluentui/react-components'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { onDemand, useEver, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { Suspense, useState } from 'react'
import type { SnapshotLine } from '../contract/context-routes.ts'
import type { Difference } from '../domain/difference.ts'
import { differenceText } from '../domain/difference-text.ts'
import { useContextStyles } from './context-styles.ts'
import { useSayMoment } from './say-moment.ts'

const SnapshotDialog = onDemand(() => import('./SnapshotDialog.tsx').then((module) => module.SnapshotDialog))
const onClick = [SnapshotDialog]
const mostDifferences = 4

/** What was known when the ticket was opened and handed over, and what is otherwise since. */
export function Snapshots({ snapshots }: { readonly snapshots: readonly SnapshotLine[] }) {
  const t = useWords('devices')
  const styles = useContextStyles()
  const [all, setAll] = useState(false)
  const dialog = useDialog<SnapshotLine>()
  const ever = useEver(dialog.open)
  useFetchedWhenIdle(onClick)
  // What was read because the ticket was opened is what its opening is compared with.
  const opening = snapshots.find(({ reason }) => reason === 'opened')
  const [newest] = snapshots
  const since = opening ?? snapshots.at(-1)
  if (!newest || !since) return null
  return (
    <div className={`${styles.tight} ${styles.apart}`}>
      <h3 className={styles.heading}>{t(`since.${since.reason}`)}</h3>
      <Differences differences={weighty(since.untilNow)} />
      <div className={styles.row}>
        <Button size="small" appearance="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
          {t('snapshots.show', { count: snapshots.length })}
        </Button>
      </div>
      {all && (
        <ul className={styles.list}>
          {snapshots.map((one) => (
            <li key={one.id} className={styles.tight}>
              <div className={styles.row}>
                <span>
                  {t(`reason.${one.reason}`)} <Time at={one.at} quiet />
                </span>
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={t('snapshots.openOf', { what: t(`reason.${one.reason}`) })}
                  onClick={() => dialog.show(one)}
                >
                  {t('snapshots.open')}
                </Button>
              </div>
              {one.sinceBefore !== null && <Differences differences={one.sinceBefore} />}
            </li>
          ))}
        </ul>
      )}
      {ever && (
        <Suspense>
          <SnapshotDialog key={dialog.turn} dialog={dialog} />
        </Suspense>
      )}
    </div>
  )
}

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const t = useWords('devices')
  const say = useSayMoment()
  const styles = useContextStyles()
  if (differences.length === 0)
    return <p className={`${styles.plain} ${styles.small} ${styles.quiet}`}>{t('snapshots.same')}</p>
  return (
    <ul className={styles.list}>
      {differences.slice(0, mostDifferences).map((one) => {
        const text = differenceText(one, t.language, say)
        return (
          <li key={text} className={styles.small}>
            {text}
          </li>
        )
      })}
      {differences.length > mostDifferences && (
        <li className={`${styles.small} ${styles.quiet}`}>
          {t('snapshots.more', { count: differences.length - mostDifferences })}
        </li>
      )}
    </ul>
  )
}

/** That a device checked in says little beside what changed by it. */
function weighty(differences: readonly Difference[]): readonly Difference[] {
  const more = differences.filter(({ kind }) => kind !== 'checked-in')
  return more.length > 0 ? more : differences
}
