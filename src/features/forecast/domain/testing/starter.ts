import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'

/** The starter plan without holidays, from the first Monday of 2027 on. */
export const starter = starterPlan({
  startDay: '2027-01-04',
  owner: 'Joost',
  timeZone: 'Europe/Amsterdam',
  country: null,
  publicDays: [],
})
