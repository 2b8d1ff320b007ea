import { teamsHighContrastTheme, type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components'
import { tierProperties } from '../tier/tier-colours.ts'

export type ThemeKind = 'light' | 'dark' | 'high-contrast'

export const themes: Record<ThemeKind, Theme> = {
  light: { ...webLightTheme, ...tierProperties('light') },
  dark: { ...webDarkTheme, ...tierProperties('dark') },
  'high-contrast': {
    ...teamsHighContrastTheme,
    fontFamilyBase: webLightTheme.fontFamilyBase,
    ...tierProperties('high-contrast'),
  },
}
