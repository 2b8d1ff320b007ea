import { makeStyles, tokens } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import type { PlanFilePreview } from '../../contract.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { excerptOf } from './excerpt.ts'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
  },
  error: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  what: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  advice: { margin: 0, overflowWrap: 'anywhere' },
  where: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  line: {
    margin: 0,
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  number: { color: tokens.colorNeutralForeground2, userSelect: 'none' },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', minWidth: 0 },
  mark: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
  },
})

type FileErrorsProps = { readonly preview: PlanFilePreview; readonly text: string }

/** What is wrong in the file, in its order: the line with a mark, what is wrong, and what to do. */
export function FileErrors({ preview: { errors, more, plan }, text }: FileErrorsProps) {
  const { t } = usePlanWords()
  const styles = useStyles()
  const title = plan ? t('file.import.unfinished') : t('file.import.broken')
  return (
    <Section title={`${title} (${errors.length + more})`}>
      <ol className={styles.list}>
        {errors.map(({ line, column, field, what, advice }) => {
          const excerpt = excerptOf(text, line, column)
          return (
            <li key={`${line}:${column}:${what}`} className={styles.error}>
              <p className={styles.what}>{what}</p>
              <div className={styles.line}>
                <span className={styles.number}>{line}</span>
                <code className={styles.text}>
                  {excerpt.before}
                  <mark className={styles.mark}>{excerpt.marked}</mark>
                  {excerpt.after}
                </code>
              </div>
              <p className={styles.advice}>{advice}</p>
              <p className={styles.where}>
                {t('file.line', { line, column })}
                {field !== '' && ` · ${field}`}
              </p>
            </li>
          )
        })}
      </ol>
      {more > 0 && <p className={styles.advice}>{t('file.more', { count: more })}</p>}
    </Section>
  )
}
