import type { z } from 'zod'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { MoveInput, OpenTicket } from '#features/tickets/contract/moves.ts'
import type { DeskTicket } from '#features/tickets/contract/ticket-view.ts'
import { evidenceAsked } from '#features/tickets/domain/evidence.ts'
import type { Browser } from '@playwright/test'
import { test as base } from './browser.ts'
import { type Desk, startDesk } from './browser-desk.ts'
import { ticketFor } from './browser-journey-moves.ts'
import {
  administrator,
  type Colleague,
  joins,
  type KeptColleague,
  kept,
  returns,
} from './browser-journey-people.ts'

/** A desk that runs the starter plan, with somebody in every tier; each in a browser of their own. */
export type Scene = {
  readonly desk: Desk
  readonly root: Colleague
  /** Tier 1, in Dutch; with its lead, in English. */
  readonly tess: Colleague
  readonly lies: Colleague
  /** Tier 2, in English. */
  readonly joris: Colleague
  /** Tier 3, in Dutch. */
  readonly mira: Colleague
  /** Somebody with a problem, who signs in. */
  readonly ada: Colleague
  readonly plan: SupportPlan
}

type GivenMove = z.input<typeof MoveInput>

/** A scene for each file of journeys, so that no journey meets what another one left behind. */
export const test = base.extend<{ readonly scene: Scene }, { readonly stage: Stage }>({
  stage: [
    async ({ browser }, hand) => {
      const stage = openStage(browser)
      await hand(stage)
      await stage.clear()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  scene: [async ({ stage }, hand, { file }) => hand(await stage.sceneFor(file)), { timeout: 240_000 }],
})

/** Where a worker has the scene of the file that it runs. */
type Stage = { readonly sceneFor: (file: string) => Promise<Scene>; readonly clear: () => Promise<void> }

/** The cast is assembled once; each file goes on from a copy of its desk. */
function openStage(browser: Browser): Stage {
  const cast = assembleCast(browser)
  cast.catch(() => undefined)
  let played: { readonly file: string; readonly scene: Promise<Scene> } | null = null
  /** Scenes of files before, which are cleared away while the next is played. */
  const cleared: Promise<void>[] = []
  const leave = () => {
    if (played) cleared.push(played.scene.then(clearAway, () => undefined))
    played = null
  }
  return {
    sceneFor: (file) => {
      if (played?.file === file) return played.scene
      leave()
      played = { file, scene: setScene(browser, cast) }
      return played.scene
    },
    clear: async () => {
      leave()
      await Promise.all(cleared)
      await (await cast).desk.stop()
    },
  }
}

const roles = ['root', 'tess', 'lies', 'joris', 'mira', 'ada'] as const

type Cast = {
  /** A desk that has ended; its data are what every scene begins with. */
  readonly desk: Desk
  readonly people: Readonly<Record<(typeof roles)[number], KeptColleague>>
  readonly plan: SupportPlan
}

async function assembleCast(browser: Browser): Promise<Cast> {
  const desk = await startDesk()
  try {
    const root = await administrator(browser, desk, 'nl')
    const agent = (name: string, language: 'nl' | 'en', team: string, tier: number, isLead = false) =>
      joins(browser, desk, root, {
        name,
        email: `${name.split(' ')[0]?.toLowerCase()}@contoso.example`,
        language,
        roles: ['requester', 'agent', ...(isLead ? ['lead'] : [])],
        team,
        tier,
        isLead,
      })
    const tess = await agent('Tess Bakker', 'nl', 'servicedesk', 1)
    const lies = await agent('Lies Smit', 'en', 'servicedesk', 1, true)
    const joris = await agent('Joris Prins', 'en', 'support-specialists', 2)
    const mira = await agent('Mira Jansen', 'nl', 'mdm-team', 3)
    const ada = await joins(browser, desk, root, {
      name: 'Ada Visser',
      email: 'ada@contoso.example',
      language: 'nl',
    })
    const { revision } = await root.api<{ revision: number }>('GET', '/api/v1/plan/draft')
    const reason = 'De uitrol begint'
    const { document: plan } = await root.api<{ document: SupportPlan }>('POST', '/api/v1/plan/draft/publish', {
      revision,
      reason,
    })
    const people = await perRole({ root, tess, lies, joris, mira, ada }, kept)
    await perRole({ root, tess, lies, joris, mira, ada }, ({ context }) => context.close())
    await desk.end()
    return { desk, people, plan }
  } catch (error) {
    await desk.stop()
    throw error
  }
}

async function setScene(browser: Browser, assembled: Promise<Cast>): Promise<Scene> {
  const { desk: before, people, plan } = await assembled
  const desk = await startDesk({ from: before.dataFolder })
  return { desk, plan, ...(await perRole(people, (who) => returns(browser, desk, who))) }
}

async function clearAway({ desk, ...people }: Scene): Promise<void> {
  await perRole(people, ({ context }) => context.close())
  await desk.stop()
}

async function perRole<From, To>(
  people: Readonly<Record<(typeof roles)[number], From>>,
  each: (one: From) => Promise<To>,
): Promise<Record<(typeof roles)[number], To>> {
  const done: Partial<Record<(typeof roles)[number], To>> = {}
  for (const role of roles) done[role] = await each(people[role])
  return done as Record<(typeof roles)[number], To>
}

/** The requester reports a problem; the number of the ticket. */
export async function reports(who: Colleague, ticket: z.input<typeof OpenTicket>): Promise<number> {
  const answer = await who.api<{ number: number }>('POST', '/api/v1/tickets?as=requester', ticket)
  return answer.number
}

/** Makes moves through the API, one after the other. */
export async function moves(who: Colleague, number: number, ...made: readonly GivenMove[]): Promise<void> {
  const { id } = (await ticketFor(who, number)).ticket
  for (const move of made) await who.api('POST', `/api/v1/tickets/${id}/moves`, { move })
}

/** Hands the ticket up with all the evidence that the plan asks for. */
export async function handsUp(who: Colleague, plan: SupportPlan, number: number, asked: string): Promise<void> {
  const shown: DeskTicket = await ticketFor(who, number)
  const { stage } = shown.ticket
  const from = 'tier' in stage ? stage.tier : 1
  const items = evidenceAsked(plan, shown.ticket as never, from, from + 1)
  const evidence = items
    .filter(({ kind, required }) => required && kind !== 'screenshot' && kind !== 'log')
    .map(({ key, options }) => ({ key, value: options[0]?.key ?? 'iOS 26.1: “Device limit reached”, 0x80180013' }))
  await moves(who, number, { move: 'escalate', asked, evidence })
}

/** A ticket that went the whole way up, back once, and down: told to the requester, who has not said yet that it works. */
export async function fullStory({ ada, tess, joris, mira, plan }: Scene): Promise<number> {
  const number = await reports(ada, {
    subject: 'iPhone 15: 0x80180013',
    description:
      'Bij het inschrijven staat er dat de limiet voor apparaten is bereikt.\nIk heb maar één telefoon.',
    category: 'enrollment-blocked',
    platform: 'ios',
  })
  await moves(tess, number, { move: 'claim' }, { move: 'ask', text: 'Is de telefoon van jou of van het werk?' })
  const { id } = (await ticketFor(tess, number)).ticket
  await ada.api('POST', `/api/v1/tickets/${id}/moves?as=requester`, {
    move: { move: 'answer', text: 'Van het werk. Ik kreeg hem vorige week.', files: [] },
  })
  await moves(tess, number, { move: 'note', text: 'Ada is vandaag tot vier uur bereikbaar.' })
  await handsUp(tess, plan, number, 'Waarom telt de limiet al tien apparaten?')
  await moves(
    joris,
    number,
    { move: 'accept' },
    { move: 'send-back', missing: ['error-text'], reason: 'Welke code staat er onder de melding?' },
  )
  await handsUp(tess, plan, number, 'Waarom telt de limiet al tien apparaten?')
  await moves(joris, number, { move: 'accept' })
  await handsUp(joris, plan, number, 'Wie ruimt de oude apparaten op?')
  await moves(
    mira,
    number,
    { move: 'accept' },
    {
      move: 'diagnose',
      rootCause: 'Apparaten die zijn ingeleverd, tellen nog mee voor de limiet van tien.',
      solution: 'Verwijder in Entra de apparaten die negentig dagen niets meer lieten horen.',
      wordingForRequester: 'We hebben twee oude telefoons van je account gehaald. Probeer het nog een keer.',
      knownIssue: { kind: 'create', title: 'Ingeleverde apparaten tellen mee voor de limiet' },
    },
  )
  await moves(joris, number, { move: 'take-note' })
  await moves(
    tess,
    number,
    { move: 'take-note' },
    { move: 'contact', channel: 'phone', outcome: 'applied', text: 'Samen opnieuw ingeschreven.' },
  )
  return number
}
