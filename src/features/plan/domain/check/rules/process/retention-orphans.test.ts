import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './retention-orphans.ts'

const attachments = 'process.retention.attachmentDays'
const kept = (attachmentDays: number) => ({ closedTicketDays: 365, rawMailDays: 90, attachmentDays })

describeRule(rule, {
  faults: [['attachments a day longer', (p) => (p.process.retention = kept(366)), attachments, [attachments]]],
  sound: [['as long', (p) => (p.process.retention = kept(365))]],
})
