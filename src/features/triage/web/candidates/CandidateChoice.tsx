import { makeStyles, Radio, RadioGroup } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { FormField } from '#ui/form/FormField.tsx'
import type { Slots } from '#ui/pages/slots.tsx'
import { useWords } from '#ui/words/words.ts'
import { CandidateBadges } from './CandidateBadges.tsx'
import { triageOfTicket } from './candidate-queries.ts'

const useStyles = makeStyles({ why: { display: 'block' } })
const most = 5

/** In the dialog that records a cause: the candidates of the ticket, those that helped first. */
export function CandidateChoice({ ticketId, chosen, onChoose }: Slots['tickets.knownIssues']) {
  const t = useWords('triage')
  const styles = useStyles()
  const candidates = useQuery(triageOfTicket(ticketId)).data?.candidates ?? []
  const sorted = candidates.toSorted(
    (one, other) => Number(other.outcome?.helped ?? false) - Number(one.outcome?.helped ?? false),
  )
  if (sorted.length === 0) return null
  return (
    <FormField label={t('candidates.title')} required>
      <RadioGroup
        value={chosen ?? ''}
        onChange={(_, { value }) => {
          const found = sorted.find(({ issue }) => issue.id === value)
          if (found) onChoose(found.issue)
        }}
      >
        {sorted.slice(0, most).map(({ issue, outcome }) => (
          <Radio
            key={issue.id}
            value={issue.id}
            label={
              <>
                {issue.symptom[t.language]} <CandidateBadges issue={issue} />
                {outcome?.helped && <span className={styles.why}>{t('candidates.didHelp')}</span>}
              </>
            }
          />
        ))}
      </RadioGroup>
    </FormField>
  )
}
