import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { languages } from '#features/people/domain/person.ts'
import { Section } from '#ui/page/Page.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import type { Tier, VendorTier } from '../../domain/document/teams.ts'
import { contractKinds, improvedFigures } from '../../domain/values.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { teams as teamsQuery } from '../queries.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { useEditor } from './editor.tsx'
import {
  BothLanguages,
  ChoiceField,
  FieldRow,
  LineField,
  NumberField,
  SeveralField,
  SwitchField,
} from './fields.tsx'
import { HoursForm } from './HoursForm.tsx'
import { ListEditor } from './ListEditor.tsx'
import { freeKey } from './place.ts'
import { TargetsGrid } from './TargetsGrid.tsx'

export function TeamsForm() {
  const { t, text } = usePlanWords()
  return (
    <>
      <Section title={t('general.title')}>
        <BothLanguages place={['name']} label={t('general.name')} />
        <BothLanguages place={['purpose']} label={t('general.purpose')} long />
        <FieldRow>
          <LineField place={['service']} label={t('general.service')} />
          <LineField place={['owner']} label={t('general.owner')} />
        </FieldRow>
        <SeveralField
          place={['languages']}
          label={t('general.languages')}
          options={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
        <ListEditor<SupportPlan['improves'][number]>
          place={['improves']}
          noun={t('nouns.figure')}
          title={(one) => t(`figures.${one.figure}`)}
          make={() => ({ figure: 'bounces', aim: { nl: '', en: '' } })}
        >
          {(at) => (
            <>
              <ChoiceField
                place={[...at, 'figure']}
                label={t('general.figure')}
                options={improvedFigures.map((value) => ({ value, label: t(`figures.${value}`) }))}
              />
              <BothLanguages place={[...at, 'aim']} label={t('general.aim')} long />
            </>
          )}
        </ListEditor>
      </Section>
      <Section title={t('teams.tiers')}>
        <ListEditor<Tier>
          place={['teams', 'tiers']}
          noun={t('nouns.tier')}
          fixedOrder
          title={(tier) => <TierBadge tier={tier.level} name={text(tier.name)} />}
          make={nextTier}
          canRemove={(index, list) => list.length > 1 && index === list.length - 1}
        >
          {(at, tier) => <TierFields at={at} level={tier.level} />}
        </ListEditor>
      </Section>
      <VendorFields />
      <HoursForm />
    </>
  )
}

/** The tier above, made after the highest one there is. */
function nextTier(tiers: readonly Tier[]): Tier {
  const highest = tiers.at(-1)
  if (!highest) throw new Error('A plan has at least one tier')
  return {
    ...highest,
    level: highest.level + 1,
    name: { nl: '', en: '' },
    responsibilities: [],
    talksToRequesters: false,
    onCall: null,
  }
}

type AtTier = { readonly at: readonly (string | number)[]; readonly level: number }

function TierFields({ at, level }: AtTier) {
  const { t, text, team, minutes } = usePlanWords()
  const { plan, edit } = useEditor()
  const styles = usePlanStyles()
  const tier = plan.teams.tiers.find((one) => one.level === level)
  const hours = plan.teams.supportHours.map((one) => ({ value: one.key, label: text(one.name) }))
  const firstHours = hours[0]?.value ?? ''
  const onCall = [...at, 'onCall']
  return (
    <>
      <BothLanguages place={[...at, 'name']} label={t('teams.name')} />
      <FieldRow>
        <ChoiceField place={[...at, 'team']} label={t('teams.team')} options={useTeamOptions()} />
        <ChoiceField place={[...at, 'supportHours']} label={t('teams.hours')} options={hours} />
        <NumberField place={[...at, 'capacity', 'agents']} label={t('teams.agentsLabel')} />
        <NumberField place={[...at, 'capacity', 'ticketsPerAgent']} label={t('teams.ticketsPerAgent')} />
      </FieldRow>
      <SwitchField place={[...at, 'talksToRequesters']} label={t('teams.talks')} />
      {tier?.onCall ? (
        <div className={styles.stack}>
          <ChoiceField place={[...onCall, 'hours']} label={t('teams.onCallHours')} options={hours} />
          <BothLanguages place={[...onCall, 'note']} label={t('teams.onCallNote')} />
          <div>
            <Button onClick={() => edit(onCall, null)}>{t('teams.onCallRemove')}</Button>
          </div>
        </div>
      ) : (
        <div>
          <Button onClick={() => edit(onCall, { hours: firstHours, note: { nl: '', en: '' } })}>
            {t('teams.onCallAdd')}
          </Button>
        </div>
      )}
      <h3 className={styles.heading}>{t('teams.responsibilities')}</h3>
      <ListEditor<Tier['responsibilities'][number]>
        place={[...at, 'responsibilities']}
        noun={t('nouns.responsibility')}
        title={(one) => text(one) || t('edit.unnamed')}
        make={() => ({ nl: '', en: '' })}
      >
        {(place) => <BothLanguages place={place} label={t('teams.responsibility')} long />}
      </ListEditor>
      <h3 className={styles.heading}>{t('targets.title')}</h3>
      <TargetsGrid
        place={[...at, 'targets']}
        caption={t('targets.caption')}
        columns={[
          { key: 'acknowledgeMinutes', label: t('targets.acknowledge') },
          { key: 'workMinutes', label: t('targets.work') },
          { key: 'takeNoteMinutes', label: t('targets.takeNote') },
        ]}
        say={minutes}
        name={team(tier?.team ?? '')}
      />
    </>
  )
}

export function useTeamOptions() {
  const { t } = usePlanWords()
  const known = useQuery(teamsQuery).data?.teams ?? []
  return known.map((one) => ({ value: one.key, label: one.name[t.language] }))
}

function VendorFields() {
  const { t, text } = usePlanWords()
  const { plan, edit } = useEditor()
  const at = ['teams', 'vendor']
  const teamOptions = useTeamOptions().filter((team) => plan.teams.tiers.some((tier) => tier.team === team.value))
  if (!plan.teams.vendor) {
    return (
      <Section title={t('teams.vendor')}>
        <p>{t('teams.noVendor')}</p>
        <div>
          <Button onClick={() => edit(at, newVendor(plan))}>{t('teams.vendorAdd')}</Button>
        </div>
      </Section>
    )
  }
  return (
    <Section
      title={t('teams.vendor')}
      action={<Button onClick={() => edit(at, null)}>{t('teams.vendorRemove')}</Button>}
    >
      <BothLanguages place={[...at, 'name']} label={t('teams.name')} />
      <FieldRow>
        <NumberField place={[...at, 'level']} label={t('teams.level')} />
        <LineField place={[...at, 'supplier']} label={t('teams.supplier')} />
        <ChoiceField
          place={[...at, 'contractKind']}
          label={t('teams.contractKind')}
          options={contractKinds.map((value) => ({ value, label: t(`contractKinds.${value}`) }))}
        />
      </FieldRow>
      <BothLanguages place={[...at, 'contract']} label={t('teams.contract')} long />
      <SeveralField
        place={[...at, 'languages']}
        label={t('teams.languages')}
        options={['en', 'nl', 'de', 'fr'].map((value) => ({
          value,
          label: new Intl.DisplayNames([t.language], { type: 'language' }).of(value) ?? value,
        }))}
      />
      <SeveralField place={[...at, 'openers']} label={t('teams.openers')} options={teamOptions} />
      <ListEditor<VendorTier['severities'][number]>
        place={[...at, 'severities']}
        noun={t('nouns.severity')}
        title={(severity) => text(severity.name) || t('edit.unnamed')}
        make={(list) => ({ key: freeKey(list, 'severity'), name: { nl: '', en: '' }, responseMinutes: 480 })}
      >
        {(place) => (
          <>
            <BothLanguages place={[...place, 'name']} label={t('teams.severity')} />
            <NumberField
              place={[...place, 'responseMinutes']}
              label={t('teams.response')}
              unit={t('edit.minutes')}
            />
          </>
        )}
      </ListEditor>
    </Section>
  )
}

function newVendor({ teams }: SupportPlan): VendorTier {
  return {
    level: teams.tiers.length + 1,
    name: { nl: 'Microsoft Support', en: 'Microsoft Support' },
    supplier: 'Microsoft',
    contractKind: 'included',
    contract: { nl: '', en: '' },
    severities: [{ key: 'a', name: { nl: '', en: '' }, responseMinutes: 60 }],
    languages: ['en'],
    openers: teams.tiers.slice(-1).map((tier) => tier.team),
  }
}
