import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outcomeOf } from './outcomes.ts'
import { allRows } from './rows/all.ts'
import { actors, type Ask, makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

/** Every route that the server answers, whoever registered it: read from its router, not from the contracts. */
function routesOf(text: string): string[] {
  const folders: string[] = []
  return text.split('\n').flatMap((line) => {
    const match = /^((?:[│ ] {3})*)[├└]── (\S*) \(([^)]+)\)/.exec(line)
    if (!match) return []
    const [, indent = '', part = '', methods = ''] = match
    const depth = indent.length / 4
    folders.splice(depth)
    folders[depth] = part
    const path = folders.join('')
    return methods.split(', ').map((method) => `${method} ${path}`)
  })
}

describe('the matrix of routes and actors', () => {
  test('has a row for every route that the server answers, and no other', () => {
    const served = routesOf(world.app.printRoutes({ commonPrefix: false }))
    const named = served.filter((route) => !/^(?:HEAD|OPTIONS) /.test(route))
    expect(named.length).toBeGreaterThan(80)
    expect(named.toSorted()).toEqual(Object.keys(allRows).toSorted())
    expect(world.app.served.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(named.toSorted())
  })

  test.each(Object.entries(allRows))('%s', async (route, { ask, outcomes }) => {
    const got: Record<string, string> = {}
    const isForOne = ask.length > 1
    let kept: Ask | null = null
    for (const actor of actors) {
      const asked: Ask = kept ?? (await ask(world, actor))
      const answer = await world.ask(await world.signIn(actor), route, asked)
      got[actor] = outcomeOf(answer)
      // Reading changes nothing, and neither does what was refused: the next actor may ask for the same.
      kept = !isForOne && (route.startsWith('GET ') || answer.status >= 400) ? asked : null
    }
    expect(got).toEqual(outcomes)
  })
})
