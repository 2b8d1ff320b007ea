import { Button, Spinner } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useLive } from '#ui/live/live.tsx'
import { useAttempt } from '#ui/notice/attempt.ts'
import { LoadingState } from '#ui/page/states.tsx'
import { Section } from '#ui/page/Page.tsx'
import { onDemand, useEver, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import { useNow } from '#ui/time/now.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { ShownContext } from '../contract/context-routes.ts'
import { type Device, type DeviceContext, oneCause } from '../domain/context.ts'
import { apartBy } from '../domain/same-device.ts'
import { devicesInOrder } from '../domain/worth-showing.ts'
import { AllUnread } from './AllUnread.tsx'
import { useContextStyles } from './context-styles.ts'
import { DeviceCard } from './DeviceCard.tsx'
import { FailureList } from './FailureList.tsx'
import { Mark } from './Mark.tsx'
import { OrganisationNotes } from './OrganisationNotes.tsx'
import { PersonLines } from './PersonLines.tsx'
import { deviceApi, shownContext } from './queries.ts'
import { Snapshots } from './Snapshots.tsx'
import { UnreadParts } from './UnreadParts.tsx'

const DeviceDialog = onDemand(() => import('./DeviceDialog.tsx').then((module) => module.DeviceDialog))
const onClick = [DeviceDialog]

type Props = { readonly ticketId: string; readonly requesterId: string }

/** Beside a ticket: its requester and their devices, as Intune and Entra ID know them. */
export function ContextAside({ ticketId, requesterId }: Props) {
  const t = useWords('devices')
  const signedIn = useSignedIn()
  const queries = useQueryClient()
  const query = useQuery(shownContext(requesterId, ticketId))
  useLive('devices', ({ subject }) => {
    if (subject === null || subject === requesterId || subject === 'organisation')
      void queries.invalidateQueries({ queryKey: ['devices', 'context', requesterId] })
  })
  const { data } = query
  // The ticket does not wait for this, and does without it when it cannot be had.
  if (!data || signedIn.practising) return null
  if (!data.connected) {
    if (!signedIn.roles.includes('administrator')) return null
    return (
      <p>
        {t('notConnected')} <PageLink to="/settings/intune">{t('connect')}</PageLink>
      </p>
    )
  }
  return (
    <Section title={t('title')} card action={<ReadAgain shown={data} personId={requesterId} />}>
      {data.context ? (
        <Known shown={data} context={data.context} personId={requesterId} ticketId={ticketId} />
      ) : (
        <LoadingState rows={3} />
      )}
    </Section>
  )
}

function ReadAgain({ shown, personId }: { readonly shown: ShownContext; readonly personId: string }) {
  const t = useWords('devices')
  const styles = useContextStyles()
  const queries = useQueryClient()
  const { working, attempt } = useAttempt()
  const readAt = shown.context?.devices.readAt ?? shown.context?.person.readAt ?? null
  const read = () =>
    attempt(
      () => deviceApi('POST /api/v1/devices/people/:personId/read', { params: { personId } }),
      () => queries.invalidateQueries({ queryKey: ['devices', 'context', personId] }),
    )
  return (
    <span className={styles.beside}>
      {readAt !== null && (
        <span className={`${styles.small} ${styles.quiet}`}>
          {t('read')} <Time at={readAt} form="relative" quiet />
        </span>
      )}
      <Button
        size="small"
        appearance="subtle"
        icon={working || shown.reading ? <Spinner size="extra-tiny" /> : <ArrowClockwiseRegular />}
        aria-label={t('readAgain')}
        disabled={working}
        onClick={() => void read()}
      />
    </span>
  )
}

type KnownProps = {
  readonly shown: ShownContext
  readonly context: DeviceContext
  readonly personId: string
  readonly ticketId: string
}

function Known({ shown, context, personId, ticketId }: KnownProps) {
  const t = useWords('devices')
  const styles = useContextStyles()
  const now = useNow()
  const dialog = useDialog<Device>()
  const ever = useEver(dialog.open)
  useFetchedWhenIdle(onClick)
  const devices = devicesInOrder(context, now, shown.limits)
  const all = context.devices.value ?? []
  const { failed } = context.person
  const isNobody = failed !== null && ['not-in-tenant', 'gone'].includes(failed.code)
  const cause = isNobody ? null : oneCause(context)
  return (
    <div className={styles.stack}>
      {cause !== null && <AllUnread shown={shown} context={context} cause={cause} />}
      <OrganisationNotes context={context} limits={shown.limits} />
      {isNobody && <Mark tone="warned">{t(failed.code === 'gone' ? 'personGone' : 'personUnknown')}</Mark>}
      {context.person.value !== null && <PersonLines context={context} wave={shown.wave} />}
      {devices.length > 0 && (
        <ul className={styles.cards} aria-label={t('devices')}>
          {devices.map((one) => (
            <DeviceCard
              key={one.device.id}
              shown={one}
              apart={apartBy(one.device, all)}
              personId={personId}
              ticketId={ticketId}
              onDetails={() => dialog.show(one.device)}
            />
          ))}
        </ul>
      )}
      {context.devices.value?.length === 0 && (
        <p className={`${styles.plain} ${styles.quiet}`}>{t('noDevices')}</p>
      )}
      <FailureList context={context} />
      {isNobody ? null : <UnreadParts context={context} except={cause} />}
      <Snapshots snapshots={shown.snapshots} />
      {ever && (
        <Suspense>
          <DeviceDialog key={dialog.turn} dialog={dialog} context={context} />
        </Suspense>
      )}
    </div>
  )
}
