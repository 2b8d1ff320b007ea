/** Why a ticket cannot go on under another version of the plan. */
export type Obstacle =
  /** A tier that has it, is offered it, or has yet to learn from it is not in the plan. */
  | { readonly what: 'tier'; readonly tier: number }
  | { readonly what: 'category'; readonly category: string }
  | { readonly what: 'platform'; readonly platform: string }
  /** It waits for a vendor that the plan does not have. */
  | { readonly what: 'vendor' }
  /** The tier that speaks with the requester is another, and the solution is on its way. */
  | { readonly what: 'contact-tier'; readonly tier: number }
