import { planEditors, planReaders } from '#features/plan/domain/versions/version.ts'
import type { FeaturePages } from '#ui/pages/feature-pages.ts'

export const forecastPages: FeaturePages = {
  words: 'forecast',
  pages: [
    {
      path: '/plan/forecast',
      frame: 'desk',
      access: planReaders,
      load: () => import('./ForecastPage.tsx').then((module) => module.ForecastPage),
    },
    {
      path: '/plan/replay',
      frame: 'desk',
      access: planEditors,
      load: () => import('./replay/ReplayPage.tsx').then((module) => module.ReplayPage),
    },
  ],
  fills: [
    {
      slot: 'plan.outlook',
      roles: planReaders,
      load: () => import('./PlanOutlook.tsx').then((module) => module.PlanOutlook),
    },
  ],
}
