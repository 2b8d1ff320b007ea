/** Counts per name in the running minute. Forgets names as minutes pass, so that strangers cannot fill the memory. */
export function createRateLimit(options: { readonly perMinute: number }): {
  readonly allows: (name: string) => boolean
} {
  let minute = 0
  let counts = new Map<string, number>()
  return {
    allows(name) {
      const now = Math.floor(performance.now() / 60_000)
      if (now !== minute) {
        minute = now
        counts = new Map()
      }
      const count = (counts.get(name) ?? 0) + 1
      counts.set(name, count)
      return count <= options.perMinute
    },
  }
}
