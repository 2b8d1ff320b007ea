import { Button, Tooltip } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { useQuery } from '@tanstack/react-query'
import { Section } from '#ui/page/Page.tsx'
import { useNow } from '#ui/time/now.ts'
import type { SupportHours } from '../../domain/document/teams.ts'
import type { Place } from '../../domain/check/finding.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { countries as countriesQuery } from '../queries.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { useField } from './editor.tsx'
import { BothLanguages, ChoiceField, FieldErrors, FieldRow, LineField, SeveralField } from './fields.tsx'
import { ListEditor } from './ListEditor.tsx'
import { sentence } from '../words/sentence.ts'
import { fieldId, freeKey } from './place.ts'

export function HoursForm() {
  const { t, text } = usePlanWords()
  return (
    <Section title={t('teams.supportHours')}>
      <ListEditor<SupportHours>
        place={['teams', 'supportHours']}
        noun={t('nouns.hours')}
        title={(hours) => text(hours.name) || t('edit.unnamed')}
        make={(list) => ({
          key: freeKey(list, 'hours'),
          name: { nl: '', en: '' },
          timeZone: list[0]?.timeZone ?? 'Europe/Amsterdam',
          weekly: [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', to: '17:30' })),
          holidays: { country: list[0]?.holidays.country ?? null, publicDays: [], closed: [], open: [] },
        })}
        canRemove={(_, list) => list.length > 1}
      >
        {(at) => <HoursFields at={at} />}
      </ListEditor>
    </Section>
  )
}

function HoursFields({ at }: { readonly at: Place }) {
  const { t, country } = usePlanWords()
  const styles = usePlanStyles()
  const known = useQuery(countriesQuery).data?.countries ?? []
  const zones = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value.replaceAll('_', ' ') }))
  const options = known
    .map((value) => ({ value, label: country(value) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, t.language))
  return (
    <>
      <BothLanguages place={[...at, 'name']} label={t('teams.name')} />
      <ChoiceField place={[...at, 'timeZone']} label={t('hours.timeZone')} options={zones} />
      <h3 className={styles.heading}>{t('hours.weekly')}</h3>
      <WeeklyFields place={[...at, 'weekly']} />
      <ChoiceField
        place={[...at, 'holidays', 'country']}
        label={t('hours.holidays')}
        hint={t('hours.holidaysHint')}
        options={options}
        none={t('hours.noHolidays')}
      />
      <PublicDays at={[...at, 'holidays']} />
      <h3 className={styles.heading}>{t('hours.closed')}</h3>
      <ListEditor<SupportHours['holidays']['closed'][number]>
        place={[...at, 'holidays', 'closed']}
        noun={t('nouns.closedDay')}
        title={(one) => `${one.date} ${one.name[t.language]}`}
        make={() => ({ date: '', name: { nl: '', en: '' } })}
      >
        {(place) => (
          <>
            <LineField place={[...place, 'date']} label={t('hours.date')} type="date" />
            <BothLanguages place={[...place, 'name']} label={t('hours.why')} />
          </>
        )}
      </ListEditor>
    </>
  )
}

/** The public holidays of the year ahead: the ticked ones are working days after all. */
function PublicDays({ at }: { readonly at: Place }) {
  const { t, text, day } = usePlanWords()
  const { value: publicDays } = useField<SupportHours['holidays']['publicDays']>([...at, 'publicDays'])
  const from = useNow().slice(0, 10)
  const until = `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`
  const coming = publicDays.filter((one) => one.date >= from && one.date <= until)
  if (coming.length === 0) return null
  return (
    <SeveralField
      place={[...at, 'open']}
      label={t('hours.openAfterAll')}
      options={coming.map((one) => ({ value: one.date, label: `${text(one.name)} (${day(one.date)})` }))}
    />
  )
}

function WeeklyFields({ place }: { readonly place: Place }) {
  const { t, weekday } = usePlanWords()
  const styles = usePlanStyles()
  const { value: weekly, change } = useField<SupportHours['weekly']>(place)
  const days = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: weekday(value) }))
  return (
    <div className={styles.stack} id={fieldId(place)} tabIndex={-1}>
      {weekly.map((_, index) => {
        const at = [...place, index]
        return (
          // oxlint-disable-next-line react/no-array-index-key -- an opening has nothing but its position
          <div key={index} className={styles.tight} id={fieldId(at)} tabIndex={-1}>
            <FieldRow>
              <ChoiceField place={[...at, 'day']} label={t('hours.day')} options={days} />
              <LineField place={[...at, 'from']} label={t('hours.from')} />
              <LineField place={[...at, 'to']} label={t('hours.to')} />
              <div>
                <Tooltip content={sentence(t('edit.remove', { noun: t('nouns.opening') }))} relationship="label">
                  <Button
                    appearance="subtle"
                    icon={<DeleteRegular />}
                    onClick={() => change(weekly.filter((_other, other) => other !== index))}
                  />
                </Tooltip>
              </div>
            </FieldRow>
            <FieldErrors place={at} />
          </div>
        )
      })}
      <FieldErrors place={place} />
      <div>
        <Button
          icon={<AddRegular aria-hidden />}
          onClick={() =>
            change([...weekly, { day: ((weekly.at(-1)?.day ?? 0) % 7) + 1, from: '08:00', to: '17:30' }])
          }
        >
          {sentence(t('edit.add', { noun: t('nouns.opening') }))}
        </Button>
      </div>
    </div>
  )
}
