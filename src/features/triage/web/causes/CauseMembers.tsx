import { Badge, Button, mergeClasses } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CauseDetail } from '../../contract/causes.ts'
import { AddTicket } from './AddTicket.tsx'
import { causesKey, triageApi } from './cause-queries.ts'
import { useCauseStyles } from './cause-styles.ts'

/** The tickets of a cause, each of which can be taken out, and others put in by number. */
export function CauseMembers({ cause }: { readonly cause: CauseDetail }) {
  const t = useWords('triage')
  const styles = useCauseStyles()
  const queries = useQueryClient()
  const { attempt, working } = useAttempt(useRefusals('triage'))
  const may = hasAnyRole(useSignedIn(), ['agent', 'lead']) && cause.closedAt === null
  const add = useDialog()
  return (
    <div className={styles.gap}>
      <ul className={styles.list}>
        {cause.members.map((ticket) => (
          <li key={ticket.id} className={styles.card}>
            <PageLink to={`/tickets/${ticket.number}`}>
              <span dir="auto">{`T-${ticket.number} ${ticket.subject}`}</span>
            </PageLink>
            <div className={styles.row}>
              <span className={mergeClasses(styles.grow, styles.quiet, styles.small)}>
                {`${ticket.requester} · ${t.any(`stages.${ticket.stage}`)} · `}
                <Time at={ticket.openedAt} quiet />
              </span>
              {ticket.byTierwise && (
                <Badge appearance="tint" color="informative">
                  {t('causes.byTierwise')}
                </Badge>
              )}
              {may && cause.members.length > 1 && (
                <Button
                  size="small"
                  appearance="subtle"
                  disabled={working}
                  aria-label={t('causes.takeOutOf', { number: ticket.number })}
                  onClick={() =>
                    void attempt(
                      () =>
                        triageApi('DELETE /api/v1/triage/causes/:id/tickets/:ticketId', {
                          params: { id: cause.id, ticketId: ticket.id },
                        }),
                      () => queries.invalidateQueries({ queryKey: causesKey }),
                    )
                  }
                >
                  {t('causes.takeOut')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {may && (
        <div className={styles.row}>
          <Button onClick={() => add.show(true)}>{t('causes.add')}</Button>
        </div>
      )}
      <AddTicket key={add.turn} causeId={cause.id} open={add.open} onClose={add.hide} />
    </div>
  )
}
