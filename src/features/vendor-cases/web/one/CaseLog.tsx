import { Timeline, TimelineItem } from '#ui/show/Timeline.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CaseView } from '../../contract/answers.ts'

/** Who did what with the case, oldest first. */
export function CaseLog({ view }: { readonly view: CaseView }) {
  const t = useWords('vendor-cases')
  return (
    <Timeline label={t('log.title')}>
      {view.log.map(({ at, by, what, details }, index) => (
        <TimelineItem
          key={index}
          at={at}
          who={by?.name ?? t('log.system')}
          title={t.any(`log.${what}`, {
            ...details,
            ...('form' in details ? { form: t.any(`case.forms.${details['form']}`) } : {}),
            ...('sha256' in details ? { sha256: String(details['sha256']).slice(0, 12) } : {}),
          })}
        />
      ))}
    </Timeline>
  )
}
