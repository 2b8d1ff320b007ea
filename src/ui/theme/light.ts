import { type Theme, webLightTheme } from '@fluentui/react-components'
import { tierProperties } from '../tier/tier-colours.ts'

export const light: Theme = { ...webLightTheme, ...tierProperties('light') }
