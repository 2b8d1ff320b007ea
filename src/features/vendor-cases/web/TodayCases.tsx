import { useQuery } from '@tanstack/react-query'
import { CloudArrowUpRegular } from '@fluentui/react-icons/svg/cloud-arrow-up'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import { NewsLine } from '#ui/show/NewsLine.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CaseLine } from '../contract/answers.ts'
import { caseList, useLiveCases } from './queries.ts'

/** On Today: cases in which something is asked of us, or the vendor is late. Mine first; a lead sees those of others too. */
export function TodayCases() {
  const t = useWords('vendor-cases')
  const person = useSignedIn()
  const list = useQuery(caseList('open'))
  useLiveCases()
  const leads = person.roles.includes('lead')
  const asks = (list.data?.cases ?? [])
    .filter((one) => one.owner?.id === person.id || leads)
    .flatMap((one) => {
      const why = reasonFor(one)
      return why ? [{ one, why }] : []
    })
    .slice(0, 5)
  return asks.map(({ one, why }) => (
    <NewsLine
      key={one.id}
      icon={<CloudArrowUpRegular aria-hidden />}
      to={`/cases/${one.id}`}
      action={t('today.open')}
    >
      {t(`today.${why}`, { number: one.ticket.number, supplier: one.supplier })}
      {one.next.what === '' ? '' : ` · ${one.next.what}`}
    </NewsLine>
  ))
}

function reasonFor({ state, clock, unproven }: CaseLine): 'late' | 'us' | 'unproven' | null {
  if (state !== 'open') return null
  if (clock.is === 'late' && clock.who === 'vendor') return 'late'
  if (unproven > 0) return 'unproven'
  const isOurs = clock.is === 'late' || (clock.is === 'waiting' && clock.for === 'us')
  return isOurs ? 'us' : null
}
