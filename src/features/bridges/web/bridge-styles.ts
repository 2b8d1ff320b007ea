import { makeStyles, tokens } from '@fluentui/react-components'
import { textStyles } from '#ui/theme/text-styles.ts'

export const useBridgeStyles = makeStyles({
  ...textStyles,
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(260px, 2fr)',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalXL,
    alignItems: 'start',
    '@media (max-width: 960px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'grid', rowGap: tokens.spacingVerticalXL, minWidth: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
  },
  grow: { flexGrow: 1, minWidth: 0 },
  when: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    '@media (max-width: 640px)': {
      fontSize: tokens.fontSizeBase600,
      lineHeight: tokens.lineHeightBase600,
    },
  },
  gap: { display: 'grid', rowGap: tokens.spacingVerticalM },
  strong: { fontWeight: tokens.fontWeightSemibold },
  fieldset: { margin: 0, padding: 0, border: 'none', display: 'grid' },
  wrap: { overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})
