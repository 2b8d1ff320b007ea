import type { NoticeTeller, ShownNotice } from '#features/notices/server/actions.ts'
import { staffRoles } from '#features/people/domain/person.ts'
import { indexIn } from './issue-index.ts'
import { reviewIn } from './standing.ts'

/** What notices of knowledge are about: one issue by its symptom, or how many reviews are due. */
export const knowledgeNotices: NoticeTeller = async (tx, { roles, language }, notices) => {
  if (!staffRoles.some((role) => roles.includes(role))) return new Map()
  const isDue = notices.some(({ kind }) => kind === 'overdue')
  const due = isDue ? [...(await reviewIn(tx)).values()].filter((all) => all.includes('overdue')).length : 0
  const index = await indexIn(tx)
  const shown = new Map<string, ShownNotice>()
  for (const { id, kind, about } of notices) {
    const issue = index.byId(about)
    if (kind === 'overdue') {
      if (due > 0) shown.set(id, { link: '/knowledge/review', title: null, values: { count: due } })
    } else if (issue) {
      const title = issue.symptom[language] || issue.symptom[language === 'nl' ? 'en' : 'nl']
      shown.set(id, { link: `/knowledge/${about}`, title })
    }
  }
  return shown
}
