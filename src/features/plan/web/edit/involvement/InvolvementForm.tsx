import { BridgesForm } from './BridgesForm.tsx'
import { CommitmentsForm } from './CommitmentsForm.tsx'
import { ReadinessForm } from './ReadinessForm.tsx'
import { ResourcesForm } from './ResourcesForm.tsx'
import { RolloutForm } from './RolloutForm.tsx'

/** How is the support team involved early? */
export function InvolvementForm() {
  return (
    <>
      <RolloutForm />
      <BridgesForm />
      <CommitmentsForm />
      <ReadinessForm />
      <ResourcesForm />
    </>
  )
}
