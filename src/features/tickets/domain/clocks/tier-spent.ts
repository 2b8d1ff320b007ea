/** What a tier spent on a ticket: all time, the part within its support hours, and of that the part spent waiting for somebody else. */
export type TierMinutes = {
  readonly tier: number
  readonly wallMinutes: number
  readonly supportMinutes: number
  readonly waitingMinutes: number
}
