import { describeRule } from '../../testing/describe-rule.ts'
import { bridge, nth } from '../../testing/plan-parts.ts'
import { rule } from './link-not-web.ts'

const url = 'involvement.resources.0.url'

describeRule(rule, {
  faults: [
    ['a file on a disk', (p) => (nth(p.involvement.resources, 0).url = 'file:///C:/plan.docx'), url],
    ['a script', (p) => (nth(p.involvement.resources, 0).url = 'JavaScript:alert(1)'), url],
    [
      'a bridge that is data',
      (p) => (bridge(p).meetingLink = 'data:text/html,x'),
      'involvement.bridges.0.meetingLink',
    ],
  ],
  sound: [
    ['a mail address', (p) => (nth(p.involvement.resources, 0).url = 'mailto:helpdesk@contoso.test')],
    ['a meeting in Teams', (p) => (bridge(p).meetingLink = 'msteams://teams.microsoft.com/l/meetup-join/x')],
    ['an address with a port', (p) => (nth(p.involvement.resources, 0).url = 'HTTPS://intranet:8443/intune')],
    ['half an address', (p) => (nth(p.involvement.resources, 0).url = 'intranet/intune')],
  ],
})
