import { useQuery } from '@tanstack/react-query'
import { Section } from '#ui/page/Page.tsx'
import { useNow } from '#ui/time/now.ts'
import type { Place } from '../../../domain/check/finding.ts'
import type { SupportPlan } from '../../../domain/document/support-plan.ts'
import type { SupportHours } from '../../../domain/document/teams.ts'
import { usePlanStyles } from '../../plan-styles.ts'
import { countries as countriesQuery } from '../../queries.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { ChoiceField, SeveralField } from '../choice-fields.tsx'
import { useValueAt } from '../editor.tsx'
import { EntryName } from '../EntryName.tsx'
import { BothLanguages, FieldRow, LineField } from '../fields.tsx'
import { KeyField } from '../KeyField.tsx'
import { ListEditor } from '../ListEditor.tsx'
import { zoneOptions } from '../options.ts'
import { freeKey } from '../place.ts'
import { WeekField } from './WeekField.tsx'

type At = { readonly at: Place }
type ClosedDay = SupportHours['holidays']['closed'][number]

export function HoursForm() {
  const { t } = usePlanWords()
  return (
    <Section title={t('teams.supportHours')}>
      <ListEditor<SupportHours>
        place={['teams', 'supportHours']}
        noun={t('nouns.hours')}
        Title={HoursTitle}
        Fields={HoursFields}
        make={newHours}
        least={1}
      />
    </Section>
  )
}

function newHours(list: readonly SupportHours[], plan: SupportPlan): SupportHours {
  const first = plan.teams.supportHours[0]
  return {
    key: freeKey(list, 'hours'),
    name: { nl: '', en: '' },
    timeZone: first?.timeZone ?? 'Europe/Amsterdam',
    weekly: [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', to: '17:30' })),
    holidays: {
      country: first?.holidays.country ?? null,
      publicDays: first?.holidays.publicDays ?? [],
      closed: [],
      open: [],
    },
  }
}

function HoursTitle({ at }: At) {
  const { weekly } = usePlanWords()
  const styles = usePlanStyles()
  const week = useValueAt<SupportHours['weekly'] | undefined>([...at, 'weekly'])
  return (
    <span className={styles.row}>
      <EntryName at={at} />
      <span className={styles.quiet}>{week && weekly(week).join('; ')}</span>
    </span>
  )
}

function HoursFields({ at }: At) {
  const { t, country } = usePlanWords()
  const styles = usePlanStyles()
  const known = useQuery(countriesQuery).data?.countries ?? []
  const options = known
    .map((value) => ({ value, label: country(value) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, t.language))
  return (
    <>
      <BothLanguages place={[...at, 'name']} label={t('teams.name')} />
      <FieldRow>
        <ChoiceField place={[...at, 'timeZone']} label={t('hours.timeZone')} options={zoneOptions} />
        <KeyField at={at} />
      </FieldRow>
      <h3 className={styles.heading}>{t('hours.weekly')}</h3>
      <WeekField place={[...at, 'weekly']} />
      <ChoiceField
        place={[...at, 'holidays', 'country']}
        label={t('hours.holidays')}
        hint={t('hours.holidaysHint')}
        options={options}
        none={t('hours.noHolidays')}
      />
      <PublicDays at={[...at, 'holidays']} />
      <h3 className={styles.heading}>{t('hours.closed')}</h3>
      <ListEditor<ClosedDay>
        place={[...at, 'holidays', 'closed']}
        noun={t('nouns.closedDay')}
        Title={ClosedTitle}
        Fields={ClosedFields}
        make={() => ({ date: '', name: { nl: '', en: '' } })}
      />
    </>
  )
}

function ClosedTitle({ at }: At) {
  const { t, text, day } = usePlanWords()
  const one = useValueAt<ClosedDay>(at)
  return <>{[one.date && day(one.date), text(one.name)].filter(Boolean).join(': ') || t('edit.unnamed')}</>
}

function ClosedFields({ at }: At) {
  const { t } = usePlanWords()
  return (
    <>
      <FieldRow>
        <LineField place={[...at, 'date']} label={t('hours.date')} type="date" />
      </FieldRow>
      <BothLanguages place={[...at, 'name']} label={t('hours.why')} />
    </>
  )
}

/** The public holidays of the year ahead, and those chosen before: the ticked ones are working days after all. */
function PublicDays({ at }: At) {
  const { t, text, day } = usePlanWords()
  const publicDays = useValueAt<SupportHours['holidays']['publicDays']>([...at, 'publicDays'])
  const open = useValueAt<SupportHours['holidays']['open']>([...at, 'open'])
  const from = useNow().slice(0, 10)
  const until = `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`
  const shown = publicDays.filter(({ date }) => (date >= from && date <= until) || open.includes(date))
  if (shown.length === 0) return null
  return (
    <SeveralField
      place={[...at, 'open']}
      label={t('hours.openAfterAll')}
      options={shown.map((one) => ({ value: one.date, label: `${text(one.name)} (${day(one.date)})` }))}
    />
  )
}
