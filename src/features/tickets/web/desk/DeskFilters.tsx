import { Button, makeStyles, SearchBox, Select, tokens } from '@fluentui/react-components'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import { TextLineSpacingRegular } from '@fluentui/react-icons/svg/text-line-spacing'
import { useQuery } from '@tanstack/react-query'
import type { Platform } from '#features/plan/domain/document/text.ts'
import { platforms, priorities } from '#features/plan/domain/values.ts'
import { published, versions } from '#features/plan/web/queries.ts'
import { Toggle } from '#ui/form/Toggle.tsx'
import { useAddress } from '#ui/pages/address.ts'
import { useWords } from '#ui/words/words.ts'
import type { DeskView } from '../../domain/desk-views.ts'
import { ColumnMenu } from './ColumnMenu.tsx'
import { readDesk } from './desk-address.ts'
import type { ChoosableColumn } from './desk-columns.tsx'

const useStyles = makeStyles({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalS,
    alignItems: 'center',
  },
  search: { flexGrow: 2, flexBasis: '16rem', maxWidth: '28rem' },
  shape: { marginInlineStart: 'auto', display: 'flex', '@media (max-width: 640px)': { display: 'none' } },
  select: {
    minWidth: '9.5rem',
    maxWidth: '14rem',
    flexGrow: 1,
    flexBasis: '9.5rem',
    '@media (max-width: 640px)': { minWidth: 0, maxWidth: 'none', flexBasis: 'calc(50% - 8px)' },
  },
})

type Props = {
  readonly view: DeskView
  readonly isFiltered: boolean
  readonly isCompact: boolean
  readonly onCompact: (isCompact: boolean) => void
  readonly chosenColumns: readonly ChoosableColumn[] | null
  readonly onChooseColumns: (chosen: readonly ChoosableColumn[] | null) => void
}

/** Narrows a view; everything stands in the address, so that a link shows the same rows. */
export function DeskFilters({ view, isFiltered, isCompact, onCompact, chosenColumns, onChooseColumns }: Props) {
  const t = useWords('tickets')
  const styles = useStyles()
  const [address, change] = useAddress(readDesk)
  const plan = useQuery(published).data?.document
  const known = useQuery({ ...versions, enabled: address.planVersion !== undefined }).data?.versions
  const onVersion = known?.find((version) => version.id === address.planVersion)
  const waves = plan?.involvement.phases.flatMap((phase) => phase.waves) ?? []
  const empty = (value: string) => (value === '' ? undefined : value)
  return (
    <div className={styles.filters} role="search">
      <SearchBox
        id="desk-search"
        className={styles.search}
        aria-label={t('desk.search')}
        placeholder={t('desk.search')}
        value={address.words ?? ''}
        onChange={(_, { value }) => change({ words: empty(value) })}
      />
      <Select
        className={styles.select}
        aria-label={t('priority')}
        value={address.priority ?? ''}
        onChange={(_, { value }) => change({ priority: priorities.find((one) => String(one) === value) })}
      >
        <option value="">{t('desk.everyPriority')}</option>
        {priorities.map((one) => (
          <option key={one} value={one}>
            {[one, plan?.process.priorityNames[one][t.language]].filter(Boolean).join(' · ')}
          </option>
        ))}
      </Select>
      <Select
        className={styles.select}
        aria-label={t('platform')}
        value={address.platform ?? ''}
        onChange={(_, { value }) => change({ platform: empty(value) as Platform | undefined })}
      >
        <option value="">{t('desk.everyPlatform')}</option>
        {platforms.map((one) => (
          <option key={one} value={one}>
            {t.any(`platforms.${one}`)}
          </option>
        ))}
      </Select>
      <Select
        className={styles.select}
        aria-label={t('category')}
        value={address.category ?? ''}
        onChange={(_, { value }) => change({ category: empty(value) })}
      >
        <option value="">{t('desk.everyCategory')}</option>
        {plan?.process.categories.map((one) => (
          <option key={one.key} value={one.key}>
            {one.name[t.language]}
          </option>
        ))}
      </Select>
      {waves.length > 0 && (
        <Select
          className={styles.select}
          aria-label={t('wave')}
          value={address.wave ?? ''}
          onChange={(_, { value }) => change({ wave: empty(value) })}
        >
          <option value="">{t('desk.everyWave')}</option>
          {waves.map((one) => (
            <option key={one.key} value={one.key}>
              {one.name[t.language]}
            </option>
          ))}
        </Select>
      )}
      {view.filter.due === undefined && (
        <Toggle
          icon={<WarningRegular aria-hidden />}
          checked={address.due === 'missed'}
          onClick={() => change({ due: address.due === 'missed' ? undefined : 'missed' })}
        >
          {t('desk.missedOnly')}
        </Toggle>
      )}
      {onVersion && (
        <Toggle checked onClick={() => change({ planVersion: undefined })}>
          {t('desk.onVersion', { number: onVersion.number })}
        </Toggle>
      )}
      {isFiltered && (
        <Button
          appearance="subtle"
          onClick={() =>
            change({
              words: undefined,
              priority: undefined,
              platform: undefined,
              category: undefined,
              wave: undefined,
              planVersion: undefined,
              due: undefined,
            })
          }
        >
          {t('desk.clear')}
        </Button>
      )}
      <div className={styles.shape}>
        <ColumnMenu chosen={chosenColumns} onChoose={onChooseColumns} />
        <Toggle
          appearance="subtle"
          icon={<TextLineSpacingRegular aria-hidden />}
          checked={isCompact}
          onClick={() => onCompact(!isCompact)}
        >
          {t('desk.compact')}
        </Toggle>
      </div>
    </div>
  )
}
