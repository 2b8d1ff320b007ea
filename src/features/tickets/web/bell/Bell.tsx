import {
  Button,
  CounterBadge,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components'
import { AlertRegular } from '@fluentui/react-icons/svg/alert'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import { notices } from '../queries.ts'
import { deskRoles } from '../desk-roles.ts'
import { NoticeList } from './NoticeList.tsx'

const useStyles = makeStyles({
  bell: { position: 'relative', display: 'inline-flex' },
  count: { position: 'absolute', insetBlockStart: '-2px', insetInlineEnd: '-2px', pointerEvents: 'none' },
  surface: {
    width: '380px',
    maxWidth: 'calc(100vw - 24px)',
    maxHeight: 'min(560px, 80vh)',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
  },
})

/** What the desk told me, in the top bar. */
export function Bell() {
  return hasAnyRole(useSignedIn(), deskRoles) ? <StaffBell /> : null
}

function StaffBell() {
  const t = useWords('tickets')
  const styles = useStyles()
  // Open on the page where it was opened: going to a ticket closes it.
  const here = useRouterState({ select: (router) => router.location.href })
  const [openAt, setOpenAt] = useState<string | null>(null)
  const told = useQuery({ ...notices, refetchInterval: 120_000 })
  const unread = told.data?.unread ?? 0
  const label = unread === 0 ? t('notices.title') : t('notices.bell', { count: unread })
  return (
    <Popover
      open={openAt === here}
      onOpenChange={(_, { open: wanted }) => setOpenAt(wanted ? here : null)}
      positioning="below-end"
      trapFocus
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          aria-label={label}
          title={label}
          icon={
            <span className={styles.bell}>
              <AlertRegular aria-hidden />
              {unread > 0 && (
                <CounterBadge
                  className={styles.count}
                  count={unread}
                  overflowCount={99}
                  size="small"
                  color="danger"
                  aria-hidden
                />
              )}
            </span>
          }
        />
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t('notices.title')}>
        <NoticeList query={told} />
      </PopoverSurface>
    </Popover>
  )
}
