import { describeRule } from '../../testing/describe-rule.ts'
import { bridge, phase } from '../../testing/plan-parts.ts'
import { rule } from './phase-without-bridge.ts'

const mode = 'involvement.phases.1.mode'

describeRule(rule, {
  faults: [
    ['the bridge stops after the pilot', (p) => bridge(p).phases.pop(), mode, ['involvement.bridges.0.phases']],
    ['there is no bridge', (p) => (p.involvement.bridges = []), mode],
  ],
  sound: [
    [
      'the phase goes tier after tier',
      (p) => {
        bridge(p).phases.pop()
        phase(p, 'first-production').mode = 'tiered'
      },
    ],
  ],
})
