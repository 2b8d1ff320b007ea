import { describe, expect, it } from 'vitest'
import { contrast } from './contrast.ts'
import { tierColours } from './tier-colours.ts'

// The page and card backgrounds of Fluent's light and dark themes.
const lightPages = ['#ffffff', '#fafafa']
const darkPages = ['#292929', '#1f1f1f']

describe('the colours of the tiers', () => {
  it.each(tierColours.map((colour, index) => [index + 1, colour] as const))(
    'tier %i can be read in light and dark',
    (_, colour) => {
      expect(contrast(colour.fill, '#ffffff')).toBeGreaterThanOrEqual(4.5)
      for (const page of [...lightPages, ...darkPages])
        expect(contrast(colour.fill, page)).toBeGreaterThanOrEqual(3)
      for (const page of [...lightPages, colour.tintLight])
        expect(contrast(colour.onLight, page)).toBeGreaterThanOrEqual(4.5)
      for (const page of [...darkPages, colour.tintDark])
        expect(contrast(colour.onDark, page)).toBeGreaterThanOrEqual(4.5)
    },
  )

  it('no two tiers share a hue', () => {
    expect(new Set(tierColours.map((colour) => colour.fill)).size).toBe(4)
  })

  it('contrast is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  })
})
