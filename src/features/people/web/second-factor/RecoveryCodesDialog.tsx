import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components'
import { useReturnFocus } from '#ui/form/return-focus.ts'
import type { ShownDialog } from '#ui/form/shown-dialog.ts'
import { useWords } from '#ui/words/words.ts'
import { CopyButton } from '../CopyButton.tsx'
import { usePeopleStyles } from '../people-styles.ts'

const useStyles = makeStyles({
  codes: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(12rem, 1fr))',
    listStyleType: 'none',
    margin: 0,
  },
})

/** The only moment at which recovery codes can be seen: it is left by its button alone. */
export function RecoveryCodesDialog({ dialog }: { readonly dialog: ShownDialog<readonly string[]> }) {
  const t = useWords('people')
  const people = usePeopleStyles()
  const styles = useStyles()
  const { of: codes, open, hide } = dialog
  useReturnFocus(open)
  if (codes === null) return null
  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_, { open: wanted }) => !wanted && hide()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('secondFactor.codes.dialog')}</DialogTitle>
          <DialogContent className={people.stack}>
            <p className={people.plain}>{t('secondFactor.codes.once')}</p>
            <ul className={`${people.secret} ${styles.codes}`}>
              {codes.map((code) => (
                <li key={code}>
                  <code>{code}</code>
                </li>
              ))}
            </ul>
            <div className={people.row}>
              <CopyButton text={codes.join('\n')} />
            </div>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={hide}>
              {t('secondFactor.codes.kept')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
