import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './answer-unheard.ts'

const notices = 'process.notices'

describeRule(rule, {
  faults: [
    [
      'no notice at all',
      (p) => (p.process.notices = p.process.notices.filter(({ moment }) => moment !== 'answered')),
      notices,
      [notices],
    ],
    [
      'only followers hear of it',
      (p) => {
        for (const notice of p.process.notices) if (notice.moment === 'answered') notice.to = 'followers'
      },
      notices,
      [notices],
    ],
  ],
  sound: [
    [
      'the whole tier hears of it',
      (p) => {
        for (const notice of p.process.notices) if (notice.moment === 'answered') notice.to = 'tier'
      },
    ],
  ],
})
