import { makeStyles, tokens } from '@fluentui/react-components'
import { Fragment } from 'react'
import { useWords } from '../words/words.ts'

const useStyles = makeStyles({
  keys: { display: 'inline-flex', alignItems: 'center', columnGap: '4px', whiteSpace: 'nowrap' },
  key: {
    display: 'inline-block',
    minWidth: '22px',
    paddingInline: '6px',
    textAlign: 'center',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  between: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** Keys as they look on a keyboard: `Ctrl+k` as two caps, `g d` as one after the other. */
export function Kbd({ keys }: { readonly keys: string }) {
  const t = useWords('ui')
  const styles = useStyles()
  return (
    <span className={styles.keys}>
      {keys.split(' ').map((stroke, index) => (
        <Fragment key={`${stroke} ${index}`}>
          {index > 0 && <span className={styles.between}>{t('keys.then')}</span>}
          {stroke.split('+').map((key) => (
            <kbd key={key} className={styles.key}>
              {t.has(`keys.names.${key}`)
                ? t.any(`keys.names.${key}`)
                : key.length === 1
                  ? key.toUpperCase()
                  : key}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  )
}
