import { useWords } from '#ui/words/words.ts'
import type { IssueDetail } from '../contract/issue-view.ts'
import { partOf, type TextPart } from '../domain/issue-text.ts'
import { usePlatformNames, useTierName } from './IssueBadges.tsx'
import { useKnowledgeStyles } from './knowledge-styles.ts'

type Text = IssueDetail['text']
export type PartTextProps = { readonly text: Text; readonly part: TextPart }

/** One part of a text, to be laid beside the same part of another. */
export function PartText({ text, part }: PartTextProps) {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const lines = useLines(text, part)
  if (lines.length === 0) return <span className={styles.quiet}>{t('history.empty')}</span>
  if (lines.length === 1) return <span dir="auto">{lines[0]}</span>
  return (
    <ol className={styles.steps}>
      {lines.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ol>
  )
}

function useLines(text: Text, part: TextPart): readonly string[] {
  const t = useWords('knowledge')
  const names = usePlatformNames()
  const tierName = useTierName()
  if (part === 'platforms') return [names(text.platforms)]
  if (part === 'area') return [t(`area.${text.area}`)]
  if (part === 'typicalTier') return [tierName(text.typicalTier)]
  if (part === 'evidence') return text.evidence.map((one) => one[t.language] || one.nl || one.en)
  const value = partOf(text as Parameters<typeof partOf>[0], part)
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'string' && value !== '' ? [value] : []
}
