import type { Instant } from '#features/people/domain/instant.ts'
import { addDays } from '#features/plan/domain/days.ts'
import type { Wave } from '#features/plan/domain/document/involvement.ts'
import { type MailKind, mailKinds } from '#features/rollout/domain/mails/mail.ts'
import { casesFor } from '#features/rollout/domain/pilot/checklist.ts'
import { pilotPlatforms } from '#features/rollout/domain/pilot/experience.ts'
import { commitmentsPage, moveCommitment } from '#features/rollout/server/commitments.ts'
import { logOwnCase, logOwnDevice } from '#features/rollout/server/pilot.ts'
import { meetCondition, readinessView, signDecision } from '#features/rollout/server/sign-decision.ts'
import { findDecisions } from '#features/rollout/server/store/decisions.ts'
import { useLesson, writeLesson } from '#features/rollout/server/wave-lessons.ts'
import { waveMails } from '#features/rollout/server/wave-mails.ts'
import { approveMail } from '#features/rollout/server/write-wave-mails.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Player } from './cast.ts'
import type { DemoGround } from './desk.ts'
import { momentOn, workday } from './moments.ts'
import { as } from './training.ts'
import type { Said } from './troubles.ts'
import { planServices } from '../plan-services.ts'

const doneWithTeam: Said = {
  nl: 'Gedaan, en besproken met het team.',
  en: 'Done, and talked over with the team.',
}
const secondStep: Said = {
  nl: 'De tweede stap in de mail klopte niet met wat op het scherm stond.',
  en: 'The second step in the mail was not what the screen said.',
}

/** What support promised before the rollout: somebody of the team owns it, and shows it when it is due. */
export async function* commitments(
  ground: DemoGround,
  from: string,
  until: Instant,
): AsyncGenerator<Instant, void> {
  const { planOwner, tiers } = ground.cast
  const read = () => as(ground, planOwner, commitmentsPage)
  const teams = new Map(ground.plan.teams.tiers.map(({ team, level }) => [team, tiers[level - 1]]))
  for (const { key, team, version } of (await read()).commitments) {
    const owner = teams.get(team)?.agents[0]
    if (!owner) continue
    const move = { move: 'own', ownerId: owner.id } as const
    await as(ground, planOwner, (tx, actor) => moveCommitment(tx, actor, key, { move, version }))
  }
  yield momentOn(workday(addDays(from, 2)), '10:15')
  for (const due of (await read()).commitments.toSorted((one, other) => (one.due < other.due ? -1 : 1))) {
    const at = momentOn(workday(addDays(due.due, -2)), '15:40')
    if (at > until) return
    yield at
    const now = (await read()).commitments.find(({ key }) => key === due.key)
    const owner = teams.get(due.team)?.agents[0]
    if (!now || !owner || now.state === 'met') continue
    const shown = doneWithTeam[owner.language]
    const move = { move: 'meet', shown, link: null, files: [] } as const
    await as(ground, owner, (tx, actor) => moveCommitment(tx, actor, due.key, { move, version: now.version }))
  }
}

/** Support uses Intune before the people it will help do: a device of one's own, and the test cases on it. */
export async function* ownExperience(ground: DemoGround, pilot: string): AsyncGenerator<Instant, void> {
  const platforms = pilotPlatforms(ground.plan)
  const [first] = ground.cast.tiers
  const staff = ground.cast.tiers.flatMap((tier) => [tier.lead, ...tier.agents])
  for (const [index, player] of staff.entries()) {
    const isThorough = !first || ![first.lead, ...first.agents].includes(player)
    const day = workday(addDays(pilot, Math.floor(index / 2)))
    yield momentOn(day, index % 2 === 0 ? '11:10' : '15:20')
    const own = platforms.filter((_, turn) => (turn + index) % 2 === 0)
    for (const platform of own) {
      const isHard = index % 4 === 1 && platform === own[0]
      const trouble = isHard ? secondStep[player.language] : ''
      const outcome = isHard ? ('with-trouble' as const) : ('enrolled' as const)
      await as(ground, player, (tx, actor) =>
        logOwnDevice(tx, actor, platform, { outcome, triedOn: day, trouble, candidate: isHard }),
      )
      for (const { key } of casesFor(platform).slice(0, isThorough ? undefined : 3))
        await as(ground, player, (tx, actor) =>
          logOwnCase(tx, actor, { platform, key }, { result: 'passed', words: '' }),
        )
    }
  }
}

type Act = { readonly at: Instant; readonly play: () => Promise<void> }

/** Waves overlap: what has to be done for all of them is done in the order of time. */
export async function* waves(ground: DemoGround, until: Instant): AsyncGenerator<Instant, void> {
  const all = ground.plan.involvement.phases.flatMap((phase) => phase.waves)
  const acts = all.flatMap((wave, index) => actsOf(ground, wave, all[index - 1]))
  for (const { at, play } of acts.toSorted((one, other) => (one.at < other.at ? -1 : 1))) {
    if (at > until) return
    yield at
    await play()
  }
}

