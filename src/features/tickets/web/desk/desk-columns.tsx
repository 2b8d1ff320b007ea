import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { published } from '#features/plan/web/queries.ts'
import type { Column } from '#ui/list/columns.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { TicketRow } from '../../contract/list.ts'
import { DueTime } from './DueTime.tsx'
import { StageCell } from './StageCell.tsx'

const useStyles = makeStyles({
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', display: 'block' },
  under: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  number: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
})

/** What stands beside number and subject, in order. */
export const choosableColumns = [
  'requester',
  'assignee',
  'stage',
  'due',
  'priority',
  'category',
  'platform',
  'wave',
  'opened',
  'changed',
] as const
export type ChoosableColumn = (typeof choosableColumns)[number]

/** What is there when nobody chose, as far as there is room: below so many pixels a column steps back. */
const usual: Readonly<Record<'comfortable' | 'compact', Partial<Record<ChoosableColumn, number>>>> = {
  comfortable: { requester: 960, assignee: 1160, stage: 0, due: 0, priority: 1280, wave: 960, changed: 700 },
  compact: { requester: 640, assignee: 1120, stage: 0, due: 0, priority: 1240, wave: 880, changed: 760 },
}
export const usualColumns = choosableColumns.filter((key) => key in usual.comfortable)

/** The columns of the desk's list: those that somebody chose, or the usual ones with how early they step back. */
export function useDeskColumns(
  isCompact: boolean,
  chosen: readonly ChoosableColumn[] | null,
): readonly Column<TicketRow>[] {
  const t = useWords('tickets')
  const styles = useStyles()
  const plan = useQuery(published).data?.document
  const waves = plan?.involvement.phases.flatMap((phase) => phase.waves) ?? []
  const stepsBack = usual[isCompact ? 'compact' : 'comfortable']
  const cut = (text: string, dir?: 'auto') => (
    <span className={styles.cut} title={text} dir={dir}>
      {text}
    </span>
  )
  const waveOf = ({ wave }: TicketRow) => waves.find((one) => one.key === wave)?.name[t.language] ?? wave ?? ''
  const labels = useColumnLabels()
  const known: Record<ChoosableColumn, Omit<Column<TicketRow>, 'key' | 'label' | 'hideBelow'>> = {
    requester: { width: { share: 1, min: 110 }, cell: (row) => cut(row.requester.name) },
    assignee: {
      width: { share: 1, min: 110 },
      cell: (row) => (row.assignee ? cut(row.assignee.name) : <span className={styles.quiet}>{t('nobody')}</span>),
    },
    stage: { width: 160, cell: (row) => <StageCell row={row} /> },
    due: {
      width: isCompact ? 132 : 148,
      sortable: true,
      cell: (row) => <DueTime due={row} isDone={row.stage === 'closed'} form={isCompact ? 'short' : 'stacked'} />,
    },
    priority: {
      width: 92,
      sortable: true,
      cell: (row) => cut(plan?.process.priorityNames[row.priority][t.language] ?? String(row.priority)),
    },
    category: {
      width: { share: 1, min: 120 },
      cell: (row) =>
        cut(
          plan?.process.categories.find((one) => one.key === row.category)?.name[t.language] ?? row.category ?? '',
        ),
    },
    platform: { width: 112, cell: (row) => cut(row.platform ? t.any(`platforms.${row.platform}`) : '') },
    wave: {
      width: { share: 1, min: 88 },
      cell: (row) => cut(waveOf(row)),
    },
    opened: { width: 116, sortable: true, cell: (row) => <Time at={row.openedAt} quiet /> },
    changed: { width: 124, sortable: true, cell: (row) => <Time at={row.changedAt} form="relative" quiet /> },
  }
  const shown = chosen ?? usualColumns
  return [
    {
      key: 'number',
      label: t('desk.columns.number'),
      width: 64,
      sortable: true,
      cell: (row) => <span className={styles.number}>{`T-${row.number}`}</span>,
    },
    {
      key: 'subject',
      label: t('desk.columns.subject'),
      width: { share: 3, min: 170 },
      cell: (row, shows) => (
        <>
          {cut(row.subject, 'auto')}
          {chosen === null && !isCompact && !shows('wave') && (
            <span className={styles.under}>
              {cut([row.requester.name, waveOf(row)].filter(Boolean).join(' · '))}
            </span>
          )}
        </>
      ),
    },
    ...choosableColumns
      .filter((key) => shown.includes(key))
      .map((key) => ({
        key,
        label: labels[key],
        ...known[key],
        ...(chosen === null ? { hideBelow: stepsBack[key] ?? 0 } : {}),
      })),
  ]
}

export function useColumnLabels(): Readonly<Record<ChoosableColumn, string>> {
  const t = useWords('tickets')
  return {
    requester: t('requester'),
    assignee: t('assignee'),
    stage: t('desk.columns.stage'),
    due: t('desk.columns.due'),
    priority: t('priority'),
    category: t('category'),
    platform: t('platform'),
    wave: t('wave'),
    opened: t('opened'),
    changed: t('desk.columns.changed'),
  }
}
