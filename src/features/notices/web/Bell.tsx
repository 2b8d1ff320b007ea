import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { AlertRegular } from '@fluentui/react-icons/svg/alert'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { useLive } from '#ui/live/live.tsx'
import { onDemand, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { useWords } from '#ui/words/words.ts'
import { notices } from './notice-queries.ts'

const NoticePopover = onDemand(() => import('./NoticePopover.tsx').then((module) => module.NoticePopover))
const popovers = [NoticePopover]

const useStyles = makeStyles({
  bell: { position: 'relative', display: 'inline-flex' },
  // Fluent's badge weighs four kB, on every page of the desk.
  count: {
    position: 'absolute',
    insetBlockStart: '-4px',
    // Grows over the bell: the button cuts off what goes beyond its edge.
    insetInlineEnd: '-5px',
    minWidth: '16px',
    padding: '0 3px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase100,
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'center',
    pointerEvents: 'none',
    '@media (forced-colors: active)': { outline: '1px solid' },
  },
  // Of news there is no number: nobody waits for it.
  dot: {
    position: 'absolute',
    insetBlockStart: 0,
    insetInlineEnd: 0,
    width: '8px',
    height: '8px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { outline: '1px solid' },
  },
})

/** How much asks something of me, or else that there is news, in the top bar; the list comes with its own script when it is opened first. */
export function Bell() {
  const t = useWords('notices')
  const styles = useStyles()
  // Open on the page where it was opened: going to a ticket closes it.
  const here = useRouterState({ select: (router) => router.location.href })
  const [openAt, setOpenAt] = useState<string | null>(null)
  const [element, setElement] = useState<HTMLButtonElement | null>(null)
  useFetchedWhenIdle(popovers)
  const told = useQuery({ ...notices, refetchInterval: 120_000 })
  const queries = useQueryClient()
  useLive('notice', () => void queries.invalidateQueries({ queryKey: notices.queryKey }))
  const { unreadAsks: count = 0, unreadNews = false } = told.data ?? {}
  const asks = count > 0 && t(unreadNews ? 'bellAndNews' : 'bell', { count })
  const label = asks || t(unreadNews ? 'bellNews' : 'title')
  const isOpen = openAt === here
  return (
    <>
      <Button
        ref={setElement}
        appearance="subtle"
        aria-label={label}
        aria-expanded={isOpen}
        title={label}
        onClick={() => setOpenAt(isOpen ? null : here)}
        icon={
          <span className={styles.bell}>
            <AlertRegular aria-hidden />
            {count > 0 && (
              <span className={styles.count} aria-hidden>
                {count > 99 ? '99+' : count}
              </span>
            )}
            {count === 0 && unreadNews && <span className={styles.dot} />}
          </span>
        }
      />
      <Suspense>
        {isOpen && <NoticePopover query={told} target={element} onClose={() => setOpenAt(null)} />}
      </Suspense>
    </>
  )
}
