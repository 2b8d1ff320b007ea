import { Button, mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Section } from '#ui/page/Page.tsx'
import { onDemand } from '#ui/pages/on-demand.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import { useCaseStyles } from './case-styles.ts'
import { ClockLine, StateBadge } from './ClockLine.tsx'
import { casesOfTicket, useLiveCases } from './queries.ts'

const OpenCaseDialog = onDemand(() => import('./OpenCaseDialog.tsx').then((module) => module.OpenCaseDialog))

type Props = { readonly ticketId: string; readonly number: number }

/** Beside a ticket: its cases at the vendor, and the way to one where that is next. */
export function TicketCase({ ticketId, number }: Props) {
  const t = useWords('vendor-cases')
  const styles = useCaseStyles()
  const query = useQuery(casesOfTicket(ticketId))
  const opening = useDialog()
  useLiveCases()
  if (!query.data?.vendor) return null
  const { cases, vendor, mayOpen } = query.data
  if (cases.length === 0 && mayOpen.refusal !== null) return null
  return (
    <Section title={t('aside.title', { supplier: vendor.supplier })} card>
      {cases.length === 0 && <p className={mergeClasses(styles.plain, styles.quiet)}>{t('aside.none')}</p>}
      <ul className={styles.list}>
        {cases.map((one) => (
          <li key={one.id} className={styles.item}>
            <span className={styles.row}>
              <PageLink to={`/cases/${one.id}`}>
                {one.caseNumber ? t('aside.number', { number: one.caseNumber }) : t('aside.noNumber')}
              </PageLink>
              <StateBadge of={one} />
            </span>
            {one.state === 'open' && <ClockLine of={one} />}
            {one.next.what !== '' && one.state === 'open' && (
              <span className={mergeClasses(styles.small, styles.quiet)}>{one.next.what}</span>
            )}
            {one.unproven > 0 && (
              <span className={styles.missing}>{t('list.unproven', { count: one.unproven })}</span>
            )}
          </li>
        ))}
      </ul>
      {mayOpen.refusal === null && (
        <div>
          <Button size="small" onClick={() => opening.show(true)}>
            {t('aside.open')}
          </Button>
        </div>
      )}
      <Suspense>
        {opening.open && <OpenCaseDialog ticketId={ticketId} number={number} onClose={opening.hide} />}
      </Suspense>
    </Section>
  )
}
