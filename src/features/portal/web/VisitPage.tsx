import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { RequesterTicket } from '#features/tickets/contract/ticket-view.ts'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState, ErrorState, LoadingState } from '#ui/page/states.tsx'
import { ApiProblem } from '#ui/api/problem.ts'
import { useWords } from '#ui/words/words.ts'
import { type OwnMove, portalApi } from './queries.ts'
import { OwnTicket } from './ticket/OwnTicket.tsx'

const useStyles = makeStyles({
  column: { maxWidth: '720px', marginInline: 'auto', padding: tokens.spacingHorizontalL },
})

type Visit = { readonly token: string; readonly answer: string | null }

/** The token stands in the fragment, which no server sees; the address bar forgets it at once. */
function takeVisit(): Visit {
  const fragment = new URLSearchParams(location.hash.slice(1))
  const token = fragment.get('token')
  if (token === null) return JSON.parse(sessionStorage.getItem('visit') ?? '{"token":"","answer":null}') as Visit
  const visit = { token, answer: fragment.get('answer') }
  // A reload of the page goes on with the same visit, in this tab only.
  sessionStorage.setItem('visit', JSON.stringify(visit))
  history.replaceState(history.state, '', location.pathname)
  return visit
}

/**
 * What a link in a mail opens, without signing in. Opening it does nothing to the ticket: mail scanners open links, people press
 * buttons.
 */
export function VisitPage() {
  const t = useWords('portal')
  const styles = useStyles()
  const [visit] = useState(takeVisit)
  const [shown, setShown] = useState<RequesterTicket | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    if (visit.token === '') {
      setError(new ApiProblem(404, {}))
      return
    }
    portalApi('POST /api/v1/portal/visits', { body: { token: visit.token } }).then(setShown, setError)
  }, [visit])
  const make = async (move: OwnMove) => {
    const { version } = shown ?? { version: undefined }
    setShown(
      await portalApi('POST /api/v1/portal/moves', {
        body: { token: visit.token, move, ...(version === undefined ? {} : { version }) },
      }),
    )
  }
  const isOver = error instanceof ApiProblem && (error.status === 404 || error.status === 400)
  return (
    <div className={styles.column}>
      <Page title={shown?.subject ?? t('visit.title')}>
        {error ? (
          isOver ? (
            <EmptyState title={t('visit.over')} text={t('visit.overText')} />
          ) : (
            <ErrorState error={error} />
          )
        ) : shown ? (
          <OwnTicket shown={shown} make={make} mayAttach={false} asked={visit.answer} />
        ) : (
          <LoadingState />
        )}
      </Page>
    </div>
  )
}
