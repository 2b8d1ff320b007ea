import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiProblem } from '../api/problem.ts'
import type { RefusalWords } from './problem-text.ts'
import { ErrorState, LoadingState, NoPermission } from './states.tsx'

export type LoadedProps<T> = {
  readonly query: UseQueryResult<T>
  readonly children: (data: T) => ReactNode
  /** What is shown while the first answer is on its way. */
  readonly skeleton?: ReactNode
  readonly refusalWords?: RefusalWords
}

/** What a query brought, or the state that stands for it. Data once shown stays while it is fetched again or that fails. */
export function Loaded<T>({ query, children, skeleton, refusalWords }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.isPending) return skeleton ?? <LoadingState />
  if (query.error instanceof ApiProblem && query.error.status === 403) return <NoPermission />
  return (
    <ErrorState
      error={query.error}
      onRetry={() => void query.refetch()}
      {...(refusalWords ? { refusalWords } : {})}
    />
  )
}
