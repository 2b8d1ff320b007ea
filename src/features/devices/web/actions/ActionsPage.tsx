import { Badge, Button, mergeClasses } from '@fluentui/react-components'
import { PersonRegular } from '@fluentui/react-icons/svg/person'
import { PhoneLaptopRegular } from '@fluentui/react-icons/svg/phone-laptop'
import { SettingsRegular } from '@fluentui/react-icons/svg/settings'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useLive } from '#ui/live/live.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState, ErrorState, LoadingState } from '#ui/page/states.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { Time } from '#ui/time/Time.tsx'
import { Timeline, TimelineItem } from '#ui/show/Timeline.tsx'
import { useWords } from '#ui/words/words.ts'
import type { LoggedAction } from '../../contract/actions.ts'
import { everyAction } from './action-queries.ts'
import { useActionStyles } from './action-styles.ts'

/** Everything that was done to devices, for whoever has to answer for it. */
export function ActionsPage() {
  const t = useWords('devices')
  const styles = useActionStyles()
  const queries = useQueryClient()
  const query = useInfiniteQuery(everyAction)
  const seesTenant = hasAnyRole(useSignedIn(), ['administrator', 'auditor'])
  useLive('device-actions', () => void queries.invalidateQueries({ queryKey: ['devices', 'actions', 'all'] }))
  const actions = query.data?.pages.flatMap((page) => page.actions)
  return (
    <Page
      title={t('acting.log.title')}
      state={t('acting.log.intro')}
      width="read"
      {...(seesTenant ? { back: { to: '/settings/intune', label: t('acting.log.back') } } : {})}
    >
      {query.isPending && <LoadingState />}
      {query.isError && !actions && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {actions?.length === 0 && (
        <EmptyState icon={<PhoneLaptopRegular />} title={t('acting.log.none')} text={t('acting.log.noneText')} />
      )}
      {actions !== undefined && actions.length > 0 && (
        <ul className={styles.list}>
          {actions.map((one) => (
            <LogItem key={one.id} action={one} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} disabledFocusable={query.isFetchingNextPage}>
          {t('acting.log.more')}
        </Button>
      )}
    </Page>
  )
}

function LogItem({ action: one }: { readonly action: LoggedAction }) {
  const t = useWords('devices')
  const styles = useActionStyles()
  return (
    <li className={styles.item}>
      <span className={styles.row}>
        <span className={styles.strong}>
          {t(`acting.action.${one.action}`)}: {one.deviceName}
        </span>
        <Badge appearance="outline">{t(`acting.state.${one.state}`)}</Badge>
      </span>
      <span className={styles.row}>
        <PageLink to={`/tickets/${one.ticketNumber}`}>
          {t('acting.log.ticket')} T-{one.ticketNumber}
        </PageLink>
        <span className={mergeClasses(styles.small, styles.quiet)}>{one.person?.name}</span>
      </span>
      {one.caller !== null && (
        <span className={styles.small}>
          {t('acting.note.caller', { caller: t(`acting.caller.${one.caller}`) })}
        </span>
      )}
      {one.purpose !== null && (
        <span className={styles.small}>{t('acting.purposeIs', { purpose: one.purpose })}</span>
      )}
      <span className={mergeClasses(styles.small, styles.quiet)}>
        {t('acting.askedBy', { name: one.askedBy?.name ?? '' })} <Time at={one.askedAt} form="both" quiet />
      </span>
      <details>
        <summary className={mergeClasses(styles.small, styles.summary)}>{t('acting.log.steps')}</summary>
        <Timeline label={t('acting.log.steps')}>
          {one.log.map(({ at, by, what, code, words }) => (
            <TimelineItem
              key={`${at} ${what}`}
              at={at}
              who={by?.name ?? t('acting.log.system')}
              title={t.any(`acting.log.what.${what}`)}
              icon={by === null ? <SettingsRegular /> : <PersonRegular />}
            >
              {code !== null && t.has(`acting.code.${code}`) && t.any(`acting.code.${code}`)}
              {words}
            </TimelineItem>
          ))}
        </Timeline>
      </details>
    </li>
  )
}
