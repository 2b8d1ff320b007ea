/** What other features use of triage. */
export { lookForBursts, ongoingBursts } from './bursts.ts'
