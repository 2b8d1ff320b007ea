import type { Instant } from '#features/people/domain/instant.ts'
import { issueOf } from '#features/tickets/domain/known-issue.ts'
import type { KnownIssueLink, Ticket } from '#features/tickets/domain/ticket.ts'
import type { Player } from './cast.ts'
import type { DemoDesk } from './desk.ts'
import type { Said, Trouble } from './troubles.ts'

export type Start = {
  readonly requester: Player
  readonly trouble: Trouble
  /** Nobody below has met this cause before, whatever came down earlier. */
  readonly isNew: boolean
  /** Tier 3 does not find it alone. */
  readonly asksVendor: boolean
}

const question: Said = {
  nl: 'Welke melding zie je precies, en sinds wanneer? Een foto van het scherm helpt.',
  en: 'Which message do you see exactly, and since when? A photo of the screen helps.',
}
const answer: Said = {
  nl: 'Sinds vanmorgen. Ik heb het twee keer geprobeerd, met steeds dezelfde melding.',
  en: 'Since this morning. I tried it twice, with the same message.',
}
const cameBack: Said = {
  nl: 'Het werkte een uur, en toen kwam het terug.',
  en: 'It worked for an hour, and then it came back.',
}

/** What support types to each other. */
const typed = {
  called: {
    nl: 'Gebeld: het gebeurt terwijl we aan de telefoon zijn.',
    en: 'Called: it happens while we are on the phone.',
  },
  asked: {
    nl: 'Wat houdt dit apparaat tegen? De gewone controles zijn gedaan.',
    en: 'What blocks this device? The usual checks are done.',
  },
  onTheRoad: {
    nl: 'De melder is onderweg: het bewijs volgt.',
    en: 'The requester is on the road: evidence follows.',
  },
  anotherNetwork: {
    nl: 'Probeer het eerst op een ander netwerk, en schrijf op wat er gebeurt.',
    en: 'Please try it on another network first, and say what happens.',
  },
  triedAgain: {
    nl: 'Op een tweede netwerk geprobeerd: hetzelfde.',
    en: 'Tried on a second network: the same.',
  },
  whoseStep: {
    nl: 'Kan de servicedesk deze stap zelf doen, of is die van jullie?',
    en: 'Can the help desk do this step itself, or is it yours?',
  },
  yourStep: {
    nl: 'Dat kan: je rol heeft sinds maandag het recht ervoor.',
    en: 'You can: your role has had the permission since Monday.',
  },
  voicemail: { nl: 'Voicemail ingesproken.', en: 'Left a voicemail.' },
} as const satisfies Readonly<Record<string, Said>>

/** Minutes that finding a cause takes, per tier: the higher, the harder. */
const searching = [
  [12, 70],
  [40, 180],
  [90, 420],
] as const

/** One ticket's life. Yields the moment of the next thing that somebody does. */
export async function* life(desk: DemoDesk, start: Start): AsyncGenerator<Instant, void> {
  const { requester, trouble } = start
  const { chance } = desk
  const source = chance.oneOf(['portal', 'portal', 'portal', 'mail', 'mail', 'desk'] as const)
  const ticketId = await desk.open(requester, trouble, source)
  yield desk.after(chance.between(4, 50))
  const first = agentOf(desk, 1)
  await desk.move(first, ticketId, { move: 'claim' })
  if (source === 'mail')
    await desk.move(first, ticketId, {
      move: 'categorise',
      category: trouble.category,
      platform: trouble.platform,
    })
  yield* talk(desk, ticketId, first, requester)

  const solver = yield* climb(desk, ticketId, start)
  const [least, most] = searching[solver.tier - 1] ?? searching[0]
  yield desk.after(chance.between(least, most))
  yield* comeDown(desk, ticketId, { requester, trouble }, solver, first)
  yield* contact(desk, ticketId, trouble, requester, first)
}

async function* talk(
  desk: DemoDesk,
  ticketId: string,
  agent: Player,
  requester: Player,
): AsyncGenerator<Instant, void> {
  const { chance } = desk
  yield desk.after(chance.between(5, 20))
  if (chance.happens(0.35)) {
    await desk.move(agent, ticketId, {
      move: 'ask',
      text: question[requester.language],
      files: [],
    })
    yield desk.after(chance.between(20, 240))
    await desk.move(requester, ticketId, {
      move: 'answer',
      text: answer[requester.language],
      files: [],
      source: 'portal',
    })
    yield desk.after(chance.between(5, 40))
  } else if (chance.happens(0.4)) {
    await desk.move(agent, ticketId, {
      move: 'note',
      text: typed.called[agent.language],
      files: [],
    })
    yield desk.after(chance.between(5, 15))
  }
}

