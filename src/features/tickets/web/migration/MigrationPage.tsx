import { Button, Checkbox, Textarea } from '@fluentui/react-components'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { versions } from '#features/plan/web/queries.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState, LoadingState } from '#ui/page/states.tsx'
import { useGo, usePathParams } from '#ui/pages/address.ts'
import { useWords } from '#ui/words/words.ts'
import type { TicketPreview } from '../../contract/migration.ts'
import { migrationPages, ticketApi } from '../queries.ts'
import { useMigrationStyles } from './migration-styles.ts'
import { PreviewTable } from './PreviewTable.tsx'

/** One transaction of the server holds so many. */
const atOnce = 100

type Version = { readonly id: string; readonly number: number }

/** What moving a version's open tickets to the version in force would change; then moves the chosen ones. */
export function MigrationPage() {
  const t = useWords('tickets')
  const number = Number(usePathParams()['number'])
  const known = useQuery(versions).data?.versions
  const from = known?.find((version) => version.number === number && version.publishedAt !== null)
  const to = known?.find((version) => version.state === 'published')
  const back = { to: '/plan/versions/tickets', label: t('migration.title') }
  if (!known) return <LoadingState />
  if (!from || !to || from.id === to.id) {
    return (
      <Page title={t('migration.versionNumber', { number })} back={back}>
        <EmptyState
          title={t('migration.isInForce', { number: to?.number ?? number })}
          text={t('migration.isInForceText')}
        />
      </Page>
    )
  }
  return <Migration from={from} to={to} back={back} />
}

type Props = {
  readonly from: Version
  readonly to: Version
  readonly back: { readonly to: string; readonly label: string }
}

function Migration({ from, to, back }: Props) {
  const t = useWords('tickets')
  const styles = useMigrationStyles()
  const pages = useInfiniteQuery(migrationPages(from.id, to.id))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const tickets = pages.data?.pages.flatMap((page) => page.tickets) ?? []
  const movable = tickets.filter((ticket) => ticket.obstacles.length === 0)
  const going = movable.filter((ticket) => chosen.has(ticket.id))
  const all = going.length === movable.length && movable.length > 0
  const turn = (id: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  return (
    <Page
      title={t('migration.pageTitle', { from: from.number, to: to.number })}
      state={t('migration.pageState')}
      width="work"
      back={back}
      action={
        <Button appearance="primary" disabledFocusable={going.length === 0} onClick={() => setAsking(true)}>
          {going.length === 0
            ? t('migration.toInForce', { number: to.number })
            : t('migration.move', { count: going.length, number: to.number })}
        </Button>
      }
    >
      <Loaded query={pages}>
        {() =>
          tickets.length === 0 ? (
            <EmptyState title={t('migration.none', { number: from.number })} text={t('migration.noneText')} />
          ) : (
            <>
              <div className={styles.bar}>
                <Checkbox
                  label={t('migration.chooseAll')}
                  checked={all ? true : going.length > 0 ? 'mixed' : false}
                  disabled={movable.length === 0}
                  onChange={(_, { checked }) =>
                    setChosen(new Set(checked === true ? movable.map((ticket) => ticket.id) : []))
                  }
                />
                <span className={styles.quiet} role="status">
                  {going.length === 0
                    ? t('migration.chooseFirst')
                    : t('migration.chosen', { count: going.length })}
                </span>
              </div>
              <PreviewTable tickets={tickets} toNumber={to.number} chosen={chosen} onChoose={turn} />
              {pages.hasNextPage && (
                <Button disabledFocusable={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  {t('migration.more')}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        onMoved={() => setChosen(new Set())}
        going={going}
        from={from}
        to={to}
      />
    </Page>
  )
}

type ReasonProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly onMoved: () => void
  readonly going: readonly TicketPreview[]
  readonly from: Version
  readonly to: Version
}

function ReasonDialog({ open, onClose, onMoved, going, from, to }: ReasonProps) {
  const t = useWords('tickets')
  const queries = useQueryClient()
  const toast = useToast()
  const go = useGo()
  const [reason, setReason] = useState('')
  const title = t('migration.move', { count: going.length, number: to.number })
  const submit = async () => {
    const wanted = going.map(({ id, version }) => ({ id, version }))
    try {
      for (let start = 0; start < wanted.length; start += atOnce) {
        const tickets = wanted.slice(start, start + atOnce)
        await ticketApi('POST /api/v1/tickets/migration', { body: { from: from.id, to: to.id, reason, tickets } })
      }
    } finally {
      // Also after a refusal: the preview has to show what is so now.
      await queries.invalidateQueries({ queryKey: ['tickets'] })
    }
    onMoved()
    toast({ text: t('migration.done', { count: wanted.length, number: to.number }), tone: 'success' })
    go('/plan/versions/tickets')
  }
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={title}
      intro={t('migration.intro')}
      primary={title}
      onSubmit={submit}
      canSubmit={reason.trim() !== '' && going.length > 0}
      why={t('migration.why')}
      refusalWords={(code, { body }) => {
        const numbers = body.data?.['numbers']
        const named = Array.isArray(numbers) ? numbers.map((number) => `T-${String(number)}`).join(', ') : ''
        return t.has(`refusals.${code}`) ? t.any(`refusals.${code}`, { numbers: named }) : null
      }}
    >
      <FormField label={t('migration.reason')} required>
        <Textarea value={reason} rows={3} maxLength={2000} onChange={(_, data) => setReason(data.value)} />
      </FormField>
    </MoveDialog>
  )
}
