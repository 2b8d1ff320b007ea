import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { useWords } from '../words/words.ts'
import type { Draft } from './draft.ts'

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  text: { color: tokens.colorNeutralForeground2 },
})

/** Says that what is shown was typed earlier, and offers to begin again. */
export function DraftNotice({ draft }: { readonly draft: Pick<Draft<unknown>, 'restored' | 'clear'> }) {
  const t = useWords('ui')
  const styles = useStyles()
  if (!draft.restored) return null
  return (
    <div className={styles.row} role="status">
      <Caption1 className={styles.text}>{t('form.restored')}</Caption1>
      <Button size="small" appearance="transparent" onClick={draft.clear}>
        {t('form.discard')}
      </Button>
    </div>
  )
}
