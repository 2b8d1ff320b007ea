import { makeStyles, tokens } from '@fluentui/react-components'
import { textStyles } from '#ui/theme/text-styles.ts'

export const usePracticeStyles = makeStyles({
  ...textStyles,
  stack: { display: 'grid', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  tight: { display: 'grid', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(14rem, 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'end',
  },
  list: { margin: 0, paddingInlineStart: '1.2em', display: 'grid', rowGap: tokens.spacingVerticalXS },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  points: {
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
  },
  parts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(4rem, 16rem) max-content',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'center',
    margin: 0,
  },
  bar: { width: '8rem', marginTop: tokens.spacingVerticalSNudge },
  figure: { fontVariantNumeric: 'tabular-nums', textAlign: 'end', margin: 0 },
})
