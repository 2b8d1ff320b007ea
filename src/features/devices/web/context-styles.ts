import { makeStyles, tokens } from '@fluentui/react-components'
import { textStyles } from '#ui/theme/text-styles.ts'

/** What the parts of this panel have in common. */
export const useContextStyles = makeStyles({
  ...textStyles,
  stack: { display: 'grid', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  tight: { display: 'grid', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  list: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  cards: {
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  beside: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  mark: {
    display: 'inline-flex',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalXS,
    '& svg': { flexShrink: 0, alignSelf: 'center' },
  },
  // The sign has the colour: as text it would be too faint on a dark card.
  bad: { '& svg': { color: tokens.colorStatusDangerForeground1 } },
  warned: { '& svg': { color: tokens.colorStatusWarningForeground3 } },
  good: { '& svg': { color: tokens.colorStatusSuccessForeground1 } },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  apart: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalS },
})
