import { Button, Checkbox, Input, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { Platform } from '#features/plan/domain/document/text.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useNow } from '#ui/time/now.ts'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { OwnDeviceView } from '../../contract/pilot.ts'
import { type DeviceOutcome, deviceOutcomes } from '../../domain/pilot/experience.ts'
import { useShown } from '../involvement-queries.ts'
import { rolloutApi } from '../queries.ts'

type DeviceDialogProps = {
  readonly platform: Platform
  readonly device: OwnDeviceView | null
  readonly open: boolean
  readonly onClose: () => void
}

/** How enrolling a device of my own went. */
export function DeviceDialog({ platform, device, open, onClose }: DeviceDialogProps) {
  const t = useWords('rollout')
  const shown = useShown()
  const refusalWords = useRefusals('rollout')
  const today = useNow().slice(0, 10)
  const [outcome, setOutcome] = useState<DeviceOutcome>(device?.outcome ?? 'enrolled')
  const [triedOn, setTriedOn] = useState(device?.triedOn ?? today)
  const [trouble, setTrouble] = useState(device?.trouble ?? '')
  const [candidate, setCandidate] = useState(device?.candidate ?? false)
  const asksTrouble = outcome !== 'enrolled'
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t(device ? 'pilot.changeOf' : 'pilot.logOf', { platform: t(`platform.${platform}`) })}
      intro={t('pilot.logIntro')}
      primary={t('pilot.keep')}
      canSubmit={triedOn !== '' && (!asksTrouble || trouble.trim() !== '')}
      why={t('pilot.logMissing')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        const view = await rolloutApi('PUT /api/v1/rollout/pilot/devices/:platform', {
          params: { platform },
          body: { outcome, triedOn, trouble: trouble.trim(), candidate: candidate && trouble.trim() !== '' },
        })
        shown.pilot(view)
      }}
    >
      <FormField label={t('pilot.how')} required>
        <RadioGroup value={outcome} onChange={(_, { value }) => setOutcome(value as DeviceOutcome)}>
          {deviceOutcomes.map((one) => (
            <Radio key={one} value={one} label={t(`pilot.outcome.${one}`)} />
          ))}
        </RadioGroup>
      </FormField>
      <FormField label={t('pilot.when')} required>
        <Input type="date" value={triedOn} max={today} onChange={(_, { value }) => setTriedOn(value)} />
      </FormField>
      <FormField label={t('pilot.trouble')} hint={t('pilot.troubleHint')} required={asksTrouble}>
        <Textarea
          value={trouble}
          maxLength={4000}
          rows={4}
          resize="vertical"
          onChange={(_, { value }) => setTrouble(value)}
        />
      </FormField>
      {trouble.trim() !== '' && (
        <Checkbox
          checked={candidate}
          label={t('pilot.candidate')}
          onChange={(_, { checked }) => setCandidate(checked === true)}
        />
      )}
      {device && (
        <div>
          <Button
            appearance="subtle"
            onClick={() =>
              void rolloutApi('DELETE /api/v1/rollout/pilot/devices/:platform', { params: { platform } }).then(
                (view) => {
                  shown.pilot(view)
                  onClose()
                },
              )
            }
          >
            {t('pilot.takeBack')}
          </Button>
        </div>
      )}
    </MoveDialog>
  )
}
