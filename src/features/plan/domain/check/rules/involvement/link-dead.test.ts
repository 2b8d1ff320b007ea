import type { LinkFact } from '../../desk-facts.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { bridge, nth } from '../../testing/plan-parts.ts'
import { rule } from './link-dead.ts'

const seen = (outcome: LinkFact['outcome']): LinkFact => ({
  checkedAt: '2026-11-22T10:00:00.000Z',
  outcome,
  status: null,
})
const meeting = 'https://meet.example.org/bridge'

describeRule(rule, {
  on: 'desk',
  faults: [
    [
      'a page that is gone',
      (p, desk) => (desk.links[nth(p.involvement.resources, 0).url] = seen('gone')),
      'involvement.resources.0.url',
    ],
    [
      'a meeting that cannot be reached',
      (p, desk) => {
        bridge(p).meetingLink = meeting
        desk.links[meeting] = seen('unreachable')
      },
      'involvement.bridges.0.meetingLink',
    ],
  ],
  sound: [
    ['a page that is there', (p, desk) => (desk.links[nth(p.involvement.resources, 0).url] = seen('ok'))],
    [
      'a page that lets no machine in, so nobody knows',
      (p, desk) => (desk.links[nth(p.involvement.resources, 0).url] = seen('unclear')),
    ],
    [
      'a page that nobody links to any more',
      (_p, desk) => (desk.links['https://elsewhere.example.org'] = seen('gone')),
    ],
  ],
})