/** Up through the tiers until somebody knows; what has come down before is known at tier 1. */
async function* climb(
  desk: DemoDesk,
  ticketId: string,
  { trouble, isNew, asksVendor }: Start,
): AsyncGenerator<Instant, { readonly tier: number; readonly agent: Player }> {
  const { chance, lessons } = desk
  const learnt = isNew ? 0 : (lessons.get(trouble.subject.en) ?? 0)
  const tier = chance.happens(1 - 0.65 ** learnt) ? 1 : trouble.tier
  let ticket = await desk.read(desk.cast.planOwner, ticketId)
  let agent = await holderOf(desk, ticket, 1)
  for (let level = 1; level < tier; level += 1) {
    yield desk.after(chance.between(10, 45))
    ticket = await desk.read(agent, ticketId)
    const fill = chance.happens(0.9)
    const evidence = fill ? await desk.evidence(agent, ticket, level + 1, trouble) : []
    const mover = fill ? agent : (desk.cast.tiers[level - 1]?.lead ?? agent)
    await desk.move(mover, ticketId, {
      move: 'escalate',
      asked: typed.asked[mover.language],
      evidence,
      waiver: fill ? null : { reason: typed.onTheRoad[mover.language] },
      fastLane: false,
    })
    yield desk.after(chance.between(8, 90))
    const next = agentOf(desk, level + 1)
    await desk.move(next, ticketId, { move: 'accept' })
    ticket = await desk.read(next, ticketId)
    if (ticket.assigneeId !== next.id) await desk.move(next, ticketId, { move: 'claim' })
    if (fill && chance.happens(0.1)) {
      yield desk.after(chance.between(5, 20))
      await desk.move(next, ticketId, {
        move: 'send-back',
        missing: [],
        reason: typed.anotherNetwork[next.language],
      })
      yield desk.after(chance.between(10, 60))
      agent = await holderOf(desk, await desk.read(next, ticketId), level)
      await desk.move(agent, ticketId, {
        move: 'escalate',
        asked: typed.triedAgain[agent.language],
        evidence: await desk.evidence(agent, await desk.read(agent, ticketId), level + 1, trouble),
        waiver: null,
        fastLane: false,
      })
      yield desk.after(chance.between(8, 60))
      await desk.move(next, ticketId, { move: 'accept' })
      ticket = await desk.read(next, ticketId)
      if (ticket.assigneeId !== next.id) await desk.move(next, ticketId, { move: 'claim' })
    }
    agent = next
  }
  if (tier === 3 && asksVendor) yield* askVendor(desk, ticketId, agent, trouble)
  return { tier, agent }
}

async function* askVendor(
  desk: DemoDesk,
  ticketId: string,
  agent: Player,
  trouble: Trouble,
): AsyncGenerator<Instant, void> {
  const level = desk.plan.teams.vendor?.level
  if (level === undefined) return
  yield desk.after(desk.chance.between(30, 120))
  if ((await desk.read(agent, ticketId)).stage.name !== 'investigating') return
  await desk.move(agent, ticketId, {
    move: 'open-vendor-case',
    severity: 'c',
    caseNumber: `26${desk.chance.between(10_000_000, 99_999_999)}`,
    text: `${trouble.subject.en}. ${trouble.story.en}`,
    evidence: await desk.evidence(agent, await desk.read(agent, ticketId), level, trouble),
  })
  // Days, so that a visitor finds cases that are still with the vendor.
  yield desk.after(desk.chance.between(1_500, 6_000))
  await desk.move(agent, ticketId, { move: 'vendor-answered', text: trouble.cause })
}

