import { mergeClasses } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import type { Place } from '../../../domain/check/finding.ts'
import type { DeviceActionRule } from '../../../domain/document/process.ts'
import { detectionAnswers, deviceActions, intrusiveDeviceActions } from '../../../domain/values.ts'
import { usePlanStyles } from '../../plan-styles.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { ChoiceField, FieldFindings, SeveralField, SwitchField } from '../choice-fields.tsx'
import { useEditorState, useValueAt } from '../editor.tsx'
import { FieldRow, NumberField } from '../fields.tsx'
import { ListEditor } from '../ListEditor.tsx'
import { useTierOptions } from '../options.ts'
import { fieldId } from '../place.ts'

const detection = ['process', 'detection']
const bursts = ['process', 'bursts']

/** What Tierwise looks for in Intune, and what comes of it. */
export function DetectionForm() {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const answers = detectionAnswers.map((value) => ({ value, label: t(`detection.answers.${value}`) }))
  const choice = (what: 'enrollmentFailures' | 'expiringCertificates' | 'silentDevices' | 'serviceIncidents') => (
    <ChoiceField place={[...detection, what]} label={t(`detection.${what}`)} options={answers} />
  )
  return (
    <Section title={t('detection.title')}>
      <div className={styles.stack} id={fieldId(detection)} tabIndex={-1}>
        <p className={mergeClasses(styles.plain, styles.quiet)}>{t('detection.hint')}</p>
        <FieldRow wide>
          {choice('enrollmentFailures')}
          {choice('serviceIncidents')}
        </FieldRow>
        <FieldRow wide>
          {choice('expiringCertificates')}
          <NumberField
            place={[...detection, 'expiryDays']}
            label={t('detection.expiryDays')}
            unit={t('edit.days')}
          />
        </FieldRow>
        <FieldRow wide>
          {choice('silentDevices')}
          <NumberField
            place={[...detection, 'silentDays']}
            label={t('detection.silentDays')}
            unit={t('edit.days')}
          />
        </FieldRow>
      </div>
    </Section>
  )
}

/** Who may have Intune do what to a device. */
export function DeviceActionsForm() {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const none = useEditorState(({ plan }) => plan.process.deviceActions.length === 0)
  return (
    <Section title={t('deviceActions.title')}>
      <p className={mergeClasses(styles.plain, styles.quiet)}>
        {t(none ? 'deviceActions.none' : 'deviceActions.hint')}
      </p>
      <ListEditor<DeviceActionRule>
        place={['process', 'deviceActions']}
        noun={t('nouns.deviceAction')}
        Title={ActionTitle}
        Fields={ActionFields}
        make={(list, plan) => {
          const action = deviceActions.find((one) => !list.some((rule) => rule.action === one)) ?? 'sync'
          const highest = Math.max(1, ...plan.teams.tiers.map(({ level }) => level))
          const intrusive = intrusiveDeviceActions.some((one) => one === action)
          return { action, tiers: [highest], fourEyes: intrusive }
        }}
        fixedOrder
        most={deviceActions.length}
      />
    </Section>
  )
}

function ActionTitle({ at }: { readonly at: Place }) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const { action, tiers, fourEyes } = useValueAt<DeviceActionRule>(at)
  const who = t('deviceActions.forTiers', {
    count: tiers.length,
    tiers: tiers.toSorted((a, b) => a - b).join(', '),
  })
  return (
    <span className={styles.row}>
      {t(`deviceActions.actions.${action}`)}
      <span className={mergeClasses(styles.quiet, styles.small)}>
        {[who, ...(fourEyes ? [t('deviceActions.fourEyes')] : [])].join(' · ')}
      </span>
    </span>
  )
}

function ActionFields({ at }: { readonly at: Place }) {
  const { t } = usePlanWords()
  return (
    <>
      <FieldRow>
        <ChoiceField
          place={[...at, 'action']}
          label={t('deviceActions.action')}
          options={deviceActions.map((value) => ({ value, label: t(`deviceActions.actions.${value}`) }))}
        />
      </FieldRow>
      <SeveralField place={[...at, 'tiers']} label={t('deviceActions.tiers')} options={useTierOptions()} />
      <SwitchField place={[...at, 'fourEyes']} label={t('deviceActions.fourEyes')} />
      <FieldFindings place={[...at, 'fourEyes']} />
    </>
  )
}

/** When like tickets are one cause. */
export function BurstsForm() {
  const { t } = usePlanWords()
  return (
    <Section title={t('bursts.title')}>
      <div id={fieldId(bursts)} tabIndex={-1}>
        <FieldRow wide>
          <NumberField place={[...bursts, 'tickets']} label={t('bursts.tickets')} />
          <NumberField place={[...bursts, 'hours']} label={t('bursts.hours')} unit={t('bursts.hoursUnit')} />
        </FieldRow>
      </div>
    </Section>
  )
}
