import { Section } from '#ui/page/Page.tsx'
import { Table } from '#ui/show/Table.tsx'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { detectionRows } from '../../domain/outline/intune-sections.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'

/** What the plan says of Intune: what is looked for, what may be done to devices, and when like tickets are one cause. */
export function IntuneSections({ plan }: { readonly plan: SupportPlan }) {
  const { t } = usePlanWords()
  const { tickets, hours } = plan.process.bursts
  return (
    <>
      <Section title={t('detection.title')}>
        <Table
          label={t('detection.title')}
          heads={[t('detection.what'), t('detection.answer'), t('detection.from')]}
          caption={t('detection.hint')}
        >
          {detectionRows(plan.process.detection).map(({ what, answer, from }) => (
            <tr key={what}>
              <th scope="row">{t(`detection.${what}`)}</th>
              <td>{t(`detection.answers.${answer}`)}</td>
              <td>{answer === 'off' ? '–' : t(from.key, from.values)}</td>
            </tr>
          ))}
        </Table>
      </Section>
      <DeviceActions plan={plan} />
      <Section title={t('bursts.title')}>
        <p>
          {t('bursts.text', {
            tickets: t('bursts.ticketsText', { count: tickets }),
            hours: t('bursts.hoursText', { count: hours }),
          })}
        </p>
      </Section>
    </>
  )
}

function DeviceActions({ plan }: { readonly plan: SupportPlan }) {
  const { t, text } = usePlanWords()
  const styles = usePlanStyles()
  const rules = plan.process.deviceActions
  const named = (level: number) => {
    const tier = plan.teams.tiers.find((one) => one.level === level)
    return tier ? `${level} ${text(tier.name)}` : String(level)
  }
  return (
    <Section title={t('deviceActions.title')}>
      {rules.length === 0 ? (
        <p className={styles.plain}>{t('deviceActions.none')}</p>
      ) : (
        <Table
          label={t('deviceActions.title')}
          heads={[t('deviceActions.action'), t('deviceActions.tiers'), t('deviceActions.fourEyes')]}
          caption={t('deviceActions.hint')}
        >
          {rules.map(({ action, tiers, fourEyes }) => (
            <tr key={action}>
              <th scope="row">{t(`deviceActions.actions.${action}`)}</th>
              <td>{tiers.map(named).join(', ')}</td>
              <td>{t(fourEyes ? 'deviceActions.fourEyesYes' : 'deviceActions.fourEyesNo')}</td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  )
}
