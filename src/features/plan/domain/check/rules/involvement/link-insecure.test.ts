import { describeRule } from '../../testing/describe-rule.ts'
import { bridge, nth } from '../../testing/plan-parts.ts'
import { rule } from './link-insecure.ts'

const url = 'involvement.resources.0.url'
const meeting = 'involvement.bridges.0.meetingLink'

describeRule(rule, {
  faults: [
    ['by http', (p) => (nth(p.involvement.resources, 0).url = 'http://intranet.example.org/intune'), url, [url]],
    [
      'by HTTP in capitals',
      (p) => (nth(p.involvement.resources, 0).url = 'HTTP://intranet.example.org'),
      url,
      [url],
    ],
    ['a meeting by http', (p) => (bridge(p).meetingLink = 'http://meet.example.org/room'), meeting, [meeting]],
  ],
  sound: [['by https', (p) => (nth(p.involvement.resources, 0).url = 'https://intranet.example.org/intune')]],
})
