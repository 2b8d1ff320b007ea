/** How one tier is coloured, the same on every page and drawing. */
export type TierColour = {
  /** Behind the number, which is white on it; the same in light and dark. */
  readonly fill: string
  /** For text and lines on a light page. */
  readonly onLight: string
  /** For text and lines on a dark page. */
  readonly onDark: string
  /** Behind a whole row or card of this tier. */
  readonly tintLight: string
  readonly tintDark: string
}

const one = { fill: '#1f74c9', onLight: '#1b5aa6', onDark: '#6cb0f6', tintLight: '#edf4fc', tintDark: '#1d2b3a' }
const two = { fill: '#9656c4', onLight: '#7a3fae', onDark: '#c79af0', tintLight: '#f6effb', tintDark: '#30243a' }
const three = { fill: '#b35a12', onLight: '#96470b', onDark: '#f0a05c', tintLight: '#fcf2e9', tintDark: '#38291d' }
const four = { fill: '#11807a', onLight: '#0b6b62', onDark: '#5cc9ba', tintLight: '#e9f6f4', tintDark: '#1b302e' }

/** Tiers 1 to 4, in order; a plan has no more (the last may be a vendor). */
export const tierColours: readonly TierColour[] = [one, two, three, four]

/** The tiers as tokens of a Fluent theme: CSS reads them as `--tier-on-fill`, `--tier-2-fill`, `--tier-2-ink`, `--tier-2-tint`. */
export function tierProperties(kind: 'light' | 'dark' | 'high-contrast'): Record<string, string> {
  const properties: Record<string, string> = { 'tier-on-fill': kind === 'high-contrast' ? '#000000' : '#ffffff' }
  tierColours.forEach((colour, index) => {
    const name = `tier-${index + 1}`
    properties[`${name}-fill`] = kind === 'high-contrast' ? '#ffffff' : colour.fill
    properties[`${name}-ink`] =
      kind === 'high-contrast' ? '#ffffff' : kind === 'dark' ? colour.onDark : colour.onLight
    properties[`${name}-tint`] =
      kind === 'high-contrast' ? '#000000' : kind === 'dark' ? colour.tintDark : colour.tintLight
  })
  return properties
}
