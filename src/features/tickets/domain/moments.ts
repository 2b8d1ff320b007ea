import type { NoticeMoment } from '#features/plan/domain/document/process.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { TicketFact } from './events.ts'

export type WantedNotice = Pick<SupportPlan['process']['notices'][number], 'moment' | 'to' | 'channel'>

/**
 * Who is told of a fact, and how: as the plan wants it. What an agent writes to the requester reaches them whatever the plan says
 * about notices.
 */
export function noticesFor({ process }: SupportPlan, fact: TicketFact): readonly WantedNotice[] {
  const moments = momentsOf(fact, process.contactTier)
  const owed = moments
    .filter((moment) => moment === 'replied' || moment === 'asked')
    .map((moment): WantedNotice => ({ moment, to: 'requester', channel: 'mail' }))
  return [...process.notices.filter((notice) => moments.includes(notice.moment)), ...owed]
}

/** The moments of the plan's notices that a fact is. None: nobody is told of it. */
export function momentsOf(fact: TicketFact, contactTier: number): readonly NoticeMoment[] {
  switch (fact.type) {
    case 'opened':
      return ['opened']
    case 'replied':
      return ['replied']
    case 'asked':
      return ['asked']
    case 'answered':
      return ['answered']
    case 'assigned':
      return ['assigned']
    case 'handover-offered':
      return ['escalated']
    case 'sent-back':
      return ['sent-back']
    case 'diagnosed':
      return fact.tier > contactTier ? ['diagnosed', 'handed-down'] : ['diagnosed']
    case 'question-asked':
      return ['question-on-solution']
    case 'contacted':
      return fact.outcome === 'applied' ? ['contacted', 'resolved'] : ['contacted']
    case 'closed':
      return ['closed']
    case 'reopened':
      return ['reopened']
    case 'target-at-risk':
      return ['target-at-risk']
    case 'target-missed':
      return ['target-missed']
    case 'resumed':
    case 'contact-reminded':
      return ['waiting-over']
    case 'lead-warned':
      return ['target-at-risk']
    case 'released':
    case 'noted':
    case 'waiting':
    case 'evidence-added':
    case 'handover-withdrawn':
    case 'handover-accepted':
    case 'note-taken':
    case 'question-answered':
    case 'confirmed':
    case 'rated':
    case 'vendor-case-opened':
    case 'vendor-answered':
    case 'reprioritised':
    case 'categorised':
    case 'migrated':
    case 'linked':
    case 'unlinked':
    case 'tagged':
    case 'followed':
    case 'unfollowed':
    case 'brought-to-bridge':
    case 'taken-off-bridge':
    case 'overridden':
      return []
  }
}
