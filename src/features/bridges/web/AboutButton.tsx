import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Hidden } from '#ui/notice/announce.tsx'

type AboutButtonProps = {
  /** What the button is about, as somebody typed it: said to whoever does not see what it stands beside. */
  readonly about: string
  readonly onClick: () => void
  readonly working?: boolean
  readonly subtle?: boolean
  readonly children: ReactNode
}

/** A small button beside one of many: all of them say the same, so each is named by what it is about. */
export function AboutButton({ about, onClick, working = false, subtle = false, children }: AboutButtonProps) {
  return (
    <Button
      size="small"
      appearance={subtle ? 'subtle' : 'secondary'}
      disabledFocusable={working}
      onClick={onClick}
    >
      {children}
      <span dir="auto">
        <Hidden>{` ${about}`}</Hidden>
      </span>
    </Button>
  )
}
