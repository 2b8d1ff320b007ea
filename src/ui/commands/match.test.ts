import { describe, expect, it } from 'vitest'
import { best, score } from './match.ts'

const commands = ['Go to desk', 'Hand over to tier 2', 'Dark theme', 'Naar meldingen', 'Één melding']

describe('finding a command', () => {
  it('an empty query keeps everything in order', () => {
    expect(best(commands, '  ', (one) => one)).toEqual(commands)
  })

  it('every word must be found', () => {
    expect(best(commands, 'tier hand', (one) => one)).toEqual(['Hand over to tier 2'])
    expect(best(commands, 'tier dark', (one) => one)).toEqual([])
  })

  it('accents and capitals do not matter', () => {
    expect(best(commands, 'een', (one) => one)).toEqual(['Één melding'])
  })

  it('the beginning of the text counts most, then the beginning of a word', () => {
    expect(score('go', 'Go to desk')).toBeGreaterThan(score('desk', 'Go to desk'))
    expect(score('desk', 'Go to desk')).toBeGreaterThan(score('esk', 'Go to desk'))
  })
})
