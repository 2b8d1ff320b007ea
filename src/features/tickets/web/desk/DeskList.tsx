import { makeStyles, tokens } from '@fluentui/react-components'
import { DataList } from '#ui/list/DataList.tsx'
import type { Sort } from '#ui/list/columns.ts'
import { EmptyState } from '#ui/page/states.tsx'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import type { TicketRow } from '../../contract/list.ts'
import type { DeskView } from '../../domain/desk-views.ts'
import { type ListSort, ticketSortNames } from '../queries.ts'
import { DueTime } from './DueTime.tsx'
import { type ChoosableColumn, useDeskColumns } from './desk-columns.tsx'
import { StageCell } from './StageCell.tsx'

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, rowGap: tokens.spacingVerticalXS },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', display: 'block' },
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
  /** The columns that somebody chose; null: what fits. */
  readonly chosenColumns: readonly ChoosableColumn[] | null
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
  chosenColumns,
  onEnd,
}: Props) {
  const t = useWords('tickets')
  const styles = useStyles()
  const columns = useDeskColumns(isCompact, chosenColumns)
  const title = t.any(`desk.viewNames.${view.name}`)
  const isDone = view.key === 'to-do' && !isFiltered
  return (
    <div className={styles.box}>
      <DataList
        label={title}
        rows={rows}
        rowKey={(row) => row.id}
        columns={columns}
        wide={chosenColumns === null ? 'step-back' : 'scroll'}
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
            <span className={styles.subject} dir="auto">
              {row.subject}
            </span>
            <span className={styles.line}>
              <span className={styles.cut}>{row.requester.name}</span>
              <DueTime due={row} isDone={row.stage === 'closed'} form="in-line" />
            </span>
          </div>
        )}
        empty={
          <EmptyState
            title={isDone ? t('desk.noneToDo') : t('desk.none')}
            text={t(isDone ? 'desk.noneToDoText' : isFiltered ? 'desk.noneFilteredText' : 'desk.noneText')}
            action={
              !isFiltered &&
              view.key !== 'all' && (
                <ButtonLink to="/desk" search={{ view: 'all' }}>
                  {t('desk.showAllOpen')}
                </ButtonLink>
              )
            }
          />
        }
      />
    </div>
  )
}
