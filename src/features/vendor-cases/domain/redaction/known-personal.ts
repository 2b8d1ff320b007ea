/** What is known of those whom a ticket concerns, so that it is found wherever it stands. */
export type KnownPersonal = {
  readonly names: readonly string[]
  readonly addresses: readonly string[]
  readonly devices: readonly string[]
  readonly serials: readonly string[]
  /** Ids of people. */
  readonly ids: readonly string[]
  /** What the vendor needs: ids of the tenant, of devices, of what went wrong; models and versions. */
  readonly kept: readonly string[]
}

export const nothingKnown: KnownPersonal = {
  names: [],
  addresses: [],
  devices: [],
  serials: [],
  ids: [],
  kept: [],
}
