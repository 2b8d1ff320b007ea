import { Badge, Button, mergeClasses } from '@fluentui/react-components'
import { Suspense } from 'react'
import type { Platform } from '#features/plan/domain/document/text.ts'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Section } from '#ui/page/Page.tsx'
import { onDemand, useEver, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { PlainText } from '#ui/show/PlainText.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { OwnDeviceView, PilotView } from '../../contract/pilot.ts'
import { casesFor } from '../../domain/pilot/checklist.ts'
import { useShown } from '../involvement-queries.ts'
import { rolloutApi } from '../queries.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'

const DeviceDialog = onDemand(() => import('./DeviceDialog.tsx').then((module) => module.DeviceDialog))
const ChecklistDialog = onDemand(() => import('./ChecklistDialog.tsx').then((module) => module.ChecklistDialog))
const dialogs = [DeviceDialog, ChecklistDialog]

/** My own devices, a card per platform of the pilot: whether I have been through it, and which test cases I did. */
export function OwnDevices({ view }: { readonly view: PilotView }) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const logging = useDialog<Platform>()
  const checking = useDialog<Platform>()
  useFetchedWhenIdle(dialogs)
  const wasOpen = useEver(logging.open || checking.open)
  const deviceOn = (platform: Platform) => view.mine.devices.find((one) => one.platform === platform) ?? null
  const next = view.platforms.find((platform) => deviceOn(platform) === null)
  return (
    <Section title={t('pilot.mine')}>
      {!view.counts && <p className={styles.plain}>{t('pilot.notCounted')}</p>}
      <ul className={styles.cards}>
        {view.platforms.map((platform) => (
          <li key={platform} className={styles.card}>
            <Device
              platform={platform}
              device={deviceOn(platform)}
              isNext={platform === next}
              done={view.mine.cases.filter((one) => one.platform === platform && one.result !== 'skipped').length}
              onLog={() => logging.show(platform)}
              onCheck={() => checking.show(platform)}
            />
          </li>
        ))}
      </ul>
      <Suspense>
        {wasOpen && logging.of && (
          <DeviceDialog
            key={`device ${logging.turn}`}
            platform={logging.of}
            device={deviceOn(logging.of)}
            open={logging.open}
            onClose={logging.hide}
          />
        )}
        {wasOpen && checking.of && (
          <ChecklistDialog
            key={`cases ${checking.turn}`}
            platform={checking.of}
            view={view}
            open={checking.open}
            onClose={checking.hide}
          />
        )}
      </Suspense>
    </Section>
  )
}

type DeviceProps = {
  readonly platform: Platform
  readonly device: OwnDeviceView | null
  /** The first that was not tried: what to do now. */
  readonly isNext: boolean
  readonly done: number
  readonly onLog: () => void
  readonly onCheck: () => void
}

const colours = { enrolled: 'success', 'with-trouble': 'warning', 'not-enrolled': 'danger' } as const

function Device({ platform, device, isNext, done, onLog, onCheck }: DeviceProps) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { day } = usePlanWords()
  const name = t(`platform.${platform}`)
  const cases = casesFor(platform).length
  return (
    <>
      <div className={styles.apart}>
        <h3 className={styles.heading}>{name}</h3>
        <Badge appearance="tint" color={device ? colours[device.outcome] : 'informative'}>
          {device ? t(`pilot.outcome.${device.outcome}`) : t('pilot.notYet')}
        </Badge>
      </div>
      {device && (
        <span className={mergeClasses(styles.quiet, styles.small)}>
          {t('pilot.triedOn', { day: day(device.triedOn) })}
        </span>
      )}
      {device && device.trouble !== '' && (
        <div className={styles.tight}>
          <PlainText text={device.trouble} />
          <Ticket device={device} />
        </div>
      )}
      <span className={mergeClasses(styles.quiet, styles.small)}>{t('pilot.casesDone', { done, of: cases })}</span>
      <div className={styles.row}>
        <Button
          size="small"
          appearance={isNext ? 'primary' : 'secondary'}
          aria-label={t(device ? 'pilot.changeOf' : 'pilot.logOf', { platform: name })}
          onClick={onLog}
        >
          {t(device ? 'pilot.change' : 'pilot.log')}
        </Button>
        <Button size="small" aria-label={t('pilot.checkOf', { platform: name })} onClick={onCheck}>
          {t('pilot.check')}
        </Button>
      </div>
    </>
  )
}

/** What went wrong can be a ticket of one's own, so that the process is tried as well. */
function Ticket({ device }: { readonly device: OwnDeviceView }) {
  const t = useWords('rollout')
  const shown = useShown()
  const { working, attempt } = useAttempt(useRefusals('rollout'))
  if (device.ticketNumber !== null)
    return <PageLink to={`/tickets/${device.ticketNumber}`}>{`T-${device.ticketNumber}`}</PageLink>
  const open = () =>
    attempt(async () => {
      const view = await rolloutApi('POST /api/v1/rollout/pilot/devices/:platform/ticket', {
        params: { platform: device.platform },
      })
      shown.pilot(view)
    })
  return (
    <div>
      <Button size="small" appearance="subtle" disabledFocusable={working} onClick={() => void open()}>
        {t('pilot.openTicket')}
      </Button>
    </div>
  )
}
