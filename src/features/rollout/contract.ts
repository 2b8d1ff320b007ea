import { peopleRoutes } from './contract/people.ts'
import { readinessRoutes } from './contract/readiness.ts'
import { waveRoutes } from './contract/waves.ts'

import { commitmentContract } from './contract/commitments.ts'
import { communicationContract } from './contract/communication.ts'
import { pilotContract } from './contract/pilot.ts'
/** The routes of this feature. */
export const rolloutContract = {
  ...waveRoutes,
  ...readinessRoutes,
  ...peopleRoutes,
  ...commitmentContract,
  ...communicationContract,
  ...pilotContract,
} as const
