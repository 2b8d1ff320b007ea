import { describeRule } from '../../testing/describe-rule.ts'
import { category, edge } from '../../testing/plan-parts.ts'
import { rule } from './edge-evidence-partly.ts'

const place = (edge: number) => `process.edges.${edge}.evidence`

describeRule(rule, {
  faults: [
    [
      'nothing that holds for every category',
      (p) => (edge(p, 2).evidence = edge(p, 2).evidence.filter((item) => item.key !== 'ruled-out')),
      place(1),
    ],
    [
      'everything for one platform',
      (p) => {
        for (const item of edge(p, 3).evidence) item.appliesTo.platforms = ['ios']
      },
      place(2),
    ],
  ],
  sound: [
    [
      'nothing required at all, which another rule tells',
      (p) => {
        for (const item of edge(p, 2).evidence) item.required = false
      },
    ],
    [
      'something for each of its platforms',
      (p) => {
        edge(p, 2).evidence = edge(p, 2).evidence.filter((item) => item.key === 'ruled-out')
        for (const item of edge(p, 2).evidence) item.appliesTo.platforms = ['ios', 'android']
        for (const one of p.process.categories) one.platforms = ['ios']
        category(p, 'other').platforms = ['ios', 'android']
      },
    ],
  ],
})
