import { each, type Rule, spot } from '../../rule.ts'

/** A link that led nowhere when the desk last looked. Known on a running desk only, once somebody had the links checked. */
export const rule: Rule = {
  code: 'link-dead',
  severity: 'warning',
  find: ({ involvement }, facts) => {
    const dead = (url: string | null) => {
      const fact = url === null ? undefined : facts?.links[url]
      return fact && fact.outcome !== 'ok' && fact.outcome !== 'unclear' ? fact : null
    }
    return [
      ...each(involvement.resources, ['involvement', 'resources'], ({ url, name }, place) => {
        const fact = dead(url)
        return fact
          ? [spot([...place, 'url'], { name, url, outcome: fact.outcome, day: fact.checkedAt.slice(0, 10) })]
          : []
      }),
      ...each(involvement.bridges, ['involvement', 'bridges'], ({ meetingLink, name }, place) => {
        const fact = dead(meetingLink)
        return fact
          ? [
              spot([...place, 'meetingLink'], {
                name,
                url: meetingLink ?? '',
                outcome: fact.outcome,
                day: fact.checkedAt.slice(0, 10),
              }),
            ]
          : []
      }),
    ]
  },
}
