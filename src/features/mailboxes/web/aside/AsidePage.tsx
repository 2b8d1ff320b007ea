import { Select } from '@fluentui/react-components'
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { DataList } from '#ui/list/DataList.tsx'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { type Search, useAddress } from '#ui/pages/address.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { InboundMail } from '../../contract/mail-view.ts'
import { useMailStyles } from '../mail-styles.ts'
import { MailTabs } from '../MailTabs.tsx'
import { useReasonWords } from '../mail-words.ts'
import { inboundMails, mailKey } from '../queries.ts'

const states = ['quarantined', 'ignored', 'discarded', 'processed'] as const
const readAddress = (search: Search) => ({
  state: states.find((state) => state === search['state']) ?? ('quarantined' as const),
})

/** Mail that came in: what waits for a decision first, and everything else to look back at. */
export function AsidePage() {
  const t = useWords('mailboxes')
  const queries = useQueryClient()
  const [{ state }, change] = useAddress(readAddress)
  const list = useInfiniteQuery({ ...inboundMails(state), placeholderData: keepPreviousData })
  useLive('mail', () => void queries.invalidateQueries({ queryKey: mailKey }))
  return (
    <Page title={t('title')} state={t('aside.intro')} width="fill">
      <MailTabs at="/mail" />
      <div>
        <Select
          aria-label={t('aside.which')}
          value={state}
          onChange={(_, { value }) => change({ state: value as (typeof states)[number] })}
        >
          {states.map((one) => (
            <option key={one} value={one}>
              {t(`state.${one}`)}
            </option>
          ))}
        </Select>
      </div>
      <Loaded query={list}>
        {({ pages }) => (
          <InboundList
            rows={pages.flatMap((page) => page.mails)}
            more={list.hasNextPage}
            onEnd={() => list.hasNextPage && !list.isFetchingNextPage && void list.fetchNextPage()}
            waits={state === 'quarantined'}
          />
        )}
      </Loaded>
    </Page>
  )
}

type InboundListProps = {
  readonly rows: readonly InboundMail[]
  readonly more: boolean
  readonly onEnd: () => void
  readonly waits: boolean
}

function InboundList({ rows, more, onEnd, waits }: InboundListProps) {
  const t = useWords('mailboxes')
  const styles = useMailStyles()
  const reasonWords = useReasonWords()
  const sender = (mail: InboundMail) => mail.fromName || mail.fromAddress || t('aside.nobody')
  return (
    <DataList
      label={t('tabs.aside')}
      rows={rows}
      rowKey={(mail) => mail.id}
      to={(mail) => `/mail/in/${mail.id}`}
      place="/mail"
      onEnd={onEnd}
      {...(more ? { total: rows.length + 1 } : {})}
      columns={[
        {
          key: 'subject',
          label: t('mail.subject'),
          width: { share: 3, min: 180 },
          cell: (mail) => <span className={styles.one}>{mail.subject || t('mail.noSubject')}</span>,
        },
        { key: 'from', label: t('mail.from'), width: { share: 2, min: 160 }, cell: sender },
        {
          key: 'why',
          label: t('mail.why'),
          width: { share: 3, min: 180 },
          hideBelow: 720,
          cell: (mail) => <span className={styles.one}>{reasonWords(mail.reason)}</span>,
        },
        { key: 'at', label: t('mail.received'), width: 150, cell: (mail) => <Time at={mail.receivedAt} quiet /> },
      ]}
      narrow={(mail) => (
        <div className={styles.tight}>
          <span className={styles.one}>{mail.subject || t('mail.noSubject')}</span>
          <span className={`${styles.small} ${styles.quiet} ${styles.one}`}>{sender(mail)}</span>
          <span className={`${styles.small} ${styles.quiet} ${styles.one}`}>{reasonWords(mail.reason)}</span>
        </div>
      )}
      empty={
        <EmptyState
          title={waits ? t('aside.none') : t('aside.noneOther')}
          text={waits ? t('aside.noneText') : t('aside.noneOtherText')}
        />
      }
    />
  )
}
