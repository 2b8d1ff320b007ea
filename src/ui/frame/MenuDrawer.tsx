import { Button, DrawerBody, DrawerHeader, DrawerHeaderTitle, OverlayDrawer } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useWords } from '../words/words.ts'
import type { Place } from './nav.ts'
import { PlaceList } from './Places.tsx'

/** Every place, on windows too small for the rail. */
export function MenuDrawer({
  places,
  onClose,
}: {
  readonly places: readonly Place[]
  readonly onClose: () => void
}) {
  const t = useWords('ui')
  return (
    <OverlayDrawer open onOpenChange={onClose} size="small" aria-label={t('frame.menu')}>
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
