import type { ApplyAll } from './apply.ts'

/** What a ticket is about, and who keeps an eye on it. */
export const classificationFacts: ApplyAll<
  'reprioritised' | 'categorised' | 'migrated' | 'linked' | 'unlinked' | 'tagged' | 'followed' | 'unfollowed'
> = {
  reprioritised: (ticket, { impact, urgency, priority }) => ({ ...ticket, impact, urgency, priority }),
  categorised: (ticket, { category, platform, kind }) => ({ ...ticket, category, platform, kind }),
  migrated: (ticket, { to, priority, kind }) => ({ ...ticket, planVersionId: to, priority, kind }),
  linked: (ticket, { ticketId, kind }) => ({ ...ticket, links: [...ticket.links, { ticketId, kind }] }),
  unlinked: (ticket, { ticketId }) => ({
    ...ticket,
    links: ticket.links.filter((link) => link.ticketId !== ticketId),
  }),
  tagged: (ticket, { add, remove }) => ({
    ...ticket,
    tags: [...ticket.tags.filter((tag) => !remove.includes(tag)), ...add],
  }),
  followed: (ticket, { personId }) => ({ ...ticket, followers: [...ticket.followers, personId] }),
  unfollowed: (ticket, { personId }) => ({
    ...ticket,
    followers: ticket.followers.filter((follower) => follower !== personId),
  }),
}
