import { Button, Field, Select } from '@fluentui/react-components'
import { useWords } from '#ui/words/words.ts'
import { useTierName } from '../IssueBadges.tsx'
import { useKnowledgeStyles } from '../knowledge-styles.ts'
import { type AskedAddress, type Filter, filterNames, filters } from './asked.ts'

export type FiltersProps = {
  readonly asked: AskedAddress
  readonly onChange: (part: Partial<AskedAddress>) => void
}

/** What is shown of the issues, by what they are. */
export function Filters({ asked, onChange }: FiltersProps) {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const tierName = useTierName()
  const word = (filter: Filter, value: string) => {
    if (filter === 'tier') return tierName(Number(value))
    if (filter === 'state') return t.any(`states.${value}`)
    return t.any(`${filter}.${value}`)
  }
  const isFiltered = filterNames.some((filter) => asked[filter] !== undefined)
  return (
    <fieldset className={styles.language} aria-label={t('filter.label')}>
      <div className={styles.filters}>
        {filterNames.map((filter) => (
          <Field key={filter} label={t(`filter.${filter}`)}>
            <Select
              value={asked[filter] ?? ''}
              onChange={(_event, { value }) => onChange({ [filter]: value === '' ? undefined : value })}
            >
              <option value="">{t('filter.all')}</option>
              {filters[filter].map((value) => (
                <option key={value} value={value}>
                  {word(filter, value)}
                </option>
              ))}
            </Select>
          </Field>
        ))}
        {isFiltered && (
          <Button onClick={() => onChange(Object.fromEntries(filterNames.map((filter) => [filter, undefined])))}>
            {t('filter.reset')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
