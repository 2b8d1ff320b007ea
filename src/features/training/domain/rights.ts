import { hasRole, type PersonActor } from '#features/people/domain/actor.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'

/** Who writes what courses tell and ask, and may revoke a certificate: the plan's owners, and leads of the team it begins with. */
export function keepsCourses(plan: SupportPlan, actor: PersonActor): boolean {
  return (
    hasRole(actor, 'plan-owner') ||
    hasRole(actor, 'administrator') ||
    actor.leads.includes(plan.training.lineage.root)
  )
}

/** Who plans training sessions; beside them, whoever may train a course plans it for themselves. */
export function plansTrainingSessions(actor: PersonActor): boolean {
  return hasRole(actor, 'plan-owner') || hasRole(actor, 'administrator') || actor.leads.length > 0
}

type OfTrainingSession = { readonly trainerId: string }

/** Who keeps the list of a training session. Attendance opens the way to a certification, so it is the trainer's. */
export function runsTrainingSession(actor: PersonActor, { trainerId }: OfTrainingSession): boolean {
  return actor.personId === trainerId || hasRole(actor, 'administrator')
}

export function changesTrainingSession(actor: PersonActor, trainingSession: OfTrainingSession): boolean {
  return runsTrainingSession(actor, trainingSession) || plansTrainingSessions(actor)
}

/** Oneself, or whoever is in a team one leads; an administrator anyone. */
export function signsUp(
  actor: PersonActor,
  person: { readonly personId: string; readonly teams: readonly string[] },
): boolean {
  return (
    actor.personId === person.personId ||
    hasRole(actor, 'administrator') ||
    person.teams.some((team) => actor.leads.includes(team))
  )
}
