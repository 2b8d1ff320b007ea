import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './retention-missing.ts'

describeRule(rule, {
  faults: [['nothing is agreed', (p) => (p.process.retention = null), 'process.retention', ['process.retention']]],
  sound: [
    [
      'everything for a hundred years',
      (p) => (p.process.retention = { closedTicketDays: 36_500, rawMailDays: 36_500, attachmentDays: 36_500 }),
    ],
  ],
})
