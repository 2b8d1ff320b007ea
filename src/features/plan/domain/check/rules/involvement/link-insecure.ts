import { withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'

const insecure = /^http:\/\//i

/** Anyone on the way can read and change what such a page says. */
export const rule: Rule = {
  code: 'link-insecure',
  severity: 'hint',
  find: ({ involvement }) => [
    ...each(involvement.resources, ['involvement', 'resources'], ({ url, name }, place) =>
      insecure.test(url) ? [spot([...place, 'url'], { name, url })] : [],
    ),
    ...each(involvement.bridges, ['involvement', 'bridges'], ({ meetingLink, name }, place) =>
      insecure.test(meetingLink ?? '') ? [spot([...place, 'meetingLink'], { name, url: meetingLink ?? '' })] : [],
    ),
  ],
  mend: (plan, { place, values }) =>
    withValue(plan, place, (values['url'] as string).replace(insecure, 'https://')),
}
