import { Badge, Button, Link } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { useQueryClient } from '@tanstack/react-query'
import { Hidden } from '#ui/notice/announce.tsx'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import type { Resource } from '../../contract/issue-view.ts'
import { useKnowledgeStyles } from '../knowledge-styles.ts'
import { knowledgeApi, knowledgeKey } from '../queries.ts'

export type ResourceListProps = {
  readonly resources: readonly Resource[]
  readonly none: string
  readonly mayReview: boolean
}

/** Links with what kind they are; whoever added one, or may review, takes it away. */
export function ResourceList({ resources, none, mayReview }: ResourceListProps) {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const me = useSignedIn()
  const queryClient = useQueryClient()
  const { working, attempt } = useAttempt(useRefusals('knowledge'))
  const remove = (id: string) =>
    attempt(
      () => knowledgeApi('DELETE /api/v1/knowledge/resources/:id', { params: { id } }),
      () => queryClient.invalidateQueries({ queryKey: knowledgeKey }),
    )
  if (resources.length === 0) return <p className={styles.plain}>{none}</p>
  return (
    <ul className={styles.bare}>
      {resources.map((resource) => (
        <li key={resource.id} className={styles.row}>
          <Link href={resource.url} target="_blank" rel="noopener noreferrer" inline>
            {resource.title}
            <Hidden>{` (${t('resources.newTab')})`}</Hidden>
          </Link>
          <Badge appearance="outline">{t(`resources.kinds.${resource.kind}`)}</Badge>
          {(mayReview || resource.by?.id === me.id) && (
            <Button
              size="small"
              appearance="subtle"
              icon={<DeleteRegular />}
              disabled={working}
              aria-label={t('resources.removeOf', { title: resource.title })}
              onClick={() => void remove(resource.id)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
