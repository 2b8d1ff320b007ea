import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useReturnFocus } from '#ui/form/return-focus.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { ActionView } from '../../contract/actions.ts'
import { deviceApi } from '../queries.ts'

export type PlaceDialogProps = {
  readonly action: ActionView
  readonly open: boolean
  readonly onClose: () => void
}

/** Where the device was found. Opening it is a look, which is recorded; nothing of it is kept on the page. */
export function PlaceDialog({ action: one, open, onClose }: PlaceDialogProps) {
  const t = useWords('devices')
  const ui = useWords('ui')
  const refusalWords = useRefusals('devices')
  useReturnFocus(open)
  const query = useQuery({
    queryKey: ['devices', 'place', one.id],
    queryFn: () => deviceApi('POST /api/v1/devices/actions/:id/location', { params: { id: one.id } }),
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  return (
    <Dialog open={open} onOpenChange={(_, { open: wanted }) => !wanted && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('acting.whereOf', { device: one.deviceName })}</DialogTitle>
          <DialogContent>
            <Loaded query={query} refusalWords={refusalWords}>
              {({ latitude, longitude, at, accuracy }) => (
                <>
                  <p>
                    {t('acting.whereText', { latitude: latitude.toFixed(5), longitude: longitude.toFixed(5) })}
                    {accuracy !== null && `, ${t('acting.accuracy', { count: Math.round(accuracy) })}`}
                  </p>
                  {at !== null && (
                    <p>
                      {t('acting.whereAt')} <Time at={at} form="both" />
                    </p>
                  )}
                  <p>{t('acting.whereLogged')}</p>
                </>
              )}
            </Loaded>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {ui('close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
