import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { type UseQueryResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Loaded } from '#ui/page/Loaded.tsx'
import { EmptyState, LoadingState } from '#ui/page/states.tsx'
import { fetchWords, useWords } from '#ui/words/words.ts'
import type { NoticeView } from '../contract.ts'
import { NoticeItem } from './NoticeItem.tsx'
import { noticeApi, notices } from './notice-queries.ts'

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  list: { listStyleType: 'none', margin: 0, padding: 0, marginBlockStart: tokens.spacingVerticalS },
})

export type NoticesQuery = UseQueryResult<{ unread: number; notices: NoticeView[] }>

type Props = { readonly query: NoticesQuery; readonly onFollow: () => void }

/** The notices, newest first; whoever follows one has read it. */
export function NoticeList({ query, onFollow }: Props) {
  const t = useWords('notices')
  const styles = useStyles()
  const queries = useQueryClient()
  const read = useMutation({
    mutationFn: (body: { readonly until: string } | { readonly id: string }) =>
      noticeApi('POST /api/v1/notices/read', { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: notices.queryKey }),
  })
  return (
    <Loaded query={query}>
      {({ notices: told, unread }) => (
        <>
          <div className={styles.head}>
            <h2 className={styles.title}>{t('title')}</h2>
            {told.length > 0 && (
              <Button
                size="small"
                appearance="subtle"
                disabledFocusable={read.isPending || unread === 0}
                onClick={() => told[0] && read.mutate({ until: told[0].at })}
              >
                {t('readAll')}
              </Button>
            )}
          </div>
          {told.length === 0 ? (
            <EmptyState title={t('none')} text={t('noneText')} />
          ) : (
            <Suspense fallback={<LoadingState rows={3} />}>
              <Told
                told={told}
                onFollow={({ id, readAt }) => {
                  if (readAt === null) read.mutate({ id })
                  onFollow()
                }}
              />
            </Suspense>
          )}
        </>
      )}
    </Loaded>
  )
}

type ToldProps = { readonly told: readonly NoticeView[]; readonly onFollow: (notice: NoticeView) => void }

function Told({ told, onFollow }: ToldProps) {
  const styles = useStyles()
  // All catalogues at once, before the first notice waits for its own.
  for (const teller of new Set(told.map((notice) => notice.teller))) fetchWords(teller)
  return (
    <ul className={styles.list}>
      {told.map((notice) => (
        <NoticeItem key={notice.id} notice={notice} onFollow={() => onFollow(notice)} />
      ))}
    </ul>
  )
}
