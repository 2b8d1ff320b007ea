import { tokens } from '@fluentui/react-components'

const wrapping = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', minWidth: 0 } as const

/** How things stand together, for the `makeStyles` of a feature: `makeStyles({ stack: layoutStyles.stack, … })`. */
export const layoutStyles = {
  /** Parts of a page, one under the other. */
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  /** Words and badges beside each other, for as long as there is room. */
  row: { ...wrapping, columnGap: tokens.spacingHorizontalS, rowGap: tokens.spacingVerticalXS },
  /** Buttons and fields beside each other. */
  wideRow: { ...wrapping, columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalS },
  /** A list whose items draw their own lines. */
  bareList: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  /** A fieldset. */
  part: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    margin: 0,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    minWidth: 0,
  },
  /** What a fieldset is about. */
  legend: { fontWeight: tokens.fontWeightSemibold, paddingInline: tokens.spacingHorizontalS },
} as const
