import { Button, type ButtonProps } from '@fluentui/react-components'
import { Suspense, useState } from 'react'
import { onDemand, useFetchedWhenIdle } from '../pages/on-demand.ts'
import type { MenuEntry } from './EntryMenu.tsx'

const EntryMenu = onDemand(() => import('./EntryMenu.tsx').then((module) => module.EntryMenu))
const menus = [EntryMenu]

export type MenuButtonProps = Pick<ButtonProps, 'appearance' | 'size' | 'icon' | 'aria-label' | 'children'> & {
  readonly entries: readonly MenuEntry[]
}

/** A button with a menu; the menu's script comes after the page. */
export function MenuButton({ entries, ...button }: MenuButtonProps) {
  const [element, setElement] = useState<HTMLButtonElement | null>(null)
  const [open, setOpen] = useState(false)
  useFetchedWhenIdle(menus)
  return (
    <>
      <Button
        {...button}
        ref={setElement}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return
          event.preventDefault()
          setOpen(true)
        }}
      />
      <Suspense>
        {open && <EntryMenu entries={entries} target={element} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  )
}
