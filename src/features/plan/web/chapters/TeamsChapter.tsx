import { Section } from '#ui/page/Page.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { useNow } from '#ui/time/now.ts'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { Table } from '#ui/show/Table.tsx'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import type { SupportHours, Tier } from '../../domain/document/teams.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { PriorityTargets } from '../priority/PriorityTargets.tsx'
import { tierTargets } from '../priority/target-kinds.ts'
import { usePlanWords } from '../words/plan-words.ts'

export function TeamsChapter({ plan }: { readonly plan: SupportPlan }) {
  const { t, text } = usePlanWords()
  const styles = usePlanStyles()
  const { vendor } = plan.teams
  return (
    <>
      <Section title={text(plan.name)}>
        <p className={styles.plain}>{text(plan.purpose)}</p>
        <KeyValues
          items={[
            { label: t('general.service'), value: plan.service },
            { label: t('general.owner'), value: plan.owner },
            {
              label: t('general.languages'),
              value: plan.languages.map((one) => t(`languages.${one}`)).join(', '),
            },
          ]}
        />
        <h3 className={styles.heading}>{t('general.improves')}</h3>
        <ul className={styles.list}>
          {plan.improves.map((one) => (
            <li key={one.figure}>
              <strong>{t(`figures.${one.figure}`)}.</strong> {text(one.aim)}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('teams.tiers')}>
        {plan.teams.tiers.map((tier) => (
          <TierCard key={tier.level} plan={plan} tier={tier} />
        ))}
        {vendor && (
          <article className={styles.card}>
            <div className={styles.row}>
              <TierBadge tier={vendor.level} />
              <h3 className={styles.heading}>{text(vendor.name)}</h3>
            </div>
            <p className={styles.plain}>{text(vendor.contract)}</p>
            <KeyValues
              items={[
                { label: t('teams.contractKind'), value: t(`contractKinds.${vendor.contractKind}`) },
                {
                  label: t('teams.languages'),
                  value: vendor.languages.map((code) => languageName(code, t.language)).join(', '),
                },
                { label: t('teams.openers'), value: <TeamNames keys={vendor.openers} /> },
              ]}
            />
            <SeverityTable plan={plan} />
          </article>
        )}
      </Section>
      <Section title={t('teams.supportHours')}>
        {plan.teams.supportHours.map((hours) => (
          <HoursCard key={hours.key} hours={hours} />
        ))}
      </Section>
    </>
  )
}

function languageName(code: string, reader: string): string {
  return new Intl.DisplayNames([reader], { type: 'language', fallback: 'code' }).of(code) ?? code
}

function TeamNames({ keys }: { readonly keys: readonly string[] }) {
  const { team } = usePlanWords()
  return <>{keys.map(team).join(', ')}</>
}

function TierCard({ plan, tier }: { readonly plan: SupportPlan; readonly tier: Tier }) {
  const { t, text, team, hours, minutes } = usePlanWords()
  const styles = usePlanStyles()
  return (
    <article className={styles.card}>
      <div className={styles.row}>
        <TierBadge tier={tier.level} />
        <h3 className={styles.heading}>{text(tier.name)}</h3>
      </div>
      <ul className={styles.list}>
        {tier.responsibilities.map((one, index) => (
          <li key={`${index} ${one.en}`}>{text(one)}</li>
        ))}
      </ul>
      <KeyValues
        items={[
          { label: t('teams.team'), value: team(tier.team) },
          { label: t('teams.hours'), value: hours(plan, tier.supportHours) },
          {
            label: t('teams.onCall'),
            value: tier.onCall
              ? `${hours(plan, tier.onCall.hours)}. ${text(tier.onCall.note)}`
              : t('teams.noOnCall'),
          },
          { label: t('teams.talks'), value: tier.talksToRequesters ? t('yes') : t('no') },
          {
            label: t('teams.capacity'),
            value: t('teams.capacityText', {
              agents: tier.capacity.agents,
              tickets: tier.capacity.ticketsPerAgent,
            }),
          },
        ]}
      />
      <PriorityTargets
        label={t('targets.ofTier', { tier: tier.level })}
        caption={t('targets.caption')}
        names={plan.process.priorityNames}
        kinds={tierTargets}
        cell={(priority, kind) => minutes(tier.targets[priority][`${kind}Minutes`])}
      />
    </article>
  )
}

function SeverityTable({ plan }: { readonly plan: SupportPlan }) {
  const { t, text, minutes } = usePlanWords()
  return (
    <Table heads={[t('teams.severity'), t('teams.response')]}>
      {plan.teams.vendor?.severities.map((severity) => (
        <tr key={severity.key}>
          <th scope="row">{text(severity.name)}</th>
          <td>{minutes(severity.responseMinutes)}</td>
        </tr>
      ))}
    </Table>
  )
}

function HoursCard({ hours }: { readonly hours: SupportHours }) {
  const { t, text, weekly, day, country } = usePlanWords()
  const styles = usePlanStyles()
  const { holidays } = hours
  const today = useNow().slice(0, 10)
  const coming = holidays.publicDays
    .filter((one) => one.date >= today && !holidays.open.includes(one.date))
    .slice(0, 4)
  return (
    <article className={styles.card}>
      <h3 className={styles.heading}>{text(hours.name)}</h3>
      <KeyValues
        items={[
          { label: t('hours.weekly'), value: weekly(hours.weekly).join('; ') || t('hours.never') },
          { label: t('hours.timeZone'), value: hours.timeZone.replaceAll('_', ' ') },
          {
            label: t('hours.holidays'),
            value: holidays.country
              ? t('hours.holidaysOf', { country: country(holidays.country) })
              : t('hours.noHolidays'),
          },
          ...(coming.length > 0
            ? [
                {
                  label: t('hours.coming'),
                  value: coming.map((one) => `${text(one.name)} (${day(one.date)})`).join(', '),
                },
              ]
            : []),
          ...(holidays.closed.length > 0
            ? [
                {
                  label: t('hours.closed'),
                  value: holidays.closed.map((one) => `${text(one.name)} (${day(one.date)})`).join(', '),
                },
              ]
            : []),
        ]}
      />
    </article>
  )
}
