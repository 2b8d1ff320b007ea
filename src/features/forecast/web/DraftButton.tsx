import { Button } from '@fluentui/react-components'
import { planEditors } from '#features/plan/domain/versions/version.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { useGo } from '#ui/pages/address.ts'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { type Inputs, type Levers, peopleIn } from '../domain/assumptions/levers.ts'
import { usePutIntoDraft } from './queries.ts'
import { useForecastWords } from './words.ts'

/** Writes the people that were tried into the plan's draft. What else was tried is no part of a plan. */
export function DraftButton({ saved, levers }: { readonly saved: Inputs; readonly levers: Levers }) {
  const { t } = useForecastWords()
  const me = useSignedIn()
  const put = usePutIntoDraft()
  const toast = useToast()
  const say = useProblemText()
  const go = useGo()
  const people = Object.fromEntries(
    Object.entries(levers.people)
      .filter(([level, more]) => more !== 0 && saved.assumptions.tiers[level]?.agents === null)
      .map(([level, more]) => [level, Math.max(0, peopleIn(saved, level) + more)]),
  )
  if (!hasAnyRole(me, planEditors)) return null
  const write = async () => {
    try {
      const draft = await put.mutateAsync(people)
      toast({ text: t('levers.inDraft', { number: draft.number }), tone: 'success' })
      go('/plan/draft')
    } catch (error) {
      toast({ text: say(error).sentence, tone: 'error' })
    }
  }
  return (
    <Button
      appearance="primary"
      disabledFocusable={Object.keys(people).length === 0 || put.isPending}
      onClick={() => void write()}
    >
      {t('levers.toDraft')}
    </Button>
  )
}
