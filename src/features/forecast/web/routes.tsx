import { planReaders } from '#features/plan/domain/versions/version.ts'
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
  ],
}
