import { makeStyles, tokens } from '@fluentui/react-components'
import { textStyles } from '#ui/theme/text-styles.ts'

export const useForecastStyles = makeStyles({
  ...textStyles,
  /** The figures, and beside them what can be tried. */
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 300px',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalXL,
    alignItems: 'start',
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL, minWidth: 0 },
  side: {
    position: 'sticky',
    top: tokens.spacingVerticalL,
    maxHeight: 'calc(100vh - 120px)',
    overflowY: 'auto',
    '@media (max-width: 1000px)': { position: 'static', maxHeight: 'none', gridRowStart: '1' },
  },
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  tight: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, minWidth: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
  },
  foot: { alignItems: 'end' },
  between: { justifyContent: 'space-between' },
  panels: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(210px, 1fr))',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
  },
  panel: { margin: 0, minWidth: 0 },
  answer: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    textWrap: 'pretty',
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  waves: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
})
