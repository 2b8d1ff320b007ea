import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { useDuration, Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { ShiftLeft } from '../../contract/shift-left.ts'
import { useCauseStyles } from '../causes/cause-styles.ts'
import { ShareBars } from './ShareBars.tsx'

const useStyles = makeStyles({
  figures: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  cell: { display: 'grid', rowGap: tokens.spacingVerticalXXS, minWidth: '9rem' },
  pair: { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: tokens.spacingHorizontalM },
})

type Side = ShiftLeft['overall']['before']
type Props = { readonly shift: ShiftLeft['causes'][number]; readonly tier: number }

/** What knowing one cause is worth, as a row of the table. */
export function ShiftRow({ shift, tier }: Props) {
  const { before, after } = shift
  return (
    <tr>
      <th scope="row">
        <Named shift={shift} />
      </th>
      <td>
        <Turn shift={shift} />
      </td>
      <td>
        <Shares shift={shift} tier={tier} />
      </td>
      <td>
        <ShareBars before={before} after={after} />
      </td>
      <td>
        <Minutes before={before.causeMedian} after={after.causeMedian} />
      </td>
      <td>
        <Minutes before={before.resolveMedian} after={after.resolveMedian} />
      </td>
    </tr>
  )
}

/** The same where there is no room for a table: all of it in sight, one under the other. */
export function ShiftCard({ shift, tier }: Props) {
  const t = useWords('triage')
  const styles = useCauseStyles()
  const own = useStyles()
  const { before, after } = shift
  return (
    <li className={styles.card}>
      <Named shift={shift} />
      <Turn shift={shift} />
      <span className={styles.strong}>{t('shiftLeft.heads.solved', { tier })}</span>
      <Shares shift={shift} tier={tier} />
      <ShareBars before={before} after={after} />
      <span className={own.pair}>
        <span className={own.cell}>
          <span className={mergeClasses(styles.strong, styles.small)}>{t('shiftLeft.heads.toCause')}</span>
          <Minutes before={before.causeMedian} after={after.causeMedian} />
        </span>
        <span className={own.cell}>
          <span className={mergeClasses(styles.strong, styles.small)}>{t('shiftLeft.heads.toSolution')}</span>
          <Minutes before={before.resolveMedian} after={after.resolveMedian} />
        </span>
      </span>
    </li>
  )
}

function Named({ shift }: Pick<Props, 'shift'>) {
  const t = useWords('triage')
  const styles = useCauseStyles()
  const own = useStyles()
  const to = shift.kind === 'cause' ? `/causes/${shift.id}` : `/knowledge/${shift.id}`
  return (
    <span className={own.cell}>
      <PageLink to={to}>{shift.name[t.language]}</PageLink>
      <span className={mergeClasses(styles.quiet, styles.small)}>
        {t('shiftLeft.tickets', { count: shift.tickets })}
      </span>
    </span>
  )
}

function Turn({ shift: { turn } }: Pick<Props, 'shift'>) {
  const t = useWords('triage')
  const styles = useCauseStyles()
  const own = useStyles()
  if (!turn) return <span className={styles.quiet}>{t('shiftLeft.notYet')}</span>
  return (
    <span className={own.cell}>
      <Time at={turn.at} form="absolute" />
      <span className={mergeClasses(styles.quiet, styles.small)}>{t(`shiftLeft.by.${turn.by}`)}</span>
    </span>
  )
}

function Shares({ shift, tier }: Props) {
  const t = useWords('triage')
  const styles = useCauseStyles()
  const own = useStyles()
  return (
    <span className={own.cell}>
      <span className={own.figures}>
        {t('shiftLeft.before')}: <Solved side={shift.before} />
      </span>
      <span className={own.figures}>
        {t('shiftLeft.after')}: <Solved side={shift.after} />
      </span>
      {shift.turn && (
        <span className={mergeClasses(styles.quiet, styles.small)}>
          {t(`shiftLeft.compared.${shift.compared}`, { tier })}
        </span>
      )}
    </span>
  )
}

/** "5 of 6 (44–97%)"; where there is none, that. */
export function Solved({ side: { solved } }: { readonly side: Side }) {
  const t = useWords('triage')
  if (solved.share === null) return <>{t('shiftLeft.nothing')}</>
  return (
    <>
      {t('shiftLeft.share', {
        count: solved.count,
        of: solved.of,
        low: Math.round(solved.low * 100),
        high: Math.round(solved.high * 100),
      })}
    </>
  )
}

function Minutes({ before, after }: { readonly before: number | null; readonly after: number | null }) {
  const t = useWords('triage')
  const own = useStyles()
  const duration = useDuration()
  const say = (minutes: number | null) =>
    minutes === null ? t('shiftLeft.nothing') : duration(Math.round(minutes))
  return (
    <span className={own.cell}>
      <span className={own.figures}>{`${t('shiftLeft.before')}: ${say(before)}`}</span>
      <span className={own.figures}>{`${t('shiftLeft.after')}: ${say(after)}`}</span>
    </span>
  )
}
