import { CategoriesForm } from './CategoriesForm.tsx'
import { EvidenceForm } from './EvidenceForm.tsx'
import { BurstsForm, DetectionForm, DeviceActionsForm } from './IntuneForms.tsx'
import { NoticesForm } from './NoticesForm.tsx'
import { PriorityForm } from './PriorityForm.tsx'
import { RetentionForm } from './RetentionForm.tsx'
import { RulesForm } from './RulesForm.tsx'

/** What is the support process? */
export function ProcessForm() {
  return (
    <>
      <CategoriesForm />
      <PriorityForm />
      <EvidenceForm />
      <RulesForm />
      <NoticesForm />
      <RetentionForm />
      <DetectionForm />
      <DeviceActionsForm />
      <BurstsForm />
    </>
  )
}
