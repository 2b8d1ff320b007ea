import { type Actor, actors, type Answer, type Ask, signedInActors, type World } from './world.ts'

/** What each actor gets: a status, or the code of the problem. */
export type Outcomes = Readonly<Record<Actor, string>>
type But = Partial<Outcomes>

/** One line of the matrix: how the route is asked, and what each actor gets for it. */
export type Row = {
  /** Made anew after every call that did something, so that no outcome depends on another; for every actor where it names the actor. */
  readonly ask: (world: World, actor: Actor) => Ask | Promise<Ask>
  readonly outcomes: Outcomes
}
export type Rows<Contract> = { readonly [Key in keyof Contract]: Row }

const all = (names: readonly Actor[], outcome: string) =>
  Object.fromEntries(names.map((name) => [name, outcome])) as unknown as Outcomes

/** Also whoever is not signed in. */
export const anybody = (outcome: string): Outcomes => all(actors, outcome)

export const everybody = (outcome: string, but: But = {}): Outcomes => ({
  ...all(actors, 'not-signed-in'),
  ...all(signedInActors, outcome),
  ...but,
})

export const staff = (outcome: string, but: But = {}): Outcomes =>
  everybody(outcome, { requester: 'forbidden', otherRequester: 'forbidden', ...but })

/** Others are told that it is not for them. `outsider` is the administrator of another organisation. */
export const only = (names: readonly Actor[], outcome: string, but: But = {}): Outcomes =>
  everybody('forbidden', { ...all(names, outcome), ...but })

export const none = { outsider: 'not-found' } as const
export const noAsk = (): Ask => ({})

export function outcomeOf({ status, body }: Answer): string {
  return status < 400 ? String(status) : String((body as { code?: string }).code)
}
