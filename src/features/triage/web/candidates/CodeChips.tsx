import { Toggle } from '#ui/form/Toggle.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import type { TriageView } from '../../contract/candidates.ts'
import { useCandidateStyles } from './candidate-styles.ts'

type Code = TriageView['codes'][number]
type Props = {
  readonly codes: readonly Code[]
  readonly asked: string | null
  readonly onAsk: (code: string | null) => void
  /** Whether this person may write a known issue down. */
  readonly mayWrite: boolean
}

/** The codes of a ticket; pressed, each says what has it. */
export function CodeChips({ codes, asked, onAsk, mayWrite }: Props) {
  const t = useWords('triage')
  const styles = useCandidateStyles()
  const chosen = codes.find(({ code }) => code === asked)
  if (codes.length === 0) return null
  return (
    <div className={styles.gap}>
      <div className={styles.row} role="group" aria-label={t('codes.title')}>
        {codes.map(({ code, written }) => (
          <Toggle
            key={code}
            size="small"
            checked={code === asked}
            onClick={() => onAsk(code === asked ? null : code)}
          >
            {written}
          </Toggle>
        ))}
      </div>
      {chosen && (
        <p className={`${styles.plain} ${styles.small}`} role="status">
          {chosen.issues.length === 0
            ? t('codes.unknown', { code: chosen.written })
            : t('codes.known', { code: chosen.written, count: chosen.issues.length })}{' '}
          {chosen.issues.length === 0 && mayWrite && (
            <PageLink to="/knowledge/new" search={{ code: chosen.written }}>
              {t('codes.write')}
            </PageLink>
          )}
        </p>
      )}
    </div>
  )
}
