import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useReturnFocus } from '#ui/form/return-focus.ts'
import type { ShownDialog } from '#ui/form/shown-dialog.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { CopyButton } from '../CopyButton.tsx'
import { usePeopleStyles } from '../people-styles.ts'

export type ShownLink = {
  readonly kind: 'invitation' | 'password-reset'
  readonly name: string
  readonly address: string
  readonly expiresAt: string
  readonly mailed: boolean
}

export type LinkDialogProps = { readonly dialog: ShownDialog<ShownLink> }

/** Shows a one-time link: the only moment at which it can be seen. */
export function LinkDialog({ dialog }: LinkDialogProps) {
  const t = useWords('people')
  const ui = useWords('ui')
  const styles = usePeopleStyles()
  const { of: link, open, hide } = dialog
  useReturnFocus(open)
  if (!link) return null
  return (
    <Dialog open={open} onOpenChange={(_, { open: wanted }) => !wanted && hide()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t(`link.${link.kind}`, { name: link.name })}</DialogTitle>
          <DialogContent className={styles.stack}>
            <p className={styles.plain}>{link.mailed ? t('link.mailed') : t('link.handOver')}</p>
            <code className={styles.secret}>{link.address}</code>
            <div className={styles.row}>
              <CopyButton text={link.address} />
              <span className={styles.quiet}>
                {t('link.until')} <Time at={link.expiresAt} />
              </span>
            </div>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={hide}>
              {ui('close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
