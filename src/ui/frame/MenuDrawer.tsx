import { Button, DrawerBody, DrawerHeader, DrawerHeaderTitle, OverlayDrawer } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useReturnFocus } from '../form/return-focus.ts'
import { useWords } from '../words/words.ts'
import type { Place } from './nav.ts'
import { PlaceList } from './Places.tsx'

type MenuDrawerProps = {
  readonly open: boolean
  readonly places: readonly Place[]
  readonly onClose: () => void
}

/** Every place, on windows too small for the rail. */
export function MenuDrawer({ open, places, onClose }: MenuDrawerProps) {
  const t = useWords('ui')
  useReturnFocus(open)
  return (
    <OverlayDrawer open={open} onOpenChange={onClose} size="small" aria-label={t('frame.menu')}>
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button appearance="subtle" icon={<DismissRegular />} aria-label={t('close')} onClick={onClose} />
          }
        >
          {t('product')}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <PlaceList places={places} label={t('frame.navigation')} onGo={onClose} />
      </DrawerBody>
    </OverlayDrawer>
  )
}
