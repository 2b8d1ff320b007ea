import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { dayNumber } from '#features/plan/domain/days.ts'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { useWords } from '#ui/words/words.ts'
import type { CommitmentView, PhaseCommitments } from '../../contract/commitments.ts'
import type { z } from 'zod'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { standingIcons } from './StandingBadge.tsx'

const useStyles = makeStyles({
  figure: { margin: 0, display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  lanes: { position: 'relative', display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  lane: {
    position: 'relative',
    height: '24px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusSmall,
  },
  phase: {
    position: 'absolute',
    insetBlock: '7px',
    minWidth: '4px',
    backgroundColor: tokens.colorNeutralForeground2,
    borderRadius: tokens.borderRadiusSmall,
  },
  mark: {
    position: 'absolute',
    insetBlockStart: '2px',
    height: '20px',
    fontSize: '20px',
    marginInlineStart: '-10px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    display: 'flex',
    alignItems: 'center',
  },
  count: {
    paddingInlineEnd: '6px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  met: { color: tokens.colorStatusSuccessForeground1 },
  waived: {},
  overdue: { color: tokens.colorStatusDangerForeground1 },
  'in-progress': { color: tokens.colorBrandForeground1 },
  open: {},
  today: {
    position: 'absolute',
    insetBlock: '-3px',
    width: '2px',
    backgroundColor: tokens.colorBrandStroke1,
    pointerEvents: 'none',
  },
  key: {
    display: 'inline-block',
    width: '2px',
    height: '1em',
    marginInlineEnd: tokens.spacingHorizontalXS,
    verticalAlign: 'text-bottom',
    backgroundColor: tokens.colorBrandStroke1,
  },
})

/** What is due on one day is one mark: how the one stands that is furthest from done, and how many there are. */
function marksOf(commitments: readonly CommitmentView[], phase: string) {
  const own = commitments.filter(({ beforePhase, due }) => beforePhase === phase && due !== '')
  return [...new Set(own.map(({ due }) => due))].map((due) => {
    const here = own.filter((one) => one.due === due)
    return {
      due,
      count: here.length,
      standing: worst.find((one) => here.some(({ standing }) => standing === one)) ?? 'open',
    }
  })
}
const worst = ['overdue', 'open', 'in-progress', 'met', 'waived'] as const

/** Of what has to be done before this phase itself. */
function metOf(commitments: readonly CommitmentView[], phase: string) {
  const own = commitments.filter(({ beforePhase, state }) => beforePhase === phase && state !== 'waived')
  return { met: own.filter(({ state }) => state === 'met').length, of: own.length }
}

type Phase = z.infer<typeof PhaseCommitments>
type CommitmentsDrawingProps = {
  readonly phases: readonly Phase[]
  readonly commitments: readonly CommitmentView[]
  readonly today: string
}

/** Each phase on its line, with what has to be done before it where it is due. The list below says the same in words. */
export function CommitmentsDrawing({ phases, commitments, today }: CommitmentsDrawingProps) {
  const t = useWords('rollout')
  const plain = useInvolvementStyles()
  const styles = useStyles()
  const { text, shortDay, day } = usePlanWords()
  const numbers = [
    ...phases.flatMap(({ starts, ends }) => [dayNumber(starts), dayNumber(ends) + 1]),
    ...commitments.map(({ due }) => dayNumber(due)),
  ].filter((number) => !Number.isNaN(number))
  const first = Math.min(...numbers) - 2
  const last = Math.max(...numbers)
  if (phases.length === 0 || last <= first) return null
  const share = (number: number) => `${((number - first) / (last - first)) * 100}%`
  const now = dayNumber(today)
  return (
    <figure className={styles.figure} aria-label={t('commitments.drawing')}>
      <div className={styles.lanes}>
        {phases.map((phase) => (
          <div key={phase.key} className={plain.tight}>
            <div className={plain.apart}>
              <span className={plain.strong}>{text(phase.name)}</span>
              <span className={mergeClasses(plain.quiet, plain.small)}>
                {shortDay(phase.starts)} – {shortDay(phase.ends)} ·{' '}
                {t('commitments.metOf', metOf(commitments, phase.key))}
              </span>
            </div>
            <div className={styles.lane} aria-hidden>
              <div
                className={styles.phase}
                style={{
                  insetInlineStart: share(dayNumber(phase.starts)),
                  width: `calc(${share(dayNumber(phase.ends) + 1)} - ${share(dayNumber(phase.starts))})`,
                }}
              />
              {marksOf(commitments, phase.key).map(({ due, standing, count }) => (
                <span
                  key={due}
                  className={mergeClasses(styles.mark, styles[standing])}
                  style={{ insetInlineStart: share(dayNumber(due)) }}
                >
                  {standingIcons[standing]}
                  {count > 1 && <span className={styles.count}>{count}</span>}
                </span>
              ))}
              {now >= first && now <= last && (
                <div className={styles.today} style={{ insetInlineStart: share(now) }} />
              )}
            </div>
          </div>
        ))}
      </div>
      {now >= first && now <= last && (
        <figcaption className={mergeClasses(plain.quiet, plain.small)}>
          <span aria-hidden className={styles.key} /> {t('commitments.today', { day: day(today) })}
        </figcaption>
      )}
    </figure>
  )
}
