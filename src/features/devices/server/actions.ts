/** What other features use of devices. */
export { contextOf } from './context.ts'
export {
  countPeopleEnrolled,
  enrollmentReading,
  enrollmentsFailing,
  lastEnrolled,
  type PeopleEnrolled,
  readEnrollmentsNow,
} from './enrollments/enrollments.ts'
export type { FindingListener } from './finding-listeners.ts'
export { findingInHand, findingTold, ticketsForFindings } from './findings.ts'
export { incidentsNow } from './incidents.ts'
export { freezeSnapshot, snapshotsOf } from './snapshots.ts'
