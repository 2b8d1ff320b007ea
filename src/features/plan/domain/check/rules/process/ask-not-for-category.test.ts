import { describeRule } from '../../testing/describe-rule.ts'
import { evidence } from '../../testing/plan-parts.ts'
import { rule } from './ask-not-for-category.ts'

const asks = 'process.categories.0.asks'

describeRule(rule, {
  faults: [
    [
      'its error message is for other categories',
      (p) =>
        (evidence(p, 1, 'error-text').appliesTo.categories = [
          'app-install',
          'company-portal-sign-in',
          'access-blocked',
          'email-profile',
          'wifi-vpn-certificate',
        ]),
      `${asks}.0`,
      [asks],
    ],
  ],
  sound: [['it is for every category', (p) => (evidence(p, 1, 'error-text').appliesTo.categories = [])]],
})
