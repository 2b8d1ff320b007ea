import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Switch,
  tokens,
} from '@fluentui/react-components'
import { useId, useState } from 'react'
import { useReturnFocus } from '../form/return-focus.ts'
import { Kbd } from '../keys/Kbd.tsx'
import { letterKeys, useBoundKeys } from '../keys/keys.tsx'
import { useWords } from '../words/words.ts'

const useStyles = makeStyles({
  groups: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 230px), 1fr))',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalL,
  },
  heading: {
    margin: 0,
    paddingBlock: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0 },
  row: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '32px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  meaning: { margin: 0 },
  letters: { marginTop: tokens.spacingVerticalXL },
  help: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, maxWidth: '60ch' },
})

/** Every key that works on the page behind it. */
export function KeysDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useWords('ui')
  useReturnFocus(open)
  const styles = useStyles()
  const bound = useBoundKeys()
  const [letters, setLetters] = useState(letterKeys.on())
  const help = useId()
  const groups = [...new Set(bound.map((one) => one.group))]
  return (
    <Dialog open={open} onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('keys.title')}</DialogTitle>
          <DialogContent>
            <div className={styles.groups}>
              {groups.map((group) => (
                <section key={group}>
                  <h3 className={styles.heading}>{group}</h3>
                  <dl className={styles.list}>
                    {bound
                      .filter((one) => one.group === group)
                      .map((one) => (
                        <div key={one.keys} className={styles.row}>
                          <dt>{one.label}</dt>
                          <dd className={styles.meaning}>
                            <Kbd keys={one.keys} />
                          </dd>
                        </div>
                      ))}
                  </dl>
                </section>
              ))}
            </div>
            <div className={styles.letters}>
              <Switch
                label={t('keys.letters')}
                checked={letters}
                aria-describedby={help}
                onChange={(_, { checked }) => {
                  letterKeys.set(checked)
                  setLetters(checked)
                }}
              />
              <p id={help} className={styles.help}>
                {t('keys.lettersHelp')}
              </p>
            </div>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
