import { useQuery } from '@tanstack/react-query'
import { ApiProblem } from '#ui/api/problem.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { useGo } from '#ui/pages/address.ts'
import { useBeginDraft, versions } from './queries.ts'

/** The version that is being worked on or waits for approval, for those who may edit. */
export function useOpenVersion() {
  return useQuery(versions).data?.versions.find(({ state }) => state === 'draft' || state === 'in-review')
}

/** Begins a draft of the plan in force, or goes on in the one that there is. */
export function useEditPlan(): { readonly edit: () => Promise<void>; readonly waiting: boolean } {
  const go = useGo()
  const open = useOpenVersion()
  const listed = useQuery(versions).isPending
  const begin = useBeginDraft()
  const toast = useToast()
  const say = useProblemText()
  const edit = async () => {
    try {
      if (!open) await begin.mutateAsync(undefined)
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'draft-exists') {
        toast({ text: say(error).sentence, tone: 'error' })
        return
      }
    }
    go('/plan/draft')
  }
  return { edit, waiting: listed || begin.isPending }
}
