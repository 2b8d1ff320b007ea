import { describe, expect, it } from 'vitest'
import { defaultAssumptions } from '../../domain/assumptions/defaults.ts'
import { play } from '../../domain/estimate/play.ts'
import { outcome, prepare } from '../../domain/forecast.ts'
import type { Part } from './messages.ts'
import { reader, shareOf } from './reader.ts'
import { starter as plan } from '../../domain/testing/starter.ts'

const prepared = prepare(plan, defaultAssumptions(plan), '2027-01-01')
const [seed, replications] = [7, 30]
const whole = outcome(prepared, play(prepared.model, prepared.score, seed, 0, replications), seed)
const shares = (workers: number): Part[] =>
  Array.from({ length: workers }, (_, worker) => [
    ...shareOf(prepared, seed, replications, worker, workers),
  ]).flat()

describe('what several workers played', () => {
  it.each([1, 2, 3, 4])('is the same for %i of them', (workers) => {
    const read = reader(prepared, seed, replications)
    const pictures = shares(workers).flatMap((part) => read(part) ?? [])
    expect(pictures.at(-1)).toEqual({ forecast: whole, complete: true })
  })

  it('is the same in whichever order it comes, and shows a first picture before the whole', () => {
    const read = reader(prepared, seed, replications)
    const pictures = shares(2)
      .toSorted((one, other) => (one.first % 3) - (other.first % 3))
      .flatMap((part) => read(part) ?? [])
    expect(pictures.map(({ complete }) => complete)).toContain(true)
    expect(pictures.at(-1)?.forecast).toEqual(whole)
    for (const { forecast } of pictures.slice(0, -1)) {
      const { replications: played } = forecast
      expect(forecast).toEqual(outcome(prepared, play(prepared.model, prepared.score, seed, 0, played), seed))
    }
  })
})
