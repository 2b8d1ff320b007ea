import { followedSchemes, linkScheme } from '../../../link-scheme.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** A link that a page or a document does not follow: a file on somebody's disk, or a script. */
export const rule: Rule = {
  code: 'link-not-web',
  severity: 'warning',
  find: ({ involvement }) => [
    ...each(involvement.resources, ['involvement', 'resources'], ({ url, name }, place) =>
      isFollowed(url) ? [] : [spot([...place, 'url'], { name, url })],
    ),
    ...each(involvement.bridges, ['involvement', 'bridges'], ({ meetingLink, name }, place) =>
      meetingLink === null || isFollowed(meetingLink)
        ? []
        : [spot([...place, 'meetingLink'], { name, url: meetingLink })],
    ),
  ],
}

/** What is no address at all is told elsewhere. */
function isFollowed(url: string): boolean {
  const scheme = linkScheme(url)
  return scheme === null || followedSchemes.includes(scheme)
}
