import { makeStyles, tokens } from '@fluentui/react-components'
import { layoutStyles } from '#ui/theme/layout-styles.ts'
import { textStyles } from '#ui/theme/text-styles.ts'

export const useTrainingStyles = makeStyles({
  ...textStyles,
  stack: layoutStyles.stack,
  tight: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  row: layoutStyles.wideRow,
  grow: { flexGrow: 1, flexBasis: '14rem', minWidth: 0 },
  two: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(14rem, 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    '& > li': {
      paddingBlock: tokens.spacingVerticalMNudge,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& > li:first-child': { borderTopStyle: 'none', paddingBlockStart: 0 },
    '& > li:last-child': { paddingBlockEnd: 0 },
  },
  bare: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalXXS },
  steps: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalS,
  },
  step: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  done: { color: tokens.colorStatusSuccessForeground1, fontSize: '20px' },
  todo: { color: tokens.colorNeutralForeground3, fontSize: '20px' },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: 'clamp(2.5rem, 12vw, 5rem)',
    lineHeight: 1.1,
    letterSpacing: '0.12em',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  figure: { fontVariantNumeric: 'tabular-nums' },
  fieldset: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  low: { alignSelf: 'flex-end' },
  badge: { whiteSpace: 'nowrap' },
  wrap: { overflowWrap: 'anywhere' },
})
