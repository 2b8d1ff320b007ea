import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { LaptopRegular } from '@fluentui/react-icons/svg/laptop'
import { PhoneRegular } from '@fluentui/react-icons/svg/phone'
import { Slot } from '#ui/pages/slots.tsx'
import { useNow } from '#ui/time/now.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { Device } from '../domain/context.ts'
import { said } from '../domain/said.ts'
import type { ShownDevice } from '../domain/worth-showing.ts'
import { Compliance } from './Compliance.tsx'
import { useContextStyles } from './context-styles.ts'
import { Mark } from './Mark.tsx'
import { Reasons } from './Reasons.tsx'
import { deviceWarningWords } from './warning-words.ts'

const useStyles = makeStyles({
  card: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: 0,
  },
  head: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  icon: { flexShrink: 0, fontSize: '20px', marginTop: '1px', color: tokens.colorNeutralForeground2 },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
})

const mostReasons = 3

type DeviceCardProps = {
  readonly shown: ShownDevice
  /** What tells it apart from another with its name. */
  readonly apart: string | null
  readonly personId: string
  readonly ticketId: string
  readonly onDetails: () => void
}

/** A device at a glance: what it is, whether it is in order and if not why, and when it was last heard of. */
export function DeviceCard({
  shown: { device, warnings },
  apart,
  personId,
  ticketId,
  onDetails,
}: DeviceCardProps) {
  const t = useWords('devices')
  const shared = useContextStyles()
  const styles = useStyles()
  const now = useNow()
  const Icon = device.platform === 'ios' || device.platform === 'android' ? PhoneRegular : LaptopRegular
  const facts = factsOf(device, (value) => said(t.language, 'ownership', value))
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <Icon aria-hidden className={styles.icon} />
        <div className={styles.name}>
          <h3 className={shared.heading}>
            {device.name}
            {apart !== null && <span className={shared.quiet}> {apart}</span>}
          </h3>
          <div className={`${shared.small} ${shared.quiet}`}>{facts.join(' · ')}</div>
        </div>
        <Button
          size="small"
          appearance="subtle"
          aria-label={t('device.detailsOf', { name: device.name })}
          onClick={onDetails}
        >
          {t('device.details')}
        </Button>
      </div>
      <div className={shared.row}>
        <Compliance device={device} />
        <span className={`${shared.small} ${shared.quiet}`}>
          {device.lastSyncAt === null ? (
            t('device.lastSyncUnknown')
          ) : (
            <>
              {t('device.lastSync')} <Time at={device.lastSyncAt} form="relative" quiet />
            </>
          )}
        </span>
      </div>
      <Reasons device={device} most={mostReasons} />
      {warnings
        .map((warning) => deviceWarningWords(t, warning, now))
        .map(({ tone, text }) => (
          <Mark key={text} tone={tone}>
            {text}
          </Mark>
        ))}
      <Slot name="devices.card" of={{ device, personId, ticketId }} />
    </li>
  )
}

function factsOf(device: Device, ownership: (value: string) => string): readonly string[] {
  const { model, os, osVersion } = device
  return [
    model,
    [os, osVersion].filter((one) => one !== null).join(' '),
    device.ownership === null ? null : ownership(device.ownership),
  ]
    .filter((one) => one !== null)
    .filter((one) => one !== '')
}
