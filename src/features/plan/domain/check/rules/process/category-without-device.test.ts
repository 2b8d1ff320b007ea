import { describeRule } from '../../testing/describe-rule.ts'
import { category, wave } from '../../testing/plan-parts.ts'
import { rule } from './category-without-device.ts'

describeRule(rule, {
  faults: [
    [
      'Linux, in a rollout without Linux',
      (p) => (category(p, 'app-install').platforms = ['linux']),
      'process.categories.3.platforms',
    ],
  ],
  sound: [
    ['Windows too', (p) => (category(p, 'app-install').platforms = ['linux', 'windows'])],
    [
      'a wave whose platforms are not known yet',
      (p) => {
        category(p, 'app-install').platforms = ['linux']
        wave(p, 'wave-3').platforms = []
      },
    ],
  ],
})
