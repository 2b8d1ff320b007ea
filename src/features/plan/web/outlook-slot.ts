import type { SupportPlan } from '../domain/document/support-plan.ts'

/** Beside a plan: how it is expected to hold. A feature above the plan says it. */
declare module '#ui/pages/slots.tsx' {
  interface Slots {
    'plan.outlook': { readonly document: SupportPlan; readonly plan: 'published' | 'draft' }
  }
}
