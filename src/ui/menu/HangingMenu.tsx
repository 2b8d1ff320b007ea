import { makeStyles, Menu, MenuList, MenuPopover, type MenuProps, mergeClasses } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  // Inside the page's landmark, so above what follows the button.
  menu: { zIndex: 10, maxWidth: '94vw' },
})

export type HangingMenuProps = Pick<MenuProps, 'checkedValues' | 'onCheckedValueChange'> & {
  readonly children: ReactNode
  /** The button it hangs from, which shows and hides it. */
  readonly target: HTMLElement | null
  readonly onClose: () => void
  readonly className?: string | undefined
}

/** Fluent's menu as every menu here is: open while it is rendered, and inline, or axe finds its words outside every landmark. */
export function HangingMenu({ target, onClose, className, children, ...checked }: HangingMenuProps) {
  const styles = useStyles()
  return (
    <Menu
      open
      inline
      onOpenChange={(event, { open, type }) => {
        const isOutside = type === 'clickOutside'
        if (open || (isOutside && event.target instanceof Node && target?.contains(event.target))) return
        onClose()
        if (!isOutside) target?.focus()
      }}
      positioning={{ target, position: 'below', align: 'end', offset: 4 }}
      {...checked}
    >
      <MenuPopover className={mergeClasses(styles.menu, className)}>
        <MenuList>{children}</MenuList>
      </MenuPopover>
    </Menu>
  )
}
