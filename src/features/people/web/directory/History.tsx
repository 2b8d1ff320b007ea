import { EditRegular } from '@fluentui/react-icons/svg/edit'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Section } from '#ui/page/Page.tsx'
import { Timeline, TimelineItem } from '#ui/show/Timeline.tsx'
import { useWords } from '#ui/words/words.ts'
import type { PeopleChange } from '../../contract/views.ts'
import type { z } from 'zod'
import { usePeopleStyles } from '../people-styles.ts'
import { changesOf } from '../queries.ts'

type Change = z.infer<typeof PeopleChange>

/** Who changed what about this person. */
export function History({ subject }: { readonly subject: string }) {
  const t = useWords('people')
  const query = useQuery(changesOf(subject))
  const titleOf = (change: Change) => {
    const key = `history.what.${whatOf(change)}`
    return t.has(key) ? t.any(key) : t('history.changed')
  }
  return (
    <Section title={t('history.title')} card>
      <Loaded query={query}>
        {({ changes }) => (
          <Timeline label={t('history.title')}>
            {changes.map((change) => (
              <TimelineItem
                key={change.id}
                at={change.at}
                who={change.by?.name ?? t('history.tierwise')}
                icon={<EditRegular />}
                title={titleOf(change)}
              >
                <Details change={change} />
              </TimelineItem>
            ))}
          </Timeline>
        )}
      </Loaded>
    </Section>
  )
}

/** Becoming a team's lead is recorded as the same membership, set differently. */
function whatOf({ what, before, after }: Change): string {
  if (what !== 'membership-set' || before === null) return what
  return after?.['isLead'] === true ? 'lead-made' : 'lead-ended'
}

const told = ['name', 'email', 'roles', 'team', 'tier', 'reason', 'groups'] as const

/** Values from before and after, where they are words that a person knows. */
function Details({ change }: { readonly change: Change }) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const lines = told.flatMap((field) => {
    const [before, after] = [change.before?.[field], change.after?.[field]]
    if (before === undefined && after === undefined) return []
    const words = (value: unknown) => (field === 'roles' ? roleWords(value, t.any) : plain(value))
    const parts = { field: t(`history.field.${field}`), before: words(before), after: words(after) }
    if (before === undefined || parts.before === parts.after) return [t('history.is', parts)]
    return [after === undefined ? t('history.was', parts) : t('history.fromTo', parts)]
  })
  if (lines.length === 0) return null
  return <div className={`${styles.quiet} ${styles.small}`}>{lines.join(' · ')}</div>
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.join(', ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '–'
}

function roleWords(value: unknown, say: (key: string) => string): string {
  return Array.isArray(value) && value.length > 0
    ? value.map((role) => say(`role.${String(role)}`)).join(', ')
    : '–'
}
