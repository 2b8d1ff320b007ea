import { mergeClasses } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { Table } from '#ui/show/Table.tsx'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { PriorityMatrix } from '../priority/PriorityMatrix.tsx'
import { PriorityTargets } from '../priority/PriorityTargets.tsx'
import { overallTargets } from '../priority/target-kinds.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { EvidenceLists } from './EvidenceLists.tsx'
import { IntuneSections } from './IntuneSections.tsx'

export function ProcessChapter({ plan }: { readonly plan: SupportPlan }) {
  const { t, text, minutes, hours } = usePlanWords()
  const { process } = plan
  return (
    <>
      <Categories plan={plan} />
      <Section title={t('priority.title')}>
        <PriorityMatrix
          cell={(impact, urgency) => {
            const priority = process.priorityMatrix[impact][urgency]
            return `${priority} ${text(process.priorityNames[priority])}`
          }}
        />
        <PriorityTargets
          label={t('targets.overall')}
          caption={t('targets.overallCaption', {
            hours: hours(plan, process.targetHours),
            percent: process.warnAtPercent,
          })}
          names={process.priorityNames}
          kinds={overallTargets}
          cell={(priority, kind) => minutes(process.targets[priority][`${kind}Minutes`])}
        />
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
      <IntuneSections plan={plan} />
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
      <Table
        label={t('categories.title')}
        heads={[
          t('categories.category'),
          t('categories.kind'),
          t('categories.defaultPriority'),
          t('categories.asks'),
        ]}
      >
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
      </Table>
    </Section>
  )
}

function Pauses({ plan }: { readonly plan: SupportPlan }) {
  const { t } = usePlanWords()
  return (
    <Table heads={[t('pauses.whileWaiting'), t('pauses.tier'), t('pauses.overall')]}>
      {(['requester', 'vendor', 'until'] as const).map((waiting) => (
        <tr key={waiting}>
          <th scope="row">{t(`pauses.${waiting}`)}</th>
          <td>{plan.process.pauses[waiting].tier ? t('pauses.stands') : t('pauses.runs')}</td>
          <td>{plan.process.pauses[waiting].overall ? t('pauses.stands') : t('pauses.runs')}</td>
        </tr>
      ))}
    </Table>
  )
}

function Notices({ plan }: { readonly plan: SupportPlan }) {
  const { t } = usePlanWords()
  const moments = [...new Set(plan.process.notices.map((notice) => notice.moment))]
  const receivers = (moment: string, channel: string) =>
    plan.process.notices
      .filter((notice) => notice.moment === moment && notice.channel === channel)
      .map((notice) => t(`receivers.${notice.to}`))
      .join(', ') || '–'
  return (
    <Section title={t('notices.title')}>
      <Table heads={[t('notices.moment'), t('channels.mail'), t('channels.desk')]}>
        {moments.map((moment) => (
          <tr key={moment}>
            <th scope="row">{t(`moments.${moment}`)}</th>
            <td>{receivers(moment, 'mail')}</td>
            <td>{receivers(moment, 'desk')}</td>
          </tr>
        ))}
      </Table>
    </Section>
  )
}