async function* comeDown(
  desk: DemoDesk,
  ticketId: string,
  { requester, trouble }: Pick<Start, 'requester' | 'trouble'>,
  { tier, agent }: { readonly tier: number; readonly agent: Player },
  first: Player,
): AsyncGenerator<Instant, void> {
  const { chance, lessons } = desk
  // The bridge may have found it first; then only who was not there has to take note.
  if ((await desk.read(agent, ticketId)).stage.name !== 'investigating') {
    yield* takeNotes(desk, ticketId, tier, first)
    return
  }
  const found = await desk.move(agent, ticketId, {
    move: 'diagnose',
    rootCause: trouble.cause,
    solution: trouble.solution,
    wordingForRequester: trouble.wording[requester.language],
    knownIssue: issueFor(desk, trouble),
    presentTiers: [],
  })
  rememberIssue(desk, trouble, found)
  lessons.set(trouble.subject.en, (lessons.get(trouble.subject.en) ?? 0) + (tier > 1 ? 1 : 0.3))
  for (let level = tier - 1; level >= 1; level -= 1) {
    yield desk.after(chance.between(5, 60))
    const learner = level === 1 ? first : agentOf(desk, level)
    if (level === 1 && chance.happens(0.1)) {
      await desk.move(learner, ticketId, {
        move: 'ask-diagnoser',
        text: typed.whoseStep[learner.language],
      })
      yield desk.after(chance.between(10, 60))
      const { questions } = await desk.read(agent, ticketId)
      const asked = questions.find((one) => one.answer === null)
      if (asked)
        await desk.move(agent, ticketId, {
          move: 'answer-question',
          questionId: asked.id,
          text: typed.yourStep[agent.language],
        })
      yield desk.after(chance.between(5, 20))
    }
    await desk.move(learner, ticketId, { move: 'take-note' })
  }
}

/** The first time a known issue is written down with the diagnosis; after that it is linked. */
export function issueFor(desk: DemoDesk, trouble: Trouble): KnownIssueLink {
  const known = desk.issues.get(trouble.subject.en)
  return known === undefined ? { kind: 'create', title: trouble.subject.en } : { kind: 'linked', id: known }
}

export function rememberIssue(desk: DemoDesk, trouble: Trouble, { diagnosis }: Ticket): void {
  const written = issueOf(diagnosis?.knownIssue ?? null)
  if (written !== null) desk.issues.set(trouble.subject.en, written)
}

/** Tiers below that have not taken note do so. */
async function* takeNotes(
  desk: DemoDesk,
  ticketId: string,
  tier: number,
  first: Player,
): AsyncGenerator<Instant, void> {
  for (let level = tier - 1; level >= 1; level -= 1) {
    const learner = level === 1 ? first : agentOf(desk, level)
    const { trail } = await desk.read(learner, ticketId)
    if (trail.find((one) => one.tier === level)?.tookNoteAt) continue
    yield desk.after(desk.chance.between(5, 60))
    await desk.move(learner, ticketId, { move: 'take-note' })
  }
}

async function* contact(
  desk: DemoDesk,
  ticketId: string,
  trouble: Trouble,
  requester: Player,
  first: Player,
): AsyncGenerator<Instant, void> {
  const { chance } = desk
  yield desk.after(chance.between(5, 60))
  const told = (outcome: 'applied' | 'not-reached', retryAt: Instant | null) =>
    desk.move(first, ticketId, {
      move: 'contact',
      channel: chance.oneOf(['phone', 'phone', 'chat', 'mail'] as const),
      outcome,
      text: outcome === 'applied' ? trouble.solution : typed.voicemail[first.language],
      retryAt,
    })
  if (chance.happens(0.15)) {
    await told('not-reached', desk.after(150))
    yield desk.after(160)
  }
  await told('applied', null)
  await desk.mend(ticketId)
  yield desk.after(chance.between(30, 700))
  if (chance.happens(0.06)) {
    await desk.move(requester, ticketId, {
      move: 'reopen',
      reason: cameBack[requester.language],
    })
    return
  }
  if (chance.happens(0.7))
    await desk.move(requester, ticketId, {
      move: 'confirm',
      satisfaction: chance.oneOf([5, 5, 4, 4, 4, 3, 2] as const),
    })
}

function agentOf(desk: DemoDesk, tier: number): Player {
  const members = desk.cast.tiers[tier - 1]
  if (!members) throw new RangeError(`The demo has no tier ${tier}`)
  return desk.chance.oneOf(members.agents)
}

async function holderOf(desk: DemoDesk, ticket: Ticket, tier: number): Promise<Player> {
  const members = desk.cast.tiers[tier - 1]
  const holder = [...(members?.agents ?? []), ...(members ? [members.lead] : [])].find(
    (one) => one.id === ticket.assigneeId,
  )
  if (holder) return holder
  const agent = agentOf(desk, tier)
  await desk.move(agent, ticket.id, { move: 'claim' })
  return agent
}
