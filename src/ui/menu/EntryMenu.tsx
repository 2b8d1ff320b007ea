import { makeStyles, MenuDivider, MenuItem, MenuItemCheckbox, tokens } from '@fluentui/react-components'
import { Fragment } from 'react'
import { HangingMenu, type HangingMenuProps } from './HangingMenu.tsx'

const useStyles = makeStyles({
  // Why it cannot be done is there to be read, unlike the name of what is off.
  why: { color: tokens.colorNeutralForeground2 },
})

export type MenuEntry = {
  readonly key: string
  readonly text: string
  readonly run: () => void
  /** Stands at the end of the line: a key. */
  readonly detail?: string | undefined
  readonly off?: boolean
  /** Why it is off. */
  readonly why?: string | null
  /** It is on or off rather than done; the menu stays. */
  readonly checked?: boolean
  /** A line stands above it. */
  readonly apart?: boolean
}

type Props = Pick<HangingMenuProps, 'target' | 'onClose'> & { readonly entries: readonly MenuEntry[] }

export function EntryMenu({ entries, ...place }: Props) {
  const styles = useStyles()
  const checked = entries.filter((entry) => entry.checked === true).map(({ key }) => key)
  return (
    <HangingMenu {...place} checkedValues={{ entries: checked }}>
      {entries.map((entry) => (
        <Fragment key={entry.key}>
          {entry.apart && <MenuDivider />}
          {entry.checked === undefined ? (
            <MenuItem
              disabled={entry.off === true}
              {...(entry.why ? { subText: { children: entry.why, className: styles.why } } : {})}
              {...(entry.detail ? { secondaryContent: entry.detail } : {})}
              onClick={entry.run}
            >
              {entry.text}
            </MenuItem>
          ) : (
            <MenuItemCheckbox name="entries" value={entry.key} disabled={entry.off === true} onClick={entry.run}>
              {entry.text}
            </MenuItemCheckbox>
          )}
        </Fragment>
      ))}
    </HangingMenu>
  )
}
