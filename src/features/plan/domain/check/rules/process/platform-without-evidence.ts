import type { Platform } from '../../../document/text.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** A wave brings a platform about which the first step up asks nothing. */
export const rule: Rule = {
  code: 'platform-without-evidence',
  severity: 'warning',
  find: ({ process, involvement }) => {
    const items = process.edges[0]?.evidence ?? []
    const isAsked = (platform: Platform) =>
      items.some(({ appliesTo }) => appliesTo.platforms.length === 0 || appliesTo.platforms.includes(platform))
    return items.length === 0
      ? []
      : each(involvement.phases, ['involvement', 'phases'], ({ waves }, place) =>
          each(waves, [...place, 'waves'], (wave, at) =>
            each(wave.platforms, [...at, 'platforms'], ({ platform, percent }, here) =>
              percent > 0 && !isAsked(platform) ? [spot(here, { platform, name: wave.name })] : [],
            ),
          ),
        )
  },
}
