import { Select } from '@fluentui/react-components'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { DataList } from '#ui/list/DataList.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { type Search, useAddress } from '#ui/pages/address.ts'
import { useWords } from '#ui/words/words.ts'
import type { CaseLine } from '../contract/answers.ts'
import { useCaseStyles } from './case-styles.ts'
import { ClockLine, StateBadge } from './ClockLine.tsx'
import { caseList, useLiveCases } from './queries.ts'

const readAddress = (search: Search) => ({ show: search['show'] === 'all' ? ('all' as const) : ('open' as const) })

/** Every case at the vendor: whose turn it is, and who is late. */
export function CasesPage() {
  const t = useWords('vendor-cases')
  const [{ show }, change] = useAddress(readAddress)
  const list = useQuery({ ...caseList(show), placeholderData: keepPreviousData })
  const styles = useCaseStyles()
  useLiveCases()
  return (
    <Page title={t('list.title')} width="fill">
      <div className={styles.filter}>
        <Select
          aria-label={t('list.filter')}
          value={show}
          onChange={(_, { value }) => change({ show: value === 'all' ? 'all' : 'open' })}
        >
          <option value="open">{t('list.open')}</option>
          <option value="all">{t('list.all')}</option>
        </Select>
      </div>
      <Loaded query={list}>{({ cases }) => <Cases rows={cases} />}</Loaded>
    </Page>
  )
}

function Cases({ rows }: { readonly rows: readonly CaseLine[] }) {
  const t = useWords('vendor-cases')
  const styles = useCaseStyles()
  const name = (one: CaseLine) => `T-${one.ticket.number} ${one.ticket.subject}`
  const number = (one: CaseLine) => one.caseNumber ?? t('list.noNumber')
  return (
    <DataList
      label={t('list.label')}
      rows={rows}
      rowKey={(one) => one.id}
      to={(one) => `/cases/${one.id}`}
      place="/cases"
      columns={[
        {
          key: 'ticket',
          label: t('list.ticket'),
          width: { share: 2, min: 180 },
          cell: (one) => <span className={styles.one}>{name(one)}</span>,
        },
        { key: 'case', label: t('list.case'), width: 130, cell: number },
        { key: 'state', label: t('list.state'), width: 150, cell: (one) => <StateBadge of={one} /> },
        {
          key: 'turn',
          label: t('list.turn'),
          width: { share: 1, min: 290 },
          cell: (one) => <ClockLine of={one} />,
        },
        {
          key: 'severity',
          label: t('list.severity'),
          width: { share: 1, min: 140 },
          hideBelow: 1200,
          cell: (one) => <span className={styles.one}>{one.severity[t.language]}</span>,
        },
        {
          key: 'owner',
          label: t('list.owner'),
          width: 140,
          hideBelow: 900,
          cell: (one) => one.owner?.name ?? '–',
        },
      ]}
      narrow={(one) => (
        <div className={styles.tight}>
          <span className={styles.one}>{name(one)}</span>
          <span className={`${styles.small} ${styles.quiet} ${styles.one}`}>{number(one)}</span>
          <span className={`${styles.small} ${styles.one}`}>
            <ClockLine of={one} />
          </span>
        </div>
      )}
      narrowHeight={92}
      empty={
        <EmptyState
          title={t('list.empty')}
          text={t('list.emptyText')}
          action={<ButtonLink to="/desk">{t('list.toDesk')}</ButtonLink>}
        />
      }
    />
  )
}
