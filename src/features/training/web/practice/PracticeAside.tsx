import { Suspense } from 'react'
import { LoadingState } from '#ui/page/states.tsx'
import { onDemand } from '#ui/pages/on-demand.ts'
import { useSignedIn } from '#ui/person/signed-in.tsx'

const ExercisePanel = onDemand(() => import('./ExercisePanel.tsx').then((module) => module.ExercisePanel))

/** Beside a ticket of practice: its exercise. Nothing beside a real one. */
export function PracticeAside({ number }: { readonly number: number }) {
  if (!useSignedIn().practising) return null
  return (
    <Suspense fallback={<LoadingState rows={3} />}>
      <ExercisePanel number={number} />
    </Suspense>
  )
}
