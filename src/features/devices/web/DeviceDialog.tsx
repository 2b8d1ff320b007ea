import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useReturnFocus } from '#ui/form/return-focus.ts'
import type { ShownDialog } from '#ui/form/shown-dialog.ts'
import { type KeyValue, KeyValues } from '#ui/show/KeyValues.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords, type Words } from '#ui/words/words.ts'
import type { AutopilotDevice, Device, DeviceContext } from '../domain/context.ts'
import { said } from '../domain/said.ts'
import { makeOf } from '../domain/same-device.ts'
import { isOf } from '../domain/warnings.ts'
import { Compliance } from './Compliance.tsx'
import { useContextStyles } from './context-styles.ts'
import { Reasons } from './Reasons.tsx'

type Props = { readonly dialog: ShownDialog<Device>; readonly context: DeviceContext }

/** Everything that is known of one device. */
export function DeviceDialog({ dialog, context }: Props) {
  const t = useWords('devices')
  const ui = useWords('ui')
  const styles = useContextStyles()
  const { of, open, hide } = dialog
  useReturnFocus(open)
  if (of === null) return null
  // As it is by now, where it was read again meanwhile.
  const device = context.devices.value?.find(({ id }) => id === of.id) ?? of
  const registered = context.autopilot.value?.find((one) => isOf(one, device)) ?? null
  return (
    <Dialog open={open} onOpenChange={(_, { open: wanted }) => !wanted && hide()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{device.name}</DialogTitle>
          <DialogContent className={styles.stack}>
            <div>
              <Compliance device={device} />
            </div>
            <Reasons device={device} />
            <KeyValues items={factsOf(t, device, registered)} />
            {device.actions.length > 0 && <Actions device={device} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={hide}>{ui('close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Actions({ device }: { readonly device: Device }) {
  const t = useWords('devices')
  const styles = useContextStyles()
  return (
    <div className={styles.tight}>
      <h3 className={styles.heading}>{t('device.actions')}</h3>
      <ul className={styles.list}>
        {device.actions.map(({ name, state, startedAt }) => (
          <li key={`${name} ${startedAt}`} className={styles.row}>
            {said(t.language, 'action', name)}: {said(t.language, 'actionState', state)}
            {startedAt !== null && (
              <span className={`${styles.small} ${styles.quiet}`}>
                <Time at={startedAt} quiet />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function factsOf(t: Words<'devices'>, device: Device, registered: AutopilotDevice | null): readonly KeyValue[] {
  const { language } = t
  const time = (at: string | null) => (at === null ? null : <Time at={at} quiet />)
  const yes = (value: boolean | null) => (value === null ? null : value ? t('yes') : t('no'))
  const rows: readonly (KeyValue | { readonly label: string; readonly value: null })[] = [
    { label: t('device.model'), value: makeOf(device) },
    { label: t('device.system'), value: [device.os, device.osVersion].filter(Boolean).join(' ') || null },
    { label: t('device.serial'), value: device.serial },
    { label: t('device.ownership'), value: device.ownership && said(language, 'ownership', device.ownership) },
    {
      label: t('device.enrollment'),
      value: device.enrollmentType && said(language, 'enrollment', device.enrollmentType),
    },
    {
      label: t('device.management'),
      value: device.managementState && said(language, 'management', device.managementState),
    },
    { label: t('device.enrolledAt'), value: time(device.enrolledAt) },
    { label: t('device.lastSyncAt'), value: time(device.lastSyncAt) },
    { label: t('device.graceUntil'), value: time(device.graceUntil) },
    { label: t('device.certificateUntil'), value: time(device.certificateUntil) },
    { label: t('device.encrypted'), value: yes(device.isEncrypted) },
    ...(device.platform === 'ios' || device.platform === 'macos'
      ? [{ label: t('device.supervised'), value: yes(device.isSupervised) }]
      : []),
    { label: t('device.storage'), value: storage(t, device) },
    { label: t('device.autopilot'), value: registered && autopilot(t, registered) },
    { label: t('device.intuneId'), value: <code>{device.id}</code> },
    { label: t('device.entraId'), value: device.entraDeviceId && <code>{device.entraDeviceId}</code> },
  ]
  return rows.filter((row): row is KeyValue => row.value !== null && row.value !== '')
}

function autopilot(t: Words<'devices'>, { enrollmentState, groupTag }: AutopilotDevice): string {
  const state = said(t.language, 'autopilot', enrollmentState ?? 'unknown')
  return groupTag === null ? state : `${state} · ${groupTag}`
}

function storage(t: Words<'devices'>, { storageFree, storageTotal }: Device): string | null {
  if (storageFree === null || storageTotal === null) return null
  const gigabytes = (bytes: number) => String(Math.round(bytes / 1e9))
  return t('device.storageOf', { free: gigabytes(storageFree), total: gigabytes(storageTotal) })
}
