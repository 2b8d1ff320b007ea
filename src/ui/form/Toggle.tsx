import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactElement, ReactNode } from 'react'

const useStyles = makeStyles({
  on: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '@media (forced-colors: active)': { outline: '2px solid' },
  },
})

export type ToggleProps = {
  readonly checked: boolean
  readonly onClick: () => void
  readonly appearance?: 'subtle'
  readonly size?: 'small'
  readonly icon?: ReactElement
  readonly children: ReactNode
}

/** A button that is on or off. Fluent's own brings a button's styles a second time, three kB. */
export function Toggle({ checked, icon, ...button }: ToggleProps) {
  const styles = useStyles()
  return (
    <Button
      {...button}
      {...(icon ? { icon } : {})}
      aria-pressed={checked}
      className={mergeClasses(checked && styles.on)}
    />
  )
}
