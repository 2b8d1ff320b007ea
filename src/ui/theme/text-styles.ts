import { tokens } from '@fluentui/react-components'

/** How text differs from what stands around it, for the `makeStyles` of a feature: `makeStyles({ ...textStyles, … })`. */
export const textStyles = {
  quiet: { color: tokens.colorNeutralForeground2 },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  /** A paragraph whose distance the layout keeps. */
  plain: { margin: 0 },
} as const
