import { describe, expect, it } from 'vitest'
import { statementNames } from './prepared-statements.ts'

describe('a statement', () => {
  it('gets a name the third time it comes, and keeps it', () => {
    const nameOf = statementNames()
    const names = [1, 2, 3, 4].map(() => nameOf('select $1'))
    expect(names).toEqual([undefined, undefined, 's1', 's1'])
  })

  it('has a name of its own', () => {
    const nameOf = statementNames()
    const often = (statement: string) => [1, 2, 3].map(() => nameOf(statement)).at(-1)
    const names = Array.from({ length: 300 }, (_, index) => often(`select $1 + ${index}`))
    expect(new Set(names).size).toBe(300)
    expect(names).not.toContain(undefined)
  })

  it('stays without one when there are many already', () => {
    const nameOf = statementNames()
    for (let index = 0; index < 300; index += 1) for (let n = 0; n < 3; n += 1) nameOf(`select $1 + ${index}`)
    for (let n = 0; n < 10; n += 1) expect(nameOf('select one more')).toBeUndefined()
    expect(nameOf('select $1 + 7')).toBeDefined()
  })
})
