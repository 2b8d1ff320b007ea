import { describe, expect, it } from 'vitest'
import { readChosen } from './chosen-columns.ts'

describe('the columns that somebody chose', () => {
  it('nobody chose: what fits', () => expect(readChosen(null)).toBeNull())
  it('come back in the order of the list', () => expect(readChosen('wave stage')).toEqual(['stage', 'wave']))
  it('may be none beside number and subject', () => expect(readChosen('')).toEqual([]))
  it('that are no longer there are left out', () => expect(readChosen('stage colour')).toEqual(['stage']))
})
