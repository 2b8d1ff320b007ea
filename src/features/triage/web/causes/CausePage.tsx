import { Button, mergeClasses } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useAttempt } from '#ui/notice/attempt.ts'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { usePathParams } from '#ui/pages/address.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CauseDetail } from '../../contract/causes.ts'
import { causeDetail, causesKey, triageApi, useLiveCauses } from './cause-queries.ts'
import { useCauseStyles } from './cause-styles.ts'

/** One cause and its tickets. The first that is diagnosed says root cause and solution for all. */
export function CausePage() {
  const t = useWords('triage')
  const { id = '' } = usePathParams()
  const cause = useQuery(causeDetail(id))
  const refusalWords = useRefusals('triage')
  useLiveCauses()
  const shown = cause.data
  return (
    <Page
      title={shown?.title ?? t('causes.one')}
      width="work"
      back={{ to: '/causes', label: t('causes.page') }}
      {...(shown
        ? {
            state: `${t('causes.counts', { count: shown.tickets, open: shown.open })}${shown.closedAt === null ? '' : ` · ${t('causes.closed')}`}`,
            action: <CloseCause cause={shown} />,
          }
        : {})}
    >
      <Loaded query={cause} refusalWords={refusalWords}>
        {(found) => <Shown cause={found} />}
      </Loaded>
    </Page>
  )
}

function CloseCause({ cause }: { readonly cause: CauseDetail }) {
  const t = useWords('triage')
  const queries = useQueryClient()
  const me = useSignedIn()
  const { attempt, working } = useAttempt(useRefusals('triage'))
  const may = hasAnyRole(me, ['agent', 'lead', 'plan-owner', 'administrator'])
  if (cause.closedAt !== null || !may) return null
  return (
    <Button
      disabled={working}
      onClick={() =>
        void attempt(
          () => triageApi('POST /api/v1/triage/causes/:id/close', { params: { id: cause.id } }),
          () => queries.invalidateQueries({ queryKey: causesKey }),
        )
      }
    >
      {t('causes.close')}
    </Button>
  )
}

function Shown({ cause }: { readonly cause: CauseDetail }) {
  const t = useWords('triage')
  const styles = useCauseStyles()
  const { found } = cause
  return (
    <div className={styles.column}>
      <Section title={t('causes.known')} card>
        {found ? (
          <KeyValues
            items={[
              { label: t('causes.rootCause'), value: found.rootCause },
              { label: t('causes.solution'), value: found.solution },
              { label: t('causes.wording'), value: found.wordingForRequester },
              {
                label: t('causes.foundWith'),
                value: <PageLink to={`/tickets/${found.number}`}>{`T-${found.number}`}</PageLink>,
              },
            ]}
          />
        ) : (
          <p className={styles.plain}>{t('causes.unknownText')}</p>
        )}
        {cause.incident !== null && (
          <p className={styles.plain}>{t('causes.isIncident', { id: cause.incident })}</p>
        )}
        <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>
          {t('causes.openedBy', { name: cause.openedBy })} <Time at={cause.openedAt} form="both" />
        </p>
      </Section>
      <Section title={t('causes.members')}>
        <Members cause={cause} />
      </Section>
    </div>
  )
}

function Members({ cause }: { readonly cause: CauseDetail }) {
  const t = useWords('triage')
  const styles = useCauseStyles()
  const queries = useQueryClient()
  const { attempt, working } = useAttempt(useRefusals('triage'))
  const may = hasAnyRole(useSignedIn(), ['agent', 'lead']) && cause.closedAt === null
  return (
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
  )
}
