import { describeRule } from '../../testing/describe-rule.ts'
import { nth, wave } from '../../testing/plan-parts.ts'
import { rule } from './shares-not-hundred.ts'

const shares = 'involvement.phases.0.waves.0.platforms'

describeRule(rule, {
  faults: [
    ['a little too much', (p) => (nth(wave(p, 'pilot').platforms, 0).percent = 41), shares, [shares]],
    ['nothing at all', (p) => (wave(p, 'pilot').platforms = [{ platform: 'ios', percent: 0 }]), shares],
  ],
  sound: [
    ['another division', (p) => (wave(p, 'pilot').platforms = [{ platform: 'ios', percent: 100 }])],
    ['not known yet', (p) => (wave(p, 'pilot').platforms = [])],
  ],
})
