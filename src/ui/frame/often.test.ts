import { describe, expect, it } from 'vitest'
import { mostUsed, placeOf } from './often.ts'

const places = ['/', '/desk', '/plan', '/knowledge', '/settings', '/settings/people'].map((to) => ({ to }))
const paths = (found: readonly { to: string }[]) => found.map((place) => place.to)

describe('the four places of the bottom bar', () => {
  it('are the first ones of the rail for somebody new', () => {
    expect(paths(mostUsed(places, {}, 4))).toEqual(['/', '/desk', '/plan', '/knowledge'])
  })

  it('are those used most, still in the order of the rail', () => {
    expect(paths(mostUsed(places, { '/settings': 9, '/desk': 3 }, 4))).toEqual([
      '/',
      '/desk',
      '/plan',
      '/settings',
    ])
  })
})

describe('the place of an address', () => {
  it.each([
    ['/', '/'],
    ['/desk', '/desk'],
    ['/desk/mine', '/desk'],
    ['/settings/people/12', '/settings/people'],
    ['/settings/mail', '/settings'],
  ])('%s is in %s', (path, place) => {
    expect(placeOf(places, path)?.to).toBe(place)
  })

  it('a word that only begins alike is another place', () => {
    expect(placeOf(places, '/planning')).toBeNull()
  })
})
