import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useLive } from '#ui/live/live.tsx'
import { MenuButton } from '#ui/menu/MenuButton.tsx'
import { onDemand, useEver, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { useWords } from '#ui/words/words.ts'
import type { AllowedAction } from '../../contract/actions.ts'
import type { Device } from '../../domain/context.ts'
import { isOver, isSupportedOn } from '../../domain/actions/action.ts'
import { ActionLine } from './ActionLine.tsx'
import { ticketActions } from './action-queries.ts'
import { useActionStyles } from './action-styles.ts'

const AskDialog = onDemand(() => import('./AskDialog.tsx').then((module) => module.AskDialog))
const onClick = [AskDialog]
/** Of what is over only the latest; everything stands on the ticket and in the log. */
const mostOver = 3

type Props = { readonly device: Device; readonly ticketId: string }

/** On the card of a device: what may be done with it from this ticket, and what was asked of it. */
export function DeviceActions({ device, ticketId }: Props) {
  const t = useWords('devices')
  const styles = useActionStyles()
  const queries = useQueryClient()
  const query = useQuery(ticketActions(ticketId))
  const asking = useDialog<AllowedAction>()
  const wasOpened = useEver(asking.open)
  useFetchedWhenIdle(onClick)
  useLive('device-actions', ({ subject }) => {
    if (subject === null || subject === ticketId)
      void queries.invalidateQueries({ queryKey: ['devices', 'actions'] })
  })
  const { data } = query
  if (!data) return null
  const own = data.actions.filter(({ deviceId }) => deviceId === device.id)
  const shown = [
    ...own.filter(({ state }) => !isOver(state)),
    ...own.filter(({ state }) => isOver(state)).slice(0, mostOver),
  ]
  const offered = data.allowed.filter(
    ({ action, no }) => no?.code !== 'action-not-in-plan' && isSupportedOn(action, device.platform),
  )
  const isForReading = offered.every(({ no }) => no?.code === 'reads-only')
  return (
    <div className={styles.stack}>
      {!isForReading && (
        <div className={styles.row}>
          <MenuButton
            size="small"
            icon={<MoreHorizontalRegular />}
            aria-label={t('acting.menuOf', { device: device.name })}
            entries={offered.map((one) => ({
              key: one.action,
              text: t(`acting.action.${one.action}`),
              run: () => asking.show(one),
              ...(one.no === null
                ? {}
                : {
                    off: true,
                    why: t.any(`acting.no.${one.no.code}`, { tiers: (one.no.tiers ?? []).join(', ') }),
                  }),
              ...(one.action === 'reset-passcode' ? { apart: true } : {}),
            }))}
          >
            {t('acting.menu')}
          </MenuButton>
        </div>
      )}
      {shown.length > 0 && (
        <ul className={styles.list} aria-label={t('acting.title')}>
          {shown.map((one) => (
            <ActionLine key={one.id} action={one} />
          ))}
        </ul>
      )}
      {wasOpened && asking.of && (
        <Suspense>
          <AskDialog
            key={asking.turn}
            allowed={asking.of}
            device={device}
            ticketId={ticketId}
            open={asking.open}
            onClose={asking.hide}
          />
        </Suspense>
      )}
    </div>
  )
}
