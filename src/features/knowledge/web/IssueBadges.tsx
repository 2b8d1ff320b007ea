import { Badge } from '@fluentui/react-components'
import { useWords } from '#ui/words/words.ts'
import { type DevicePlatform, devicePlatforms, type IssueState } from '../domain/known-issue.ts'

const colours = {
  unfinished: 'warning',
  draft: 'warning',
  confirmed: 'success',
  published: 'success',
  archived: 'subtle',
} as const

/** How far an issue has come, in a word. */
export function StateBadge({ state }: { readonly state: IssueState }) {
  const t = useWords('knowledge')
  return (
    <Badge appearance={state === 'archived' ? 'outline' : 'tint'} color={colours[state]}>
      {t(`states.${state}`)}
    </Badge>
  )
}

/** Where it comes from, where that is not plain. */
export function OriginBadge({ supplied, version }: { readonly supplied: boolean; readonly version: number }) {
  const t = useWords('knowledge')
  return (
    <Badge appearance="outline">{t(`from.${supplied ? (version > 0 ? 'changed' : 'supplied') : 'own'}`)}</Badge>
  )
}

/** The platforms by name, or that it is about all of them. */
export function usePlatformNames(): (platforms: readonly DevicePlatform[]) => string {
  const t = useWords('knowledge')
  return (platforms) =>
    platforms.length === devicePlatforms.length
      ? t('platform.all')
      : platforms.map((platform) => t(`platform.${platform}`)).join(', ')
}

/** "Tier 2", or who stands above the last. */
export function useTierName(): (tier: number) => string {
  const t = useWords('knowledge')
  return (tier) => (tier >= 4 ? t('vendorTier') : t('tier', { tier }))
}
