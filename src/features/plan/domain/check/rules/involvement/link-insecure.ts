import { withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** Anyone on the way can read and change what such a page says. */
export const rule: Rule = {
  code: 'link-insecure',
  severity: 'hint',
  find: ({ involvement }) =>
    each(involvement.resources, ['involvement', 'resources'], ({ url, name }, place) =>
      url.startsWith('http://') ? [spot([...place, 'url'], { name, url })] : [],
    ),
  mend: (plan, { place, values }) =>
    withValue(plan, place, (values['url'] as string).replace('http://', 'https://')),
}
