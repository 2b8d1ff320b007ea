import { Badge, Select } from '@fluentui/react-components'
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { DataList } from '#ui/list/DataList.tsx'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { type Search, useAddress } from '#ui/pages/address.ts'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { SentMail } from '../../contract/mail-view.ts'
import { useMailStyles } from '../mail-styles.ts'
import { MailTabs } from '../MailTabs.tsx'
import { useReasonWords } from '../mail-words.ts'
import { mailApi, mailKey, sentMails } from '../queries.ts'

const filters = ['all', 'undeliverable', 'retrying', 'withheld', 'sent'] as const
const readAddress = (search: Search) => ({
  show: filters.find((filter) => filter === search['show']) ?? ('all' as const),
})

/** What went out or could not, with what the mail server said. */
export function SentPage() {
  const t = useWords('mailboxes')
  const queries = useQueryClient()
  const [{ show }, change] = useAddress(readAddress)
  const list = useInfiniteQuery({
    ...sentMails(show === 'all' ? undefined : show),
    placeholderData: keepPreviousData,
  })
  const [open, setOpen] = useState<SentMail | null>(null)
  useLive('mail', () => void queries.invalidateQueries({ queryKey: mailKey }))
  return (
    <Page title={t('title')} state={t('sent.intro')} width="fill">
      <MailTabs at="/mail/sent" />
      <div>
        <Select
          aria-label={t('sent.which')}
          value={show}
          onChange={(_, { value }) => change({ show: value as (typeof filters)[number] })}
        >
          {filters.map((one) => (
            <option key={one} value={one}>
              {t(`sent.show.${one}`)}
            </option>
          ))}
        </Select>
      </div>
      <Loaded query={list}>
        {({ pages }) => (
          <SentList
            rows={pages.flatMap((page) => page.mails)}
            more={list.hasNextPage}
            onEnd={() => list.hasNextPage && !list.isFetchingNextPage && void list.fetchNextPage()}
            onOpen={setOpen}
          />
        )}
      </Loaded>
      {open && <SentDialog mail={open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

type SentListProps = {
  readonly rows: readonly SentMail[]
  readonly more: boolean
  readonly onEnd: () => void
  readonly onOpen: (mail: SentMail) => void
}

function SentList({ rows, more, onEnd, onOpen }: SentListProps) {
  const t = useWords('mailboxes')
  const styles = useMailStyles()
  return (
    <DataList
      label={t('tabs.sent')}
      rows={rows}
      rowKey={(mail) => mail.id}
      onOpen={onOpen}
      place="/mail/sent"
      onEnd={onEnd}
      {...(more ? { total: rows.length + 1 } : {})}
      columns={[
        {
          key: 'subject',
          label: t('mail.subject'),
          width: { share: 3, min: 180 },
          cell: (mail) => <span className={styles.one}>{mail.subject}</span>,
        },
        { key: 'to', label: t('mail.to'), width: { share: 2, min: 160 }, cell: (mail) => mail.toAddress },
        { key: 'state', label: t('sent.state'), width: 150, cell: (mail) => <SentBadge mail={mail} /> },
        {
          key: 'at',
          label: t('sent.tried'),
          width: 150,
          hideBelow: 720,
          cell: (mail) => <Time at={mail.triedAt} quiet />,
        },
      ]}
      narrow={(mail) => (
        <div className={styles.tight}>
          <span className={styles.one}>{mail.subject}</span>
          <span className={`${styles.small} ${styles.quiet} ${styles.one}`}>{mail.toAddress}</span>
          <SentBadge mail={mail} />
        </div>
      )}
      narrowHeight={92}
      empty={<EmptyState title={t('sent.none')} text={t('sent.noneText')} />}
    />
  )
}

const colours = {
  sent: 'success',
  retrying: 'warning',
  failed: 'danger',
  bounced: 'danger',
  withheld: 'informative',
} as const

function SentBadge({ mail }: { readonly mail: SentMail }) {
  const t = useWords('mailboxes')
  return (
    <Badge appearance="tint" color={colours[mail.state]} style={{ justifySelf: 'start' }}>
      {t(`sentState.${mail.state}`)}
    </Badge>
  )
}

function SentDialog({ mail, onClose }: { readonly mail: SentMail; readonly onClose: () => void }) {
  const t = useWords('mailboxes')
  const ui = useWords('ui')
  const styles = useMailStyles()
  const queries = useQueryClient()
  const reasonWords = useReasonWords()
  const refusalWords = useRefusals('mailboxes')
  const canRetry = mail.state === 'failed'
  return (
    <MoveDialog
      open
      onClose={onClose}
      title={mail.subject}
      primary={canRetry ? t('sent.retry') : ui('close')}
      onSubmit={async () => {
        if (!canRetry) return
        await mailApi('POST /api/v1/sent-mails/:id/retry', { params: { id: mail.id } })
        await queries.invalidateQueries({ queryKey: mailKey })
      }}
      refusalWords={refusalWords}
    >
      <KeyValues
        items={[
          { label: t('mail.to'), value: mail.toAddress },
          ...(mail.mailbox ? [{ label: t('mail.by'), value: mail.mailbox.address }] : []),
          { label: t('sent.state'), value: <SentBadge mail={mail} /> },
          ...(mail.reason ? [{ label: t('mail.why'), value: reasonWords(mail.reason) }] : []),
          ...(mail.answer
            ? [{ label: t('sent.answer'), value: <span className={styles.answer}>{mail.answer}</span> }]
            : []),
          { label: t('sent.attempts'), value: String(mail.attempts) },
          { label: t('sent.tried'), value: <Time at={mail.triedAt} form="both" /> },
          ...(mail.ticket
            ? [
                {
                  label: t('mail.about'),
                  value: (
                    <PageLink to={`/tickets/${String(mail.ticket.number)}`}>
                      {t('mail.ticket', { number: mail.ticket.number })}
                    </PageLink>
                  ),
                },
              ]
            : []),
        ]}
      />
    </MoveDialog>
  )
}
