/** What came of so many clients doing one thing over and over for a while. */
export type Measured = {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
  readonly failed: number
}

/** Each client does `work` again as soon as it is done, for `seconds`. The first failure's words are kept for the report. */
export async function load(
  clients: number,
  seconds: number,
  work: (client: number, turn: number) => Promise<void>,
): Promise<Measured & { readonly firstFailure: string | null }> {
  const times: number[] = []
  let failed = 0
  let firstFailure: string | null = null
  const began = performance.now()
  const until = began + seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let turn = 0; performance.now() < until; turn += 1) {
        const start = performance.now()
        try {
          await work(client, turn)
          times.push(performance.now() - start)
        } catch (error) {
          failed += 1
          firstFailure ??= String(error)
          if (failed > 100) return
        }
      }
    }),
  )
  const took = (performance.now() - began) / 1000
  times.sort((one, other) => one - other)
  const share = (part: number) => round(times[Math.floor((times.length - 1) * part)] ?? 0)
  return {
    perSecond: round(times.length / took),
    p50Ms: share(0.5),
    p95Ms: share(0.95),
    p99Ms: share(0.99),
    failed,
    firstFailure,
  }
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}
