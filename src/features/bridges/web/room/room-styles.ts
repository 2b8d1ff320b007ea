import { makeStyles, tokens } from '@fluentui/react-components'
import { textStyles } from '#ui/theme/text-styles.ts'

export const useRoomStyles = makeStyles({
  ...textStyles,
  /** Agenda, what lies on the table, people: beside each other where there is room. */
  room: {
    display: 'grid',
    gridTemplateColumns: 'minmax(200px, 2fr) minmax(0, 6fr) minmax(240px, 3fr)',
    gridTemplateAreas: '"agenda table people"',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalL,
    alignItems: 'start',
    '@media (max-width: 1180px)': {
      gridTemplateColumns: 'minmax(0, 5fr) minmax(240px, 3fr)',
      gridTemplateAreas: '"table people" "agenda people"',
    },
    '@media (max-width: 760px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateAreas: '"table" "people" "agenda"',
    },
  },
  /** While the agenda is arranged it stands in the middle alone. */
  arranging: {
    gridTemplateColumns: 'minmax(0, 8fr) minmax(240px, 3fr)',
    gridTemplateAreas: '"table people"',
    '@media (max-width: 760px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateAreas: '"table" "people"',
    },
  },
  agenda: { gridArea: 'agenda', minWidth: 0 },
  table: { gridArea: 'table', minWidth: 0, display: 'grid', rowGap: tokens.spacingVerticalL },
  people: { gridArea: 'people', minWidth: 0, display: 'grid', rowGap: tokens.spacingVerticalL },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
  },
  grow: { flexGrow: 1, minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  wrap: { overflowWrap: 'anywhere' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  figure: { fontVariantNumeric: 'tabular-nums' },
})
