import { type Rule, spot } from '../../rule.ts'

/** Cases are written in a language that the vendor takes and the desk works in. */
export const rule: Rule = {
  code: 'vendor-language',
  severity: 'warning',
  find: ({ languages, teams: { vendor } }) =>
    vendor && !vendor.languages.some((one) => languages.some((own) => one.toLowerCase().startsWith(own)))
      ? [spot(['teams', 'vendor', 'languages'], { name: vendor.name })]
      : [],
}
