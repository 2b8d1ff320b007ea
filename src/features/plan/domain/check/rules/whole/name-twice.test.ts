import { describeRule } from '../../testing/describe-rule.ts'
import { category, tier, wave } from '../../testing/plan-parts.ts'
import { rule } from './name-twice.ts'

describeRule(rule, {
  faults: [
    ['two tiers', (p) => (tier(p, 2).name = { ...tier(p, 1).name }), 'teams.tiers.1.name'],
    [
      'two categories, in English only',
      (p) => (category(p, 'question').name.en = `${category(p, 'other').name.en.toUpperCase()} `),
      'process.categories.14.name',
    ],
    [
      'two waves of different phases',
      (p) => (wave(p, 'wave-2').name = { ...wave(p, 'wave-1').name }),
      'involvement.phases.2.waves.0.name',
    ],
  ],
  sound: [
    ['a phase and its wave', (p) => (wave(p, 'pilot').name = { nl: 'Pilot', en: 'Pilot' })],
    [
      'Christmas of every year',
      (p) => {
        const name = { nl: 'Kerst', en: 'Christmas' }
        const days = p.teams.supportHours[0]?.holidays.publicDays
        days?.push({ date: '2026-12-25', name }, { date: '2027-12-25', name })
      },
    ],
    [
      'names that are still to be written',
      (p) => {
        tier(p, 1).name = { nl: '', en: '' }
        tier(p, 2).name = { nl: ' ', en: '' }
      },
    ],
  ],
})