/** Of a wave: what the one before taught comes into its mails, they are approved, and somebody signs for it. */
function actsOf(ground: DemoGround, wave: Wave, before: Wave | undefined): readonly Act[] {
  const { planOwner, tiers } = ground.cast
  const on = (days: number) => workday(addDays(wave.starts, days))
  const learnt: Act[] = before
    ? [{ at: momentOn(on(-9), '11:30'), play: () => learnFrom(ground, planOwner, before.key, wave.key) }]
    : []
  const [first, ...others] = mailKinds
  const lead = tiers[0]?.lead ?? planOwner
  return [
    { at: momentOn(on(-15), '14:30'), play: () => approve(ground, planOwner, wave.key, [first]) },
    ...learnt,
    { at: momentOn(on(-7), '14:30'), play: () => approve(ground, planOwner, wave.key, others) },
    { at: momentOn(on(-3), '16:00'), play: () => signFor(ground, planOwner, wave.key, lead) },
    { at: momentOn(on(9), '10:40'), play: () => meetConditions(ground, lead, wave.key) },
  ]
}

async function approve(
  ground: DemoGround,
  owner: Player,
  wave: string,
  kinds: readonly MailKind[],
): Promise<void> {
  for (const kind of kinds)
    await as(ground, owner, async (tx, actor) => {
      const mail = (await waveMails(tx, actor, wave)).mails.find((one) => one.kind === kind)
      if (mail) await approveMail(tx, actor, { wave, kind }, mail.version)
    })
}

function signedInAs(ground: DemoGround, { id, language }: Player): Promise<SignedIn> {
  return as(ground, { id }, (_, actor) =>
    Promise.resolve({
      orgId: ground.orgId,
      personId: id,
      language,
      roles: actor.roles,
      signInId: '',
      actor,
      by: 'cookie' as const,
      lacksSecondFactor: false,
      practising: false,
    }),
  )
}

/** A go where every figure is met; else a conditional one, in which somebody takes it on. */
async function signFor(ground: DemoGround, signer: Player, wave: string, lead: Player): Promise<void> {
  const { platform } = ground
  const signedIn = await signedInAs(ground, signer)
  const { seen, readiness } = await readinessView(platform, signedIn, wave, planServices)
  const day = platform.clock.now().slice(0, 10)
  const isReady = readiness.fails === 0
  await signDecision(
    platform,
    signedIn,
    wave,
    {
      outcome: isReady ? 'go' : 'conditional',
      reason: isReady
        ? 'Alle cijfers zijn gehaald; de teams hebben er vertrouwen in.'
        : 'Nog niet alle cijfers zijn gehaald; wat ontbreekt, is belegd.',
      conditions: isReady
        ? []
        : [
            {
              text: 'Bespreek de achterblijvende cijfers op de bridge en meld de uitkomst.',
              owner: lead.id,
              due: workday(addDays(day, 14)),
            },
          ],
      seen,
    },
    planServices,
  )
}

/** Whoever took a condition on says that it is met. */
async function meetConditions(ground: DemoGround, lead: Player, wave: string): Promise<void> {
  const decisions = await as(ground, lead, (tx) => findDecisions(tx, { wave }))
  const open = decisions.flatMap(({ conditions }) =>
    conditions.filter(({ met, owner }) => met === null && owner.id === lead.id),
  )
  const signedIn = await signedInAs(ground, lead)
  for (const { id } of open) await as(ground, lead, (tx) => meetCondition(tx, signedIn, id))
}

const taught: Readonly<Record<string, Parameters<typeof writeLesson>[3]>> = {
  pilot: {
    happened: 'Veel mensen hadden nog een oude telefoon in de lijst en liepen tegen de apparaatlimiet aan.',
    tell: {
      nl: 'Haal een telefoon die je niet meer gebruikt eerst uit de lijst in de Bedrijfsportal; dan gaat het inschrijven in één keer goed.',
      en: 'First take a phone you no longer use off the list in Company Portal; then enrolling works the first time.',
    },
  },
  'wave-1': {
    happened: 'Laptops die na het inschrijven niet werden herstart, kregen geen toegang tot hun mail.',
    tell: {
      nl: 'Herstart je laptop na het inschrijven en laat hem een uur aan de stroom liggen; dan is hij klaar voor je mail.',
      en: 'Restart your laptop after enrolling and leave it on power for an hour; then it is ready for your mail.',
    },
  },
}

/** What happened becomes a sentence in the next wave's mail, which has to be approved with it. */
async function learnFrom(ground: DemoGround, owner: Player, wave: string, next: string): Promise<void> {
  const lesson = taught[wave]
  if (!lesson) return
  await as(ground, owner, async (tx, actor) => {
    await writeLesson(tx, actor, wave, lesson)
    const { lessons } = await waveMails(tx, actor, wave)
    const written = lessons.find((one) => one.wave === wave)
    if (written) await useLesson(tx, actor, written.id, { wave: next, kind: mailKinds[1] })
  })
}
