import { mergeClasses } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { Table } from '#ui/show/Table.tsx'
import type { Bridge, Phase } from '../../domain/document/involvement.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { exitFigureText } from '../words/exit-words.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { PlanLink } from './PlanLink.tsx'

export function InvolvementChapter({ plan }: { readonly plan: SupportPlan }) {
  const { t, text, team } = usePlanWords()
  const styles = usePlanStyles()
  const { phases, bridges, commitments, resources } = plan.involvement
  const phaseName = (key: string) => {
    const phase = phases.find((one) => one.key === key)
    return phase ? text(phase.name) : key
  }
  return (
    <>
      <Section title={t('involvement.phases')}>
        {phases.map((phase) => (
          <PhaseCard key={phase.key} phase={phase} />
        ))}
      </Section>
      <Section title={t('involvement.bridges')}>
        {bridges.map((bridge) => (
          <BridgeCard key={bridge.key} bridge={bridge} phaseName={phaseName} />
        ))}
      </Section>
      <Section title={t('involvement.commitments')}>
        <Table heads={[t('involvement.what'), t('involvement.who'), t('involvement.before')]}>
          {commitments.map((one) => (
            <tr key={one.key}>
              <th scope="row">
                {text(one.what)}
                <div className={mergeClasses(styles.quiet, styles.small)}>{text(one.evidence)}</div>
              </th>
              <td>{team(one.team)}</td>
              <td>{phaseName(one.beforePhase)}</td>
            </tr>
          ))}
        </Table>
      </Section>
      <Readiness plan={plan} />
      <Section title={t('involvement.resources')}>
        <ul className={styles.list}>
          {resources.map((resource) => (
            <li key={resource.key}>
              <span className={styles.row}>
                <PlanLink url={resource.url}>{text(resource.name)}</PlanLink>
                {resource.tiers.map((tier) => (
                  <TierBadge key={tier} tier={tier} size="small" />
                ))}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function PhaseCard({ phase }: { readonly phase: Phase }) {
  const { t, text, day } = usePlanWords()
  const styles = usePlanStyles()
  return (
    <article className={styles.card}>
      <div className={styles.row}>
        <h3 className={styles.heading}>{text(phase.name)}</h3>
        <span className={styles.quiet}>
          {day(phase.starts)} – {day(phase.ends)}
        </span>
      </div>
      <p className={styles.plain}>{t(`involvement.modeText.${phase.mode}`)}</p>
      <ul className={styles.list}>
        {phase.waves.map((wave) => (
          <li key={wave.key}>
            <strong>{text(wave.name)}</strong>, {day(wave.starts)} – {day(wave.ends)}.{' '}
            {t('involvement.users', { count: wave.expectedUsers })}
            {wave.platforms.length > 0 &&
              `: ${wave.platforms.map((one) => `${t(`platforms.${one.platform}`)} ${one.percent}%`).join(', ')}`}
            <div className={mergeClasses(styles.quiet, styles.small)}>
              {t('involvement.groups', { groups: wave.groups.join(', ') || '–' })}
            </div>
          </li>
        ))}
      </ul>
    </article>
  )
}

type BridgeCardProps = { readonly bridge: Bridge; readonly phaseName: (key: string) => string }

function BridgeCard({ bridge, phaseName }: BridgeCardProps) {
  const { t, text, minutes, weekday, team } = usePlanWords()
  const styles = usePlanStyles()
  const when = bridge.weekly
    .map((one) => t('involvement.onDayAt', { day: weekday(one.day), at: one.at }))
    .join(', ')
  return (
    <article className={styles.card}>
      <h3 className={styles.heading}>{text(bridge.name)}</h3>
      <KeyValues
        items={[
          { label: t('involvement.when'), value: `${when} (${minutes(bridge.lengthMinutes)})` },
          { label: t('involvement.during'), value: bridge.phases.map(phaseName).join(', ') },
          {
            label: t('involvement.quorum'),
            value: bridge.quorum
              .map((one) => t('involvement.quorumOf', { tier: one.tier, count: one.people }))
              .join(', '),
          },
          {
            label: t('involvement.link'),
            value: bridge.meetingLink ? (
              <PlanLink url={bridge.meetingLink}>{bridge.meetingLink}</PlanLink>
            ) : (
              t('involvement.noLink')
            ),
          },
          {
            label: t('involvement.host'),
            value: bridge.host ? t('involvement.hostOf', { team: team(bridge.host) }) : t('involvement.anyHost'),
          },
          {
            label: t('involvement.scribe'),
            value: bridge.scribe ? team(bridge.scribe) : t('involvement.anyScribe'),
          },
          {
            label: t('involvement.exit'),
            value: (
              <>
                {text(bridge.exit)}
                {bridge.exitWhen.map((one, index) => (
                  <div key={`${one.figure} ${index}`} className={styles.quiet}>
                    {exitFigureText(one, t)}
                  </div>
                ))}
              </>
            ),
          },
        ]}
      />
    </article>
  )
}

function Readiness({ plan }: { readonly plan: SupportPlan }) {
  const { t, text } = usePlanWords()
  const waves = plan.involvement.phases.flatMap((phase) => phase.waves)
  const waveName = (key: string) => {
    const wave = waves.find((one) => one.key === key)
    return wave ? text(wave.name) : key
  }
  return (
    <Section title={t('readiness.title')}>
      <Table heads={[t('readiness.figure'), t('readiness.needed'), t('readiness.waves')]}>
        {plan.involvement.readiness.map((one, index) => (
          <tr key={`${one.figure} ${one.tier} ${index}`}>
            <th scope="row">
              {t(`readinessFigures.${one.figure}`)}
              {one.tier !== null && (
                <>
                  {' '}
                  <TierBadge tier={one.tier} size="small" />
                </>
              )}
            </th>
            <td>{t(`comparisons.${one.comparison}`, { threshold: one.threshold })}</td>
            <td>{one.waves.map(waveName).join(', ')}</td>
          </tr>
        ))}
      </Table>
    </Section>
  )
}
