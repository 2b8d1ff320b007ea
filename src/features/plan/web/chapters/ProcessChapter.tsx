import { mergeClasses } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { levels, priorities } from '../../domain/values.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { ScrollRegion } from '../ScrollRegion.tsx'
import { usePlanWords } from '../words/plan-words.ts'
import { EvidenceLists } from './EvidenceLists.tsx'

export function ProcessChapter({ plan }: { readonly plan: SupportPlan }) {
  const { t, text, minutes, hours } = usePlanWords()
  const styles = usePlanStyles()
  const { process } = plan
  return (
    <>
      <Categories plan={plan} />
      <Section title={t('priority.title')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('priority.impact')}</th>
              {levels.map((urgency) => (
                <th key={urgency} scope="col">
                  {t('priority.urgencyIs', { level: t(`levels.${urgency}`) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {levels.map((impact) => (
              <tr key={impact}>
                <th scope="row">{t(`levels.${impact}`)}</th>
                {levels.map((urgency) => {
                  const priority = process.priorityMatrix[impact][urgency]
                  return (
                    <td key={urgency}>
                      {priority} {text(process.priorityNames[priority])}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <table className={styles.table}>
          <caption className={mergeClasses(styles.quiet, styles.small)}>
            {t('targets.overallCaption', {
              hours: hours(plan, process.targetHours),
              percent: process.warnAtPercent,
            })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('priority.label')}</th>
              <th scope="col">{t('targets.contact')}</th>
              <th scope="col">{t('targets.resolve')}</th>
            </tr>
          </thead>
          <tbody>
            {priorities.map((priority) => (
              <tr key={priority}>
                <th scope="row">
                  {priority} {text(process.priorityNames[priority])}
                </th>
                <td>{minutes(process.targets[priority].contactMinutes)}</td>
                <td>{minutes(process.targets[priority].resolveMinutes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <EvidenceLists plan={plan} />
      <Section title={t('rules.title')}>
        <KeyValues
          items={[
            { label: t('rules.wayDown'), value: t(`rules.wayDowns.${process.wayDown}`) },
            {
              label: t('rules.knownIssue'),
              value: process.knownIssueRequired ? t('rules.required') : t('rules.free'),
            },
            { label: t('rules.bounceCap'), value: t('rules.bounceCapText', { count: process.bounceCap }) },
            { label: t('rules.quietPeriod'), value: t('rules.supportDays', { count: process.quietPeriodDays }) },
            { label: t('rules.reopen'), value: t('rules.days', { count: process.reopenWindowDays }) },
            { label: t('rules.contactRetry'), value: minutes(process.contactRetryMinutes) },
          ]}
        />
        <Pauses plan={plan} />
      </Section>
      <Notices plan={plan} />
      <Section title={t('retention.title')}>
        {process.retention === null ? (
          <p>{t('retention.none')}</p>
        ) : (
          <KeyValues
            items={[
              {
                label: t('retention.closedTicketDays'),
                value: t('rules.days', { count: process.retention.closedTicketDays }),
              },
              {
                label: t('retention.rawMailDays'),
                value: t('rules.days', { count: process.retention.rawMailDays }),
              },
              {
                label: t('retention.attachmentDays'),
                value: t('rules.days', { count: process.retention.attachmentDays }),
              },
            ]}
          />
        )}
      </Section>
    </>
  )
}

function Categories({ plan }: { readonly plan: SupportPlan }) {
  const { t, text } = usePlanWords()
  const styles = usePlanStyles()
  const { categories, priorityMatrix, priorityNames, edges } = plan.process
  const evidence = edges.flatMap((edge) => edge.evidence)
  return (
    <Section title={t('categories.title')}>
      <ScrollRegion label={t('categories.title')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('categories.category')}</th>
              <th scope="col">{t('categories.kind')}</th>
              <th scope="col">{t('categories.defaultPriority')}</th>
              <th scope="col">{t('categories.asks')}</th>
            </tr>
          </thead>
          <tbody>
            {categories.map((category) => {
              const priority = priorityMatrix[category.impact][category.urgency]
              const asks = category.asks.flatMap((key) => evidence.find((item) => item.key === key) ?? [])
              return (
                <tr key={category.key}>
                  <th scope="row">
                    {text(category.name)}
                    <div className={mergeClasses(styles.quiet, styles.small)}>{text(category.help)}</div>
                  </th>
                  <td>{t(`kinds.${category.kind}`)}</td>
                  <td>
                    {priority} {text(priorityNames[priority])}
                  </td>
                  <td>{asks.map((item) => text(item.name)).join(', ') || '–'}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </Section>
  )
}

function Pauses({ plan }: { readonly plan: SupportPlan }) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('pauses.whileWaiting')}</th>
          <th scope="col">{t('pauses.tier')}</th>
          <th scope="col">{t('pauses.overall')}</th>
        </tr>
      </thead>
      <tbody>
        {(['requester', 'vendor', 'until'] as const).map((waiting) => (
          <tr key={waiting}>
            <th scope="row">{t(`pauses.${waiting}`)}</th>
            <td>{plan.process.pauses[waiting].tier ? t('pauses.stands') : t('pauses.runs')}</td>
            <td>{plan.process.pauses[waiting].overall ? t('pauses.stands') : t('pauses.runs')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Notices({ plan }: { readonly plan: SupportPlan }) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const moments = [...new Set(plan.process.notices.map((notice) => notice.moment))]
  const receivers = (moment: string, channel: string) =>
    plan.process.notices
      .filter((notice) => notice.moment === moment && notice.channel === channel)
      .map((notice) => t(`receivers.${notice.to}`))
      .join(', ') || '–'
  return (
    <Section title={t('notices.title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('notices.moment')}</th>
            <th scope="col">{t('channels.mail')}</th>
            <th scope="col">{t('channels.desk')}</th>
          </tr>
        </thead>
        <tbody>
          {moments.map((moment) => (
            <tr key={moment}>
              <th scope="row">{t(`moments.${moment}`)}</th>
              <td>{receivers(moment, 'mail')}</td>
              <td>{receivers(moment, 'desk')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
