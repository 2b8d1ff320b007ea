import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { colourOf, initialsOf } from './initials.ts'

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    borderRadius: tokens.borderRadiusCircular,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: 1,
    userSelect: 'none',
    outline: `1px solid ${tokens.colorTransparentStroke}`,
  },
  small: { width: '20px', height: '20px', fontSize: '9px' },
  medium: { width: '28px', height: '28px', fontSize: '11px' },
  large: { width: '40px', height: '40px', fontSize: '15px' },
  navy: { backgroundColor: tokens.colorPaletteNavyBackground2, color: tokens.colorPaletteNavyForeground2 },
  forest: { backgroundColor: tokens.colorPaletteForestBackground2, color: tokens.colorPaletteForestForeground2 },
  plum: { backgroundColor: tokens.colorPalettePlumBackground2, color: tokens.colorPalettePlumForeground2 },
  teal: { backgroundColor: tokens.colorPaletteTealBackground2, color: tokens.colorPaletteTealForeground2 },
  brown: { backgroundColor: tokens.colorPaletteBrownBackground2, color: tokens.colorPaletteBrownForeground2 },
  grape: { backgroundColor: tokens.colorPaletteGrapeBackground2, color: tokens.colorPaletteGrapeForeground2 },
  steel: { backgroundColor: tokens.colorPaletteSteelBackground2, color: tokens.colorPaletteSteelForeground2 },
  cranberry: {
    backgroundColor: tokens.colorPaletteCranberryBackground2,
    color: tokens.colorPaletteCranberryForeground2,
  },
})

const colours = ['navy', 'forest', 'plum', 'teal', 'brown', 'grape', 'steel', 'cranberry'] as const

export type InitialsProps = { readonly name: string; readonly size?: 'small' | 'medium' | 'large' }

/** A person's mark beside their name; it says nothing that the name does not. */
export function Initials({ name, size = 'medium' }: InitialsProps) {
  const styles = useStyles()
  const colour = colours[colourOf(name, colours.length)] ?? 'steel'
  return (
    <span className={mergeClasses(styles.mark, styles[size], styles[colour])} aria-hidden>
      {initialsOf(name)}
    </span>
  )
}
