import { PeopleFilled, PeopleRegular } from '@fluentui/react-icons/svg/people'
import { SettingsFilled, SettingsRegular } from '@fluentui/react-icons/svg/settings'
import type { FeaturePages } from '#ui/pages/feature-pages.ts'
import { staffRoles } from '../domain/person.ts'

export const peoplePages: FeaturePages = {
  words: 'people',
  pages: [
    {
      path: '/sign-in',
      frame: 'bare',
      access: 'anyone',
      load: () => import('./entry/SignInPage.tsx').then((module) => module.SignInPage),
    },
    {
      path: '/welcome',
      frame: 'bare',
      access: 'anyone',
      load: () => import('./entry/WelcomePage.tsx').then((module) => module.WelcomePage),
    },
    {
      path: '/first-steps',
      frame: 'bare',
      access: ['administrator'],
      load: () => import('./entry/FirstStepsPage.tsx').then((module) => module.FirstStepsPage),
    },
    {
      path: '/second-factor',
      frame: 'bare',
      access: ['requester', ...staffRoles],
      load: () => import('./second-factor/SecondFactorPage.tsx').then((module) => module.SecondFactorPage),
    },
    {
      path: '/people',
      frame: 'desk',
      access: staffRoles,
      load: () => import('./directory/PeoplePage.tsx').then((module) => module.PeoplePage),
    },
    {
      path: '/people/$id',
      frame: 'desk',
      access: staffRoles,
      load: () => import('./directory/PersonPage.tsx').then((module) => module.PersonPage),
    },
    {
      path: '/teams',
      frame: 'desk',
      access: staffRoles,
      load: () => import('./teams/TeamsPage.tsx').then((module) => module.TeamsPage),
    },
    {
      path: '/settings',
      frame: 'desk',
      access: ['administrator'],
      load: () => import('./settings/SettingsPage.tsx').then((module) => module.SettingsPage),
    },
    {
      path: '/profile',
      frame: 'own',
      load: () => import('./profile/ProfilePage.tsx').then((module) => module.ProfilePage),
    },
  ],
  nav: [
    {
      to: '/people',
      label: { in: 'app', key: 'nav.people' },
      icon: PeopleRegular,
      iconFilled: PeopleFilled,
      order: 85,
      roles: staffRoles,
      key: 'u',
    },
    {
      to: '/settings',
      label: { in: 'app', key: 'nav.settings' },
      icon: SettingsRegular,
      iconFilled: SettingsFilled,
      order: 90,
      roles: ['administrator'],
      key: 's',
    },
  ],
  always: {
    roles: staffRoles,
    load: () => import('./PeopleAlways.tsx').then((module) => module.PeopleAlways),
  },
}
