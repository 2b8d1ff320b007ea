import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import type { Light as Colour } from '../domain/forecast.ts'

const useStyles = makeStyles({
  icon: { flexShrink: 0, fontSize: '16px', verticalAlign: 'text-bottom' },
  green: { color: tokens.colorPaletteGreenForeground1 },
  amber: { color: tokens.colorPaletteDarkOrangeForeground1 },
  red: { color: tokens.colorPaletteRedForeground1 },
})
const icons = { green: CheckmarkCircleFilled, amber: WarningFilled, red: ErrorCircleFilled }

/** A traffic light that differs in form too. The words beside it say the same. */
export function Light({ light }: { readonly light: Colour }) {
  const styles = useStyles()
  const Icon = icons[light]
  return <Icon aria-hidden className={mergeClasses(styles.icon, styles[light])} />
}
