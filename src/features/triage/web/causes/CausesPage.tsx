import { mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { ButtonLink, PageLink } from '#ui/pages/PageLink.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CauseView } from '../../contract/causes.ts'
import { BurstCard } from './BurstCard.tsx'
import { BurstLetBeCard } from './BurstLetBeCard.tsx'
import { causeOverview, useLiveCauses } from './cause-queries.ts'
import { useCauseStyles } from './cause-styles.ts'

/** What tickets have in common: bursts that wait for a lead, and causes that several tickets share. */
export function CausesPage() {
  const t = useWords('triage')
  const styles = useCauseStyles()
  const overview = useQuery(causeOverview)
  useLiveCauses()
  const open = overview.data?.causes.filter(({ closedAt }) => closedAt === null).length ?? 0
  return (
    <Page
      title={t('causes.page')}
      width="work"
      back={{ to: '/today', label: t('causes.back') }}
      {...(overview.data
        ? { state: t('causes.state', { bursts: overview.data.bursts.length, causes: open }) }
        : {})}
      action={<ButtonLink to="/causes/shift-left">{t('shiftLeft.go')}</ButtonLink>}
    >
      <Loaded query={overview}>
        {({ bursts, letBe, causes, mayDecide }) => (
          <div className={styles.column}>
            {bursts.length > 0 && (
              <Section title={t('bursts.title')}>
                <ul className={styles.list}>
                  {bursts.map((burst) => (
                    <BurstCard key={burst.id} burst={burst} mayDecide={mayDecide} />
                  ))}
                </ul>
              </Section>
            )}
            <Section title={t('causes.shared')}>
              {causes.length === 0 ? (
                <EmptyState title={t('causes.none')} text={t('causes.noneText')} />
              ) : (
                <ul className={styles.list}>
                  {causes.map((cause) => (
                    <CauseRow key={cause.id} cause={cause} />
                  ))}
                </ul>
              )}
            </Section>
            {letBe.length > 0 && (
              <Section title={t('bursts.letBeTitle')}>
                <ul className={styles.list}>
                  {letBe.map((burst) => (
                    <BurstLetBeCard key={burst.id} burst={burst} mayDecide={mayDecide} />
                  ))}
                </ul>
              </Section>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function CauseRow({ cause }: { readonly cause: CauseView }) {
  const t = useWords('triage')
  const styles = useCauseStyles()
  return (
    <li className={styles.card}>
      <h3 className={styles.title}>
        <PageLink to={`/causes/${cause.id}`}>{cause.title}</PageLink>
      </h3>
      <p className={styles.plain}>
        {cause.found
          ? t('causes.foundIn', { number: cause.found.number, cause: cause.found.rootCause })
          : t('causes.unknown')}
      </p>
      <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>
        {t('causes.counts', { count: cause.tickets, open: cause.open })}
        {cause.incident !== null && ` · ${t('causes.isIncident', { id: cause.incident })}`}
        {cause.closedAt !== null && ` · ${t('causes.closed')}`} · <Time at={cause.openedAt} quiet />
      </p>
    </li>
  )
}
