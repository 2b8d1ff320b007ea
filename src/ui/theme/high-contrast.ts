import { teamsHighContrastTheme, type Theme } from '@fluentui/react-components'
import { tierProperties } from '../tier/tier-colours.ts'

/** Teams' contrast theme, in the letter of the other two. */
export const highContrast: Theme = {
  ...teamsHighContrastTheme,
  fontFamilyBase:
    "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, Roboto, 'Helvetica Neue', sans-serif",
  ...tierProperties('high-contrast'),
}
