import { type Theme, webDarkTheme } from '@fluentui/react-components'
import { tierProperties } from '../tier/tier-colours.ts'

export const dark: Theme = { ...webDarkTheme, ...tierProperties('dark') }
