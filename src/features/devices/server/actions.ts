/** What other features use of devices. */
export { contextOf, refreshContext } from './context.ts'
export { freezeSnapshot, snapshotsOf } from './snapshots.ts'
