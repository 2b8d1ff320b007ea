import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './expiry-days-short.ts'

const place = 'process.detection.expiryDays'

describeRule(rule, {
  faults: [['three days before', (p) => (p.process.detection.expiryDays = 3), place, [place]]],
  sound: [
    ['two weeks before', (p) => (p.process.detection.expiryDays = 14)],
    [
      'three days before, of which nothing comes',
      (p) => Object.assign(p.process.detection, { expiryDays: 3, expiringCertificates: 'off' }),
    ],
  ],
})
