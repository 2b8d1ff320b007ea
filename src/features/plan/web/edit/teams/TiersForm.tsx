import { Button, mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Section } from '#ui/page/Page.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import type { Place } from '../../../domain/check/finding.ts'
import type { Tier } from '../../../domain/document/teams.ts'
import { addTier, mostTiers, moveTier } from '../../../domain/edit/tiers.ts'
import { usePlanStyles } from '../../plan-styles.ts'
import { tierTargets } from '../../priority/target-kinds.ts'
import { teams as teamsQuery } from '../../queries.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { ChoiceField, SwitchField } from '../choice-fields.tsx'
import { useEditor, useValueAt } from '../editor.tsx'
import { EntryText } from '../EntryName.tsx'
import { BothLanguages, FieldRow, NumberField } from '../fields.tsx'
import { type ListChanges, ListEditor } from '../ListEditor.tsx'
import { useHoursOptions, useTeamOptions } from '../options.ts'
import { TargetsGrid } from '../TargetsGrid.tsx'

type At = { readonly at: Place }

/** Tiers are numbered from the bottom: whatever names a tier by its number changes along. */
const tierChanges: ListChanges = {
  add: (plan, count) => addTier(plan, count + 1),
  move: (plan, index, by) => moveTier(plan, plan.teams.tiers[index]?.level ?? 0, by),
}

export function TiersForm() {
  const { t } = usePlanWords()
  return (
    <Section title={t('teams.tiers')}>
      <ListEditor<Tier>
        place={['teams', 'tiers']}
        noun={t('nouns.tier')}
        Title={TierTitle}
        Fields={TierFields}
        changes={tierChanges}
        most={mostTiers}
        least={1}
      />
    </Section>
  )
}

function TierTitle({ at }: At) {
  const { t, text } = usePlanWords()
  const level = useValueAt<number | undefined>([...at, 'level'])
  const name = useValueAt<Tier['name'] | undefined>([...at, 'name'])
  return <TierBadge tier={level ?? 1} name={(name && text(name)) || t('edit.unnamed')} />
}

function TierFields({ at }: At) {
  const { t, team } = usePlanWords()
  const styles = usePlanStyles()
  const key = useValueAt<string>([...at, 'team'])
  return (
    <>
      <BothLanguages place={[...at, 'name']} label={t('teams.name')} />
      <FieldRow>
        <ChoiceField place={[...at, 'team']} label={t('teams.team')} options={useTeamOptions()} />
        <ChoiceField place={[...at, 'supportHours']} label={t('teams.hours')} options={useHoursOptions()} />
        <NumberField place={[...at, 'capacity', 'agents']} label={t('teams.agentsLabel')} />
        <NumberField place={[...at, 'capacity', 'ticketsPerAgent']} label={t('teams.ticketsPerAgent')} />
      </FieldRow>
      <Members team={key} />
      <SwitchField place={[...at, 'talksToRequesters']} label={t('teams.talks')} />
      <OnCallFields at={[...at, 'onCall']} />
      <h3 className={styles.heading}>{t('teams.responsibilities')}</h3>
      <ListEditor<Tier['responsibilities'][number]>
        place={[...at, 'responsibilities']}
        noun={t('nouns.responsibility')}
        Title={EntryText}
        Fields={ResponsibilityFields}
        make={() => ({ nl: '', en: '' })}
      />
      <h3 className={styles.heading}>{t('targets.title')}</h3>
      <TargetsGrid
        place={[...at, 'targets']}
        caption={t('targets.caption')}
        kinds={tierTargets}
        name={team(key)}
      />
    </>
  )
}

/** Who is in the team stands with the people, because it changes more often than the plan. */
function Members({ team }: { readonly team: string }) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const found = useQuery(teamsQuery).data?.teams.find((one) => one.key === team)
  return (
    <p className={mergeClasses(styles.plain, styles.small)}>
      <span className={styles.quiet}>
        {found && found.members.length > 0
          ? t('teams.membersAre', { names: found.members.map((one) => one.name).join(', ') })
          : t('teams.membersNone')}
      </span>{' '}
      <PageLink to="/teams">{t('teams.membersLink')}</PageLink>
    </p>
  )
}

function OnCallFields({ at }: At) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const { edit } = useEditor()
  const hours = useHoursOptions()
  const present = useValueAt<Tier['onCall']>(at) !== null
  if (!present) {
    const first = hours.at(-1)?.value ?? ''
    return (
      <div>
        <Button onClick={() => edit(at, { hours: first, note: { nl: '', en: '' } })}>
          {t('teams.onCallAdd')}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.stack}>
      <ChoiceField place={[...at, 'hours']} label={t('teams.onCallHours')} options={hours} />
      <BothLanguages place={[...at, 'note']} label={t('teams.onCallNote')} />
      <div>
        <Button onClick={() => edit(at, null)}>{t('teams.onCallRemove')}</Button>
      </div>
    </div>
  )
}

function ResponsibilityFields({ at }: At) {
  const { t } = usePlanWords()
  return <BothLanguages place={at} label={t('teams.responsibility')} long />
}
