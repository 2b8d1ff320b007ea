import { randomBytes } from 'node:crypto'
import { type Chance, chanceFor } from './chance.ts'
import type { SimulatorClock } from './clock.ts'
import { type FaultName, makeFaults, type Faults } from './faults/faults.ts'
import { peopleChanged } from './faults/people-change.ts'
import { twinsChanged } from './faults/twins.ts'
import { type Counters, makeCounters } from './http/counters.ts'
import { type Links, makeLinks } from './http/links.ts'
import { makeThrottle, type Throttle } from './http/throttle.ts'
import type { Registration, Tokens } from './sign-in/registrations.ts'
import { makeTokens, usualRegistrations } from './sign-in/registrations.ts'
import { makeTenant, type TenantWish } from './tenant/make-tenant.ts'
import type { Tenant } from './tenant/tenant.ts'

/** What comes to pass later: an action that is done, a device that is gone. */
export type Due = { readonly at: number; readonly happen: () => void }

export type SubscriptionRecord = {
  readonly id: string
  readonly resource: string
  readonly applicationId: string
  readonly changeType: string
  readonly notificationUrl: string
  readonly lifecycleNotificationUrl: string | null
  readonly clientState: string | null
  expirationDateTime: string
  readonly creatorId: string
}

export type Card = { readonly workflow: string; readonly at: string; readonly body: unknown }

/** How the whole of the cloud is: well, slow, silent or out of reach. */
export type Outage = {
  readonly kind: 'none' | 'slow' | 'hang' | 'refuse' | 'error'
  readonly milliseconds: number
}

/** Everything that one simulator holds. */
export type World = {
  readonly clock: SimulatorClock
  readonly chance: Chance
  tenant: Tenant
  readonly faults: Faults
  readonly throttle: Throttle
  readonly counters: Counters
  readonly links: Links
  readonly registrations: Map<string, Registration>
  readonly tokens: Tokens
  readonly subscriptions: Map<string, SubscriptionRecord>
  readonly cards: Card[]
  readonly blobs: Map<string, { readonly until: number; readonly bytes: Buffer }>
  readonly dues: Due[]
  /** Links on which a token has already run out, so that the next try goes on. */
  readonly struck: Set<string>
  outage: Outage
  readonly webhookKey: string
  readonly url: () => string
  /** Begins again: the same tenant, no faults, no counts. */
  readonly reset: () => void
}

export function makeWorld(wish: TenantWish, clock: SimulatorClock, url: () => string): World {
  const fresh = () => makeTenant(wish, wish.madeFor ?? clock.now())
  const chance = chanceFor(wish.seed, 'answers')
  const changed = (name: FaultName) => {
    if (name === 'people-change') peopleChanged(world)
    if (name === 'twins') twinsChanged(world)
  }
  const began = performance.now()
  const offset = clock.now()
  const world: World = {
    clock,
    chance,
    tenant: fresh(),
    faults: makeFaults(wish.seed, changed),
    // Real time, however the clock of a test stands, and the time that was skipped.
    throttle: makeThrottle(() => Math.max(performance.now() - began, clock.now() - offset)),
    counters: makeCounters(),
    links: makeLinks(),
    registrations: usualRegistrations(),
    tokens: makeTokens(),
    subscriptions: new Map(),
    cards: [],
    blobs: new Map(),
    dues: [],
    struck: new Set(),
    outage: { kind: 'none', milliseconds: 0 },
    webhookKey: randomBytes(24).toString('base64url'),
    url,
    reset: () => {
      world.faults.clear()
      world.tenant = fresh()
      world.throttle.reset()
      world.counters.reset()
      world.registrations.clear()
      for (const [id, registration] of usualRegistrations()) world.registrations.set(id, registration)
      world.subscriptions.clear()
      world.cards.length = 0
      world.blobs.clear()
      world.dues.length = 0
      world.struck.clear()
      world.outage = { kind: 'none', milliseconds: 0 }
    },
  }
  return world
}

export function later(world: World, milliseconds: number, happen: () => void): void {
  world.dues.push({ at: world.clock.now() + milliseconds, happen })
}

/** Lets happen what is due by now, in the order of time. */
export function settle(world: World): void {
  const now = world.clock.now()
  for (;;) {
    const due = world.dues.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at)[0]
    if (!due) return
    world.dues.splice(world.dues.indexOf(due), 1)
    due.happen()
  }
}
