import { type Theme, webDarkTheme } from '@fluentui/react-components'
import { tierProperties } from '../tier/tier-colours.ts'

export const dark: Theme = {
  ...webDarkTheme,
  // Fluent's own has 4.2 to 1 on a card, where text needs 4.5.
  colorStatusDangerForeground1: webDarkTheme.colorPaletteRedForeground1,
  ...tierProperties('dark'),
}
