import type { FeaturePages } from '#ui/pages/feature-pages.ts'

import { planReaders } from '#features/plan/domain/versions/version.ts'

export const rolloutPages: FeaturePages = {
  words: 'rollout',
  pages: [
    {
      path: '/rollout/commitments',
      frame: 'desk',
      access: planReaders,
      load: () => import('./commitments/CommitmentsPage.tsx').then((module) => module.CommitmentsPage),
    },
    {
      path: '/rollout/commitments/$key',
      frame: 'desk',
      access: planReaders,
      load: () => import('./commitments/CommitmentPage.tsx').then((module) => module.CommitmentPage),
    },
    {
      path: '/rollout/pilot',
      frame: 'desk',
      access: planReaders,
      load: () => import('./pilot/PilotPage.tsx').then((module) => module.PilotPage),
    },
    {
      path: '/rollout/waves/$key/mails/$kind',
      frame: 'desk',
      access: planReaders,
      load: () => import('./mails/MailPage.tsx').then((module) => module.MailPage),
    },
  ],
  fills: [
    {
      slot: 'tickets.today',
      roles: planReaders,
      load: () => import('./commitments/OwnCommitments.tsx').then((module) => module.OwnCommitments),
    },
  ],
}
