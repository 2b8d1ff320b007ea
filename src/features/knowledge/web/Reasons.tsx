import { Badge, mergeClasses } from '@fluentui/react-components'
import { useWords } from '#ui/words/words.ts'
import type { FoundIssue } from '../contract/issue-view.ts'
import { useKnowledgeStyles } from './knowledge-styles.ts'

/** Why an issue was found: the code first, then the words. */
export function Reasons({ why }: { readonly why: FoundIssue['why'] }) {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  if (why.length === 0) return null
  return (
    <span
      className={mergeClasses(styles.tags, styles.quiet, styles.small)}
      aria-label={t('why.label')}
      role="group"
    >
      {why.map((reason) => {
        if (reason.kind === 'code')
          return (
            <Badge key="code" appearance="tint" color="brand">
              {t('why.code', { code: reason.code })}
            </Badge>
          )
        if (reason.kind === 'words')
          return <span key="words">{t('why.words', { words: reason.words.slice(0, 6).join(', ') })}</span>
        return <span key="platform">{t('why.platform', { platform: t(`platform.${reason.platform}`) })}</span>
      })}
    </span>
  )
}
