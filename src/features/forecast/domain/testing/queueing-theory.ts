// Textbook formulas, written for the tests alone and sharing nothing with the simulator. Times in minutes, rates per minute.

/** Erlang B by its recursion: the share of calls lost when none may wait. */
function erlangB(agents: number, load: number): number {
  let lost = 1
  for (let one = 1; one <= agents; one += 1) lost = (load * lost) / (one + load * lost)
  return lost
}

/** M/M/c (Erlang, 1917): the chance of waiting, the mean wait, and the time within which a share has been taken up. */
export function erlangC(agents: number, rate: number, mean: number) {
  const load = rate * mean
  const lost = erlangB(agents, load)
  const waits = lost / (1 - (load / agents) * (1 - lost))
  const decay = (agents - load) / mean
  return {
    load,
    waits,
    meanWait: waits / decay,
    within: (share: number) => (1 - share >= waits ? 0 : Math.log(waits / (1 - share)) / decay),
  }
}

/** M/M/c with exponential patience (Palm, 1957): by the stationary distribution of the number present. */
export function erlangA(agents: number, rate: number, mean: number, patience: number) {
  const states = [1]
  for (let present = 1; present < agents + 5000; present += 1) {
    const leave = Math.min(present, agents) / mean + Math.max(0, present - agents) / patience
    const next = ((states[present - 1] as number) * rate) / leave
    states.push(next)
    if (present > agents && next < 1e-18) break
  }
  const total = states.reduce((sum, one) => sum + one, 0)
  const queue = states.reduce((sum, one, present) => sum + one * Math.max(0, present - agents), 0) / total
  const waits = states.reduce((sum, one, present) => sum + (present >= agents ? one : 0), 0) / total
  return { waits, meanWait: queue / rate, abandoned: queue / patience / rate }
}

/** M/G/1 (Pollaczek and Khinchine, 1930): the mean wait, by the coefficient of variation of the work. */
export function pollaczekKhinchine(rate: number, mean: number, cv: number) {
  const load = rate * mean
  return { waits: load, meanWait: (load * mean * (1 + cv * cv)) / (2 * (1 - load)) }
}
