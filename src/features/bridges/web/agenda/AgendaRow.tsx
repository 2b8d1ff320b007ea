import { Badge, Button, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components'
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { useEffect, useRef } from 'react'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { MenuButton } from '#ui/menu/MenuButton.tsx'
import { useAnnounce } from '#ui/notice/announce.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { useWords } from '#ui/words/words.ts'
import type { AgendaItemView } from '../../contract/answers.ts'
import type { MeetingDetail } from '../../contract/meetings.ts'
import { useBridgeStyles } from '../bridge-styles.ts'
import { bridgeApi, useShowAgenda } from '../queries.ts'
import { useWhyWords } from './why-words.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '2rem minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'start',
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 640px)': { gridTemplateColumns: '1.5rem minmax(0, 1fr)' },
  },
  over: {
    borderLeft: `3px solid ${tokens.colorPaletteMarigoldBorder2}`,
    paddingInlineStart: tokens.spacingHorizontalS,
  },
  number: {
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
  title: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  tools: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    '@media (max-width: 640px)': { gridColumn: '2' },
  },
  minutes: { width: '6.5rem', minWidth: 0, '& select': { minWidth: 0 } },
})

const timeBoxes = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30]

type Props = {
  readonly detail: MeetingDetail
  readonly item: AgendaItemView
  readonly number: number
  readonly of: readonly AgendaItemView[]
  readonly fits: boolean
}

/** One thing to talk about: what, why, for how long; with its place and what may be done with it. */
export function AgendaRow({ detail, item, number, of, fits }: Props) {
  const t = useWords('bridges')
  const styles = useStyles()
  const text = useBridgeStyles()
  const why = useWhyWords()
  const me = useSignedIn()
  const announce = useAnnounce()
  const { attempt } = useAttempt(useRefusals('bridges'))
  const show = useShowAgenda(detail.meeting.id)
  const toFocus = useRef<'up' | 'down' | null>(null)
  const buttons = useRef<{ up: HTMLButtonElement | null; down: HTMLButtonElement | null }>({
    up: null,
    down: null,
  })
  useEffect(() => {
    // A row that moved has lost the focus of its button.
    const wanted = toFocus.current
    toFocus.current = null
    const { up, down } = buttons.current
    if (wanted) (wanted === 'up' ? (up ?? down) : (down ?? up))?.focus()
  })
  const mayArrange = detail.may.arrange.refusal === null && (item.state === 'waiting' || item.state === 'parked')
  const mayRemove = item.addedBy !== null && item.state !== 'on-table' && item.state !== 'done'
  const isOwn = item.addedBy?.id === me.id
  const what = nameOf(item)
  const place = { id: detail.meeting.id, itemId: item.id }

  const arrange = (deed: () => Promise<{ readonly agenda: readonly AgendaItemView[] }>) =>
    attempt(async () => show((await deed()).agenda))
  const change = (body: { position?: number; minutes?: number; state?: 'waiting' | 'parked' }) =>
    arrange(() => bridgeApi('PATCH /api/v1/bridges/meetings/:id/agenda/:itemId', { params: place, body }))
  const moveTo = async (to: number, by: 'up' | 'down') => {
    const other = of[to]
    if (!other) return
    toFocus.current = by
    await change({ position: detail.agenda.findIndex(({ id }) => id === other.id) })
    announce(t('agenda.place', { what, place: to + 1, of: of.length }))
  }
  return (
    <li className={mergeClasses(styles.row, !fits && styles.over)}>
      <span className={styles.number}>{number}</span>
      <div className={text.grow}>
        <div className={styles.title}>
          {item.ticket ? (
            <PageLink to={`/tickets/${item.ticket.number}`} className={text.wrap}>
              {what}
            </PageLink>
          ) : (
            <span dir="auto" className={`${text.strong} ${text.wrap}`}>
              {what}
            </span>
          )}
          <Badge
            appearance="tint"
            color={item.kind === 'burst' || item.kind === 'due-soon' ? 'warning' : 'informative'}
          >
            {t.any(`agenda.kinds.${item.kind}`)}
          </Badge>
          {typeof item.ticket?.tier === 'number' && <TierBadge tier={item.ticket.tier} size="small" />}
          {item.state !== 'waiting' && <Badge appearance="outline">{t.any(`agenda.${item.state}`)}</Badge>}
          {!fits && <span className={`${text.quiet} ${text.small}`}>{t('agenda.doesNotFit')}</span>}
        </div>
        <p className={`${text.plain} ${text.quiet} ${text.wrap}`}>
          {why(item)}
          {item.ticket && ` · ${item.ticket.requester}`}
        </p>
      </div>
      <div className={styles.tools}>
        {mayArrange ? (
          <>
            <Select
              className={styles.minutes}
              size="small"
              aria-label={t('agenda.minutes', { what })}
              value={String(item.minutes)}
              onChange={(_, { value }) => void change({ minutes: Number(value) })}
            >
              {[...new Set([...timeBoxes, item.minutes])]
                .toSorted((one, other) => one - other)
                .map((minutes) => (
                  <option key={minutes} value={minutes}>
                    {t('agenda.minutesShort', { count: minutes })}
                  </option>
                ))}
            </Select>
            <Button
              ref={(button: HTMLButtonElement | null) => {
                buttons.current.up = button
              }}
              appearance="subtle"
              icon={<ArrowUpRegular />}
              aria-label={t('agenda.up', { what })}
              disabledFocusable={number === 1}
              onClick={() => void moveTo(number - 2, 'up')}
            />
            <Button
              ref={(button: HTMLButtonElement | null) => {
                buttons.current.down = button
              }}
              appearance="subtle"
              icon={<ArrowDownRegular />}
              aria-label={t('agenda.down', { what })}
              disabledFocusable={number === of.length}
              onClick={() => void moveTo(number, 'down')}
            />
          </>
        ) : (
          <span className={text.quiet}>{t('agenda.minutesShort', { count: item.minutes })}</span>
        )}
        {(mayArrange || (mayRemove && isOwn)) && (
          <MenuButton
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={t('agenda.more', { what })}
            entries={[
              ...(mayArrange
                ? [
                    {
                      key: 'park',
                      text: t(item.state === 'parked' ? 'agenda.unpark' : 'agenda.park'),
                      run: () => void change({ state: item.state === 'parked' ? 'waiting' : 'parked' }),
                    },
                  ]
                : []),
              ...(mayRemove && (isOwn || mayArrange)
                ? [
                    {
                      key: 'remove',
                      text: t('agenda.remove'),
                      run: () =>
                        void arrange(() =>
                          bridgeApi('DELETE /api/v1/bridges/meetings/:id/agenda/:itemId', { params: place }),
                        ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </div>
    </li>
  )
}

/** What it is about: a ticket, a text, or what has to be followed up. */
export function nameOf(item: AgendaItemView): string {
  if (item.ticket) return `T-${item.ticket.number} ${item.ticket.subject}`
  const what = item.why['what']
  return item.text ?? (typeof what === 'string' ? what : '')
}
