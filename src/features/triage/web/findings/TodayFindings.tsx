import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import { findingsNow, useLiveFindings } from './finding-queries.ts'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
})

/** On Today: what was found in Intune and waits for somebody to say what becomes of it. */
export function TodayFindings() {
  const t = useWords('triage')
  const styles = useStyles()
  const found = useQuery(findingsNow).data
  useLiveFindings()
  const hints = found?.findings.filter(({ state }) => state === 'told').length ?? 0
  if (hints === 0) return null
  return (
    <div className={styles.line}>
      <span className={styles.text}>{t('findings.today', { count: hints })}</span>
      <ButtonLink size="small" to="/desk/findings">
        {t('findings.look')}
      </ButtonLink>
    </div>
  )
}
