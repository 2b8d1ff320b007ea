import { useMemo } from 'react'
import { type Inputs, peopleIn, withPeople } from '../domain/assumptions/levers.ts'
import { shortfall } from '../domain/estimate/answer.ts'
import type { Ask } from './run/messages.ts'
import { type Run, useRun } from './run/use-run.ts'

export type ForecastRuns = {
  /** The plan as it is saved; with the levers; how many people it takes; and whether they would be enough. */
  readonly saved: Run
  readonly tried: Run
  readonly needed: Run
  readonly proof: Run
}

/** Replications that show whether more people would be enough. */
const proofReplications = 60

/**
 * Plays the saved plan, then what is tried, then looks for the people needed. The same seed for all: what differs between them is
 * what was changed, not chance.
 */
export function useForecastRuns(saved: Inputs, tried: Inputs | null, today: string): ForecastRuns {
  const savedAsk = useAsk('forecast', saved, today)
  const savedRun = useRun(savedAsk)
  const triedRun = useRun(useAsk('forecast', savedRun.state === 'running' ? null : tried, today))
  const isMainDone = savedRun.state === 'done' && (tried === null || triedRun.state === 'done')
  const main = tried ?? saved
  const neededRun = useRun(useAsk('needed', isMainDone && hasWaves(main) ? main : null, today))
  const enough = useMemo(
    () => (neededRun.state === 'done' && neededRun.needed ? withEnough(main, neededRun.needed) : null),
    [main, neededRun.state, neededRun.needed],
  )
  return { saved: savedRun, tried: triedRun, needed: neededRun, proof: useRun(useAsk('forecast', enough, today)) }
}

function useAsk(kind: Ask['kind'], inputs: Inputs | null, today: string): Ask | null {
  return useMemo(() => (inputs ? { kind, ...inputs, today } : null), [kind, inputs, today])
}

function hasWaves({ plan, assumptions }: Inputs): boolean {
  return assumptions.arrivals.perHour === null && plan.involvement.phases.some(({ waves }) => waves.length > 0)
}

/** The plan with the people it lacks; null when it lacks none, or no number would do. */
function withEnough(inputs: Inputs, needed: NonNullable<Run['needed']>): Inputs | null {
  const short = shortfall(needed)
  if (short.length === 0 || short.some(({ more }) => more === null)) return null
  const { plan, assumptions } = short.reduce(
    (before, { tier, more }) => withPeople(before, String(tier), peopleIn(before, String(tier)) + (more ?? 0)),
    inputs,
  )
  return {
    plan,
    assumptions: { ...assumptions, replications: Math.min(assumptions.replications, proofReplications) },
  }
}
