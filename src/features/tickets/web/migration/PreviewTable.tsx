import { Checkbox } from '@fluentui/react-components'
import { useSuspenseQuery } from '@tanstack/react-query'
import { version } from '#features/plan/web/queries.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { dayAndTime } from '#ui/time/format.ts'
import { useNow } from '#ui/time/now.ts'
import { useReader } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { Table } from '#ui/show/Table.tsx'
import type { TicketPreview } from '../../contract/migration.ts'
import { useMigrationStyles } from './migration-styles.ts'

type Props = {
  readonly tickets: readonly TicketPreview[]
  readonly toNumber: number
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (id: string, on: boolean) => void
}

/** Each ticket with what would change on it, or why it has to stay. */
export function PreviewTable({ tickets, toNumber, chosen, onChoose }: Props) {
  const t = useWords('tickets')
  const styles = useMigrationStyles()
  return (
    <Table
      label={t('migration.changes')}
      heads={[{ unseen: t('migration.chooseHead') }, t('migration.ticket'), t('migration.changes')]}
    >
      {tickets.map((ticket) => {
        const name = `T-${ticket.number}`
        const fits = ticket.obstacles.length === 0
        return (
          <tr key={ticket.id}>
            <td className={styles.narrow}>
              <Checkbox
                aria-label={t('migration.choose', { number: name })}
                disabled={!fits}
                checked={fits && chosen.has(ticket.id)}
                onChange={(_, { checked }) => onChoose(ticket.id, checked === true)}
              />
            </td>
            <th scope="row">
              <PageLink to={`/tickets/${ticket.number}`}>{name}</PageLink> {ticket.subject}
            </th>
            <td>
              <Changes ticket={ticket} toNumber={toNumber} />
            </td>
          </tr>
        )
      })}
    </Table>
  )
}

function Changes({ ticket, toNumber }: { readonly ticket: TicketPreview; readonly toNumber: number }) {
  const t = useWords('tickets')
  const styles = useMigrationStyles()
  const stands = useStanding()
  const reader = useReader()
  const now = useNow()
  const { document: plan } = useSuspenseQuery(version(toNumber)).data
  const items = plan.process.edges.flatMap((edge) => edge.evidence)
  const nameOf = (key: string) => items.find((item) => item.key === key)?.name[t.language] ?? key
  const { obstacles, priority, targets, closes, lacking } = ticket
  if (obstacles.length > 0) {
    const why = obstacles.map((one) =>
      t(`migration.obstacles.${one.what}`, { version: toNumber, tier: 'tier' in one ? one.tier : 0 }),
    )
    return <span className={styles.danger}>{t('migration.cannot', { why: why.join('; ') })}</span>
  }
  const told = targets.map((one) => ({ one, before: stands(one.before), after: stands(one.after) }))
  const changed = told.filter(({ before, after }) => before !== after)
  const closing = closes.before !== closes.after && closes.after !== null ? closes.after : null
  if (changed.length + lacking.length === 0 && closing === null && priority.before === priority.after)
    return <span className={styles.quiet}>{t('migration.nothing')}</span>
  return (
    <ul className={styles.changes}>
      {priority.before !== priority.after && <li>{t('migration.priority', priority)}</li>}
      {changed.map(({ one: { target, tier }, before, after }) => (
        <li key={`${target} ${tier}`}>
          {t('migration.target', {
            target:
              tier === null ? t(`targets.${target}`) : t('targetOfTier', { target: t(`targets.${target}`), tier }),
            before,
            after,
          })}
        </li>
      ))}
      {closing !== null && (
        <li className={styles.warning}>
          {closing <= now
            ? t('migration.closesNow')
            : t('migration.closes', { at: dayAndTime(closing, now, reader) })}
        </li>
      )}
      {lacking.length > 0 && (
        <li className={styles.warning}>{t('migration.lacking', { items: lacking.map(nameOf).join(', ') })}</li>
      )}
    </ul>
  )
}

/** A target at a glance: until when, that it stands still, or that it was missed. */
function useStanding(): (standing: TicketPreview['targets'][number]['before']) => string {
  const t = useWords('tickets')
  const reader = useReader()
  const now = useNow()
  return (standing) => {
    if (!standing) return t('migration.noTarget')
    if (standing.dueAt === null) return t('migration.standsStill')
    const at = dayAndTime(standing.dueAt, now, reader)
    return standing.state === 'missed' ? t('migration.missedAt', { at }) : at
  }
}
