/** What other features use of devices. */
export { contextOf, refreshContext } from './context.ts'
export { incidentsNow } from './incidents.ts'
export { freezeSnapshot, snapshotsOf } from './snapshots.ts'
