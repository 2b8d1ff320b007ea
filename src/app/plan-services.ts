import { bridgeFacts, meetingFacts } from '#features/bridges/server/plan-facts.ts'
import type { PlanServices } from '#features/plan/server/services.ts'
import { trainingFacts } from '#features/training/server/plan-facts.ts'

/** How the plan's training and bridges are lived: the plan's check and its forecast ask, and neither knows those features. */
export const planServices: PlanServices = {
  learningFacts: async (tx) => ({
    ...(await trainingFacts(tx)),
    meetings: await meetingFacts(tx),
    bridges: await bridgeFacts(tx),
  }),
}
