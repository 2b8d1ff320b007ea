import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, Suspense, useId, useState } from 'react'
import { Loaded } from '#ui/page/Loaded.tsx'
import { EmptyState, LoadingState } from '#ui/page/states.tsx'
import { fetchWords, useWords } from '#ui/words/words.ts'
import type { BellView, NoticeView } from '../contract.ts'
import { NoticeItem } from './NoticeItem.tsx'
import { useRead } from './use-read.ts'

const useStyles = makeStyles({
  groups: { display: 'grid', rowGap: tokens.spacingVerticalL },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    minHeight: '24px',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { listStyleType: 'none', margin: 0, padding: 0, marginBlockStart: tokens.spacingVerticalXS },
})

export type NoticesQuery = UseQueryResult<BellView>

type Props = { readonly query: NoticesQuery; readonly onFollow: () => void }

/** So many of what waits stand there until all are asked for, where the news would be out of sight below them. */
const first = 5

/** What waits for me, and apart from it the news; both newest first, as they rang. Whoever follows one has read it. */
export function NoticeList({ query, onFollow }: Props) {
  const t = useWords('notices')
  const styles = useStyles()
  const [isWhole, setWhole] = useState(false)
  const read = useRead()
  const follow = ({ id, readAt }: NoticeView) => {
    if (readAt === null) read.mutate({ id })
    onFollow()
  }
  return (
    <Loaded query={query}>
      {({ asks, news, unreadNews }) => {
        if (asks.length + news.length === 0) return <EmptyState title={t('none')} text={t('noneText')} />
        // All catalogues at once, before the first notice waits for its own.
        for (const teller of new Set([...asks, ...news].map((notice) => notice.teller))) fetchWords(teller)
        const latest = news[0]?.at
        const isLong = latest !== undefined && asks.length > first
        return (
          <div className={styles.groups}>
            <Group title={t('waits')}>
              <p className={styles.quiet}>{asks.length === 0 ? t('nothingWaits') : t('waitsHint')}</p>
              <Told notices={isLong && !isWhole ? asks.slice(0, first) : asks} onFollow={follow} />
              {isLong && (
                <Button size="small" appearance="subtle" onClick={() => setWhole(!isWhole)}>
                  {isWhole ? t('showFewer') : t('showAll', { count: asks.length })}
                </Button>
              )}
            </Group>
            {latest !== undefined && (
              <Group
                title={t('news')}
                action={
                  <Button
                    size="small"
                    appearance="subtle"
                    disabledFocusable={read.isPending || !unreadNews}
                    onClick={() => read.mutate({ until: latest })}
                  >
                    {t('readNews')}
                  </Button>
                }
              >
                <Told notices={news} onFollow={follow} isNews />
              </Group>
            )}
          </div>
        )
      }}
    </Loaded>
  )
}

type GroupProps = { readonly title: string; readonly action?: ReactNode; readonly children: ReactNode }

function Group({ title, action, children }: GroupProps) {
  const styles = useStyles()
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  )
}

type ToldProps = {
  readonly notices: readonly NoticeView[]
  readonly isNews?: boolean
  readonly onFollow: (notice: NoticeView) => void
}

function Told({ notices, isNews = false, onFollow }: ToldProps) {
  const styles = useStyles()
  if (notices.length === 0) return null
  return (
    <Suspense fallback={<LoadingState rows={Math.min(3, notices.length)} />}>
      <ul className={styles.list}>
        {notices.map((notice) => (
          <NoticeItem key={notice.id} notice={notice} isNews={isNews} onFollow={() => onFollow(notice)} />
        ))}
      </ul>
    </Suspense>
  )
}
