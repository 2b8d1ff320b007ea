import { expect, it } from 'vitest'
import { csv } from './csv.ts'

it('quotes what needs it, and lets no cell be a formula', () => {
  expect(
    csv([
      ['week', 'tier 1, low', 'say "so"'],
      ['=1+1', '-2', '@x'],
      [-2, 0.5, null],
    ]),
  ).toBe('week,"tier 1, low","say ""so"""\r\n\'=1+1,\'-2,\'@x\r\n-2,0.5,\r\n')
})
