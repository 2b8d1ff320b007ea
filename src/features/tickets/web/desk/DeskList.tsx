import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { published } from '#features/plan/web/queries.ts'
import { DataList } from '#ui/list/DataList.tsx'
import type { Column, Sort } from '#ui/list/columns.ts'
import { EmptyState } from '#ui/page/states.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { TicketRow } from '../../contract/list.ts'
import { type ListSort, ticketSortNames } from '../queries.ts'
import { DueTime } from './DueTime.tsx'
import type { DeskView } from './desk-views.ts'
import { StageCell } from './StageCell.tsx'

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, rowGap: tokens.spacingVerticalXS },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', display: 'block' },
  number: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  narrow: { display: 'grid', rowGap: '2px', minWidth: 0 },
  line: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  },
  subject: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
})

type Props = {
  readonly rows: readonly TicketRow[]
  readonly total: number
  readonly view: DeskView
  readonly isFiltered: boolean
  readonly sort: Sort
  readonly onSort: (sort: { readonly column: ListSort; readonly direction: Sort['direction'] }) => void
  readonly onChoose: (row: TicketRow) => void
  readonly click: 'open' | 'choose'
  readonly isCompact: boolean
  readonly onEnd: () => void
}

export function DeskList({
  rows,
  total,
  view,
  isFiltered,
  sort,
  onSort,
  onChoose,
  click,
  isCompact,
  onEnd,
}: Props) {
  const t = useWords('tickets')
  const styles = useStyles()
  const columns = useColumns(isCompact)
  const title = t.any(`desk.viewNames.${view.name}`)
  const isDone = view.key === 'to-do' && !isFiltered
  return (
    <div className={styles.box}>
      <DataList
        label={title}
        rows={rows}
        rowKey={(row) => row.id}
        columns={columns}
        to={(row) => `/tickets/${row.number}`}
        onChoose={onChoose}
        click={click}
        sort={sort}
        onSort={({ column, direction }) => {
          const known = ticketSortNames.find((one) => one === column)
          if (known) onSort({ column: known, direction })
        }}
        density={isCompact ? 'compact' : 'comfortable'}
        total={total}
        onEnd={onEnd}
        place={`/desk ${view.key}`}
        narrowHeight={92}
        narrow={(row) => (
          <div className={styles.narrow}>
            <span className={styles.line}>
              <span>{`T-${row.number}`}</span>
              <StageCell row={row} />
            </span>
            <span className={styles.subject}>{row.subject}</span>
            <span className={styles.line}>
              <span className={styles.cut}>{row.requester.name}</span>
              <DueTime row={row} inLine />
            </span>
          </div>
        )}
        empty={
          <EmptyState
            title={isDone ? t('desk.noneToDo') : t('desk.none')}
            text={t(isDone ? 'desk.noneToDoText' : isFiltered ? 'desk.noneFilteredText' : 'desk.noneText')}
          />
        }
      />
    </div>
  )
}

function useColumns(isCompact: boolean): readonly Column<TicketRow>[] {
  const t = useWords('tickets')
  const styles = useStyles()
  const plan = useQuery(published).data?.document
  const waves = plan?.involvement.phases.flatMap((phase) => phase.waves) ?? []
  return [
    {
      key: 'number',
      label: t('desk.columns.number'),
      width: 68,
      sortable: true,
      cell: (row) => <span className={styles.number}>{`T-${row.number}`}</span>,
    },
    {
      key: 'subject',
      label: t('desk.columns.subject'),
      width: { share: 3, min: 160 },
      cell: (row) => (
        <span className={styles.cut} title={row.subject}>
          {row.subject}
        </span>
      ),
    },
    {
      key: 'requester',
      label: t('requester'),
      width: { share: 1, min: 110 },
      hideBelow: 740,
      cell: (row) => (
        <span className={styles.cut} title={row.requester.name}>
          {row.requester.name}
        </span>
      ),
    },
    { key: 'stage', label: t('desk.columns.stage'), width: 184, cell: (row) => <StageCell row={row} /> },
    {
      key: 'due',
      label: t('desk.columns.due'),
      width: isCompact ? 216 : 140,
      sortable: true,
      cell: (row) => <DueTime row={row} inLine={isCompact} />,
    },
    {
      key: 'priority',
      label: t('priority'),
      width: 92,
      sortable: true,
      hideBelow: 980,
      cell: (row) => plan?.process.priorityNames[row.priority][t.language] ?? row.priority,
    },
    {
      key: 'wave',
      label: t('wave'),
      width: { share: 1, min: 100 },
      hideBelow: 1060,
      cell: (row) => {
        const name = waves.find((one) => one.key === row.wave)?.name[t.language] ?? row.wave ?? ''
        return (
          <span className={styles.cut} title={name}>
            {name}
          </span>
        )
      },
    },
    {
      key: 'changed',
      label: t('desk.columns.changed'),
      width: 136,
      sortable: true,
      hideBelow: 860,
      cell: (row) => <Time at={row.changedAt} form="relative" quiet />,
    },
  ]
}
