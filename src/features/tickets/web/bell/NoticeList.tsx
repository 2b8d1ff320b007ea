import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components'
import { type UseQueryResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { Loaded } from '#ui/page/Loaded.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { BareLink } from '#ui/pages/PageLink.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { notices, ticketApi } from '../queries.ts'

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  list: { listStyleType: 'none', margin: 0, padding: 0, marginBlockStart: tokens.spacingVerticalS },
  link: {
    display: 'grid',
    rowGap: '2px',
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, alignItems: 'center' },
  moment: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  subject: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

export type NoticeListProps = {
  readonly query: UseQueryResult<Awaited<ReturnType<typeof ticketApi<'GET /api/v1/notices'>>>>
}

/** The notices, newest first; what is new says so in a word, not only in a colour. */
export function NoticeList({ query }: NoticeListProps) {
  const t = useWords('tickets')
  const styles = useStyles()
  const queries = useQueryClient()
  const read = useMutation({
    mutationFn: (until: string) => ticketApi('POST /api/v1/notices/read', { body: { until } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: notices.queryKey }),
  })
  return (
    <Loaded query={query}>
      {({ notices: told, unread }) => (
        <>
          <div className={styles.head}>
            <h2 className={styles.title}>{t('notices.title')}</h2>
            {told.length > 0 && (
              <Button
                size="small"
                appearance="subtle"
                disabledFocusable={read.isPending || unread === 0}
                onClick={() => told[0] && read.mutate(told[0].at)}
              >
                {t('notices.readAll')}
              </Button>
            )}
          </div>
          {told.length === 0 ? (
            <EmptyState title={t('notices.none')} text={t('notices.noneText')} />
          ) : (
            <ul className={styles.list}>
              {told.map((notice) => (
                <li key={notice.id}>
                  <BareLink to={`/tickets/${notice.number}`} className={styles.link}>
                    <span className={styles.line}>
                      <span className={styles.moment}>{t.any(`notices.moments.${notice.moment}`)}</span>
                      {notice.readAt === null && (
                        <Badge appearance="tint" color="brand" size="small">
                          {t('notices.new')}
                        </Badge>
                      )}
                    </span>
                    <span className={styles.subject}>{`T-${notice.number} ${notice.subject}`}</span>
                    <span className={styles.quiet}>
                      <Time at={notice.at} form="both" quiet />
                    </span>
                  </BareLink>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Loaded>
  )
}
