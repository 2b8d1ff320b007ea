import { ProgressBar, mergeClasses } from '@fluentui/react-components'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { Section } from '#ui/page/Page.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { Table } from '#ui/show/Table.tsx'
import type { Run } from './run/use-run.ts'
import { useForecastStyles } from './forecast-styles.ts'
import { useForecastWords } from './words.ts'

/** How many people each tier needs in each wave, beside how many the plan has. */
export function NeededTable({ plan, run }: { readonly plan: SupportPlan; readonly run: Run }) {
  const { t, tier: tierName, wave: waveName } = useForecastWords()
  const styles = useForecastStyles()
  const { needed } = run
  return (
    <Section title={t('needed.title')}>
      <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>{t('needed.about')}</p>
      {run.state === 'running' && (
        <ProgressBar value={run.share} aria-label={t('needed.searching')} thickness="large" />
      )}
      {!needed && run.state === 'none' && <p className={styles.plain}>{t('needed.after')}</p>}
      {needed && (
        <Table
          label={t('needed.title')}
          heads={[
            t('needed.tier'),
            t('needed.have'),
            ...(needed[0]?.waves.map(({ wave }) => waveName(plan, wave)) ?? []),
          ]}
          dense
        >
          {needed.map(({ tier, have, waves }) => (
            <tr key={tier}>
              <th scope="row">
                <TierBadge tier={tier} name={tierName(plan, tier)} size="small" />
              </th>
              <td>{have}</td>
              {waves.map(({ wave, people }) => (
                <td key={wave}>
                  {people === null ? (
                    t('needed.none')
                  ) : people > have ? (
                    <strong>{t('needed.more', { people, count: people - have })}</strong>
                  ) : (
                    people
                  )}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      )}
    </Section>
  )
}
