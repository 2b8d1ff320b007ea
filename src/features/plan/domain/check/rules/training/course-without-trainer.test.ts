import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './course-without-trainer.ts'

const untrained = (desk: { certified: { tier: number }[] }) => {
  desk.certified = desk.certified.filter((person) => person.tier !== 3)
}

describeRule(rule, {
  on: 'desk',
  faults: [
    ['nobody of the MDM team is certified for tier 3', (_p, desk) => untrained(desk), 'training.courses.2'],
    [
      'who is certified for tier 1 neither leads nor is of the MDM team',
      (_p, desk) => {
        untrained(desk)
        for (const person of desk.certified) if (person.tier === 1) person.leads = []
      },
      'training.courses.0',
    ],
  ],
  sound: [
    [
      'trainers need no certification',
      (p, desk) => {
        untrained(desk)
        p.training.lineage.trainerNeedsCertification = false
      },
    ],
    ['one of them is', (_p, desk) => desk.certified.pop()],
    [
      'the MDM team, certified for its own tier, trains the leads',
      (_p, desk) => {
        for (const person of desk.certified) person.leads = []
      },
    ],
  ],
})
