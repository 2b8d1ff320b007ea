import { RocketFilled, RocketRegular } from '@fluentui/react-icons/svg/rocket'
import { planReaders } from '#features/plan/domain/versions/version.ts'
import type { FeaturePages } from '#ui/pages/feature-pages.ts'
import { rolloutManagers } from '../domain/rollout-managers.ts'

export const rolloutPages: FeaturePages = {
  words: 'rollout',
  pages: [
    {
      path: '/rollout',
      frame: 'desk',
      access: planReaders,
      load: () => import('./waves/RolloutPage.tsx').then((module) => module.RolloutPage),
    },
    {
      path: '/rollout/waves/$key',
      frame: 'desk',
      access: planReaders,
      load: () => import('./waves/WavePage.tsx').then((module) => module.WavePage),
    },
    {
      path: '/rollout/people',
      frame: 'desk',
      access: rolloutManagers,
      load: () => import('./people/ImportPage.tsx').then((module) => module.ImportPage),
    },
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
  nav: [
    {
      to: '/rollout',
      label: { in: 'app', key: 'nav.rollout' },
      icon: RocketRegular,
      iconFilled: RocketFilled,
      order: 60,
      roles: planReaders,
      key: 'r',
    },
  ],
  fills: [
    {
      slot: 'tickets.today',
      roles: planReaders,
      shows: ['rollout'],
      load: () => import('./commitments/OwnCommitments.tsx').then((module) => module.OwnCommitments),
    },
  ],
}
