import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './silent-days-short.ts'

const place = 'process.detection.silentDays'

describeRule(rule, {
  faults: [
    ['a day, which is less than a weekend', (p) => (p.process.detection.silentDays = 1), place, [place]],
    ['six days', (p) => (p.process.detection.silentDays = 6), place, [place]],
  ],
  sound: [
    ['a week', (p) => (p.process.detection.silentDays = 7)],
    [
      'a day, of which nothing comes',
      (p) => Object.assign(p.process.detection, { silentDays: 1, silentDevices: 'off' }),
    ],
  ],
})
