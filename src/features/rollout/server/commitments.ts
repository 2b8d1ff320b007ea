import type { PersonActor } from '#features/people/domain/actor.ts'
import { membersOf, personsByIds, type TeamMember } from '#features/people/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { dayAt } from '#features/plan/domain/rollout-day.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Conflict, InvalidInput, NotFound, Refused, unwrap } from '#platform/errors.ts'
import { filesById, type StoredFile } from '#platform/files/files.ts'
import type { CommitmentView, NewCommitment } from '../contract/commitments.ts'
import {
  type Commitment,
  commitmentsOf,
  type Kept,
  metBefore,
  standingOf,
} from '../domain/commitment/commitment.ts'
import {
  type Around,
  type CommitmentMove,
  commitmentMoves,
  decideCommitment,
} from '../domain/commitment/decide.ts'
import { type Experience, experienceOf, pilotPlatforms } from '../domain/pilot/experience.ts'
import {
  type Change,
  changesOf,
  filesOf,
  insertCommitment,
  keptCommitments,
  lockCommitment,
  putFiles,
  recordCommitment,
  saveCommitment,
} from './store/commitments.ts'
import { ownCases, ownDevices } from './store/pilot.ts'
import { commitmentMoved } from './ring-for-commitments.ts'
import { tellOfRollout } from './tell.ts'

/** The commitments with everything that is needed to show and to judge them. */
type Loaded = {
  readonly plan: SupportPlan
  readonly today: string
  readonly commitments: readonly Commitment[]
  readonly kept: readonly Kept[]
  readonly members: ReadonlyMap<string, readonly TeamMember[]>
  readonly experience: ReadonlyMap<string, Experience>
}

export async function loadCommitments(tx: Tx): Promise<Loaded | null> {
  const published = await publishedPlan(tx)
  if (!published) return null
  const plan = published.document
  const [kept, devices, cases] = await Promise.all([keptCommitments(tx), ownDevices(tx), ownCases(tx)])
  const commitments = commitmentsOf(plan, kept)
  const teams = [...new Set(commitments.map(({ team }) => team))]
  const members = new Map(await Promise.all(teams.map(async (team) => [team, await membersOf(tx, team)] as const)))
  const platforms = pilotPlatforms(plan)
  const experience = new Map(
    teams.map((team) => {
      const ids = (members.get(team) ?? []).map(({ id }) => id)
      return [team, experienceOf(platforms, ids, devices, cases)] as const
    }),
  )
  return { plan, today: dayAt(plan, tx.now), commitments, kept, members, experience }
}

export async function commitmentsPage(tx: Tx, actor: PersonActor) {
  const loaded = await loadCommitments(tx)
  if (!loaded) return { today: tx.now.slice(0, 10), phases: [], commitments: [] }
  const { plan, commitments } = loaded
  return {
    today: loaded.today,
    phases: plan.involvement.phases.map(({ key }) => phaseView(loaded, key)).filter((one) => one !== null),
    commitments: await viewsOf(tx, actor, loaded, commitments),
  }
}

/** What somebody owns, or leads the team of, that is due soon or overdue. */
export async function ownCommitments(tx: Tx, actor: PersonActor) {
  const loaded = await loadCommitments(tx)
  if (!loaded) return { today: tx.now.slice(0, 10), commitments: [] }
  const soon = new Date(Date.parse(loaded.today) + 14 * 86_400_000).toISOString().slice(0, 10)
  const own = loaded.commitments.filter(
    ({ state, due, ownerId, team }) =>
      (state === 'open' || state === 'in-progress') &&
      due <= soon &&
      (ownerId === actor.personId || actor.leads.includes(team)),
  )
  const views = await viewsOf(tx, actor, loaded, own)
  return {
    today: loaded.today,
    commitments: views.map(({ key, what, due, standing, owner }) => ({ key, what, due, standing, owner })),
  }
}

export async function oneCommitment(tx: Tx, actor: PersonActor, key: string) {
  const loaded = await loadCommitments(tx)
  const commitment = loaded?.commitments.find((one) => one.key === key)
  if (!loaded || !commitment) throw new NotFound('There is no such commitment')
  const [[view], changes] = await Promise.all([viewsOf(tx, actor, loaded, [commitment]), changesOf(tx, key)])
  if (!view) throw new NotFound('There is no such commitment')
  return { today: loaded.today, phase: phaseView(loaded, commitment.beforePhase), commitment: view, changes }
}

export async function addCommitment(tx: Tx, actor: PersonActor, given: NewCommitment): Promise<CommitmentView> {
  const loaded = await loadCommitments(tx)
  if (!loaded) throw new Refused({ code: 'no-published-plan' })
  const { plan } = loaded
  if (!plan.involvement.phases.some(({ key }) => key === given.beforePhase))
    throw new InvalidInput([{ path: 'beforePhase', code: 'unknown-phase' }])
  const members = await membersOf(tx, given.team)
  if (members.length === 0) throw new InvalidInput([{ path: 'team', code: 'team-without-members' }])
  if (given.ownerId !== null && !members.some(({ id }) => id === given.ownerId))
    throw new Refused({ code: 'owner-not-in-team' })
  const key = freeKey(given.kind === 'other' ? 'commitment' : given.kind, loaded)
  const { what, evidence, team, beforePhase, due } = given
  await insertCommitment(tx, {
    key,
    kind: given.kind,
    added: { what, evidence, team, beforePhase, due },
    state: 'open',
    ownerId: given.ownerId,
    shown: '',
    link: null,
    fileIds: [],
    reason: null,
    version: 1,
  })
  await recordCommitment(tx, { key, by: actor.personId, what: 'added', words: null })
  await tellOfRollout(tx, key)
  return (await oneCommitment(tx, actor, key)).commitment
}

function freeKey(base: string, { commitments, kept }: Loaded): string {
  const taken = new Set([...commitments, ...kept].map(({ key }) => key))
  let number = 2
  // The plan may come to name one by the plain key.
  while (taken.has(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}

const changeOf: Readonly<Record<CommitmentMove['move'], Change>> = {
  own: 'owner',
  begin: 'begun',
  show: 'shown',
  meet: 'met',
  waive: 'waived',
  reopen: 'reopened',
  due: 'due',
}

export async function moveCommitment(
  tx: Tx,
  actor: PersonActor,
  key: string,
  { move, version }: { readonly move: CommitmentMove; readonly version: number },
): Promise<CommitmentView> {
  await lockCommitment(tx, key)
  const loaded = await loadCommitments(tx)
  const before = loaded?.commitments.find((one) => one.key === key)
  if (!loaded || !before) throw new NotFound('There is no such commitment')
  if (before.version !== version) throw new Conflict('commitment-moved-on')
  const change = unwrap(decideCommitment(before, actor, move, aroundOf(loaded, before)))
  const row = loaded.kept.find((one) => one.key === key)
  const kept: Kept = row ?? { ...before, added: null, version: 1 }
  if (!row && !(await insertCommitment(tx, kept))) throw new Conflict('commitment-moved-on')
  const { due, ...progress } = change
  const after: Kept = {
    ...kept,
    ...progress,
    added: kept.added === null || due === undefined ? kept.added : { ...kept.added, due },
  }
  if (move.move === 'show' || move.move === 'meet') await attach(tx, actor, before, move.files)
  if (!(await saveCommitment(tx, after))) throw new Conflict('commitment-moved-on')
  await recordCommitment(tx, {
    key,
    by: actor.personId,
    what: changeOf[move.move],
    words: await wordsOf(tx, move),
  })
  await commitmentMoved(tx, key, move)
  await tellOfRollout(tx, key)
  return (await oneCommitment(tx, actor, key)).commitment
}

/** Only a file that the mover uploaded, or that shows it already: naming another's would be a way to read it. */
async function attach(tx: Tx, actor: PersonActor, before: Commitment, ids: readonly string[]): Promise<void> {
  const found = await filesById(tx, ids)
  const may = (id: string) =>
    before.fileIds.includes(id) || found.some((file) => file.id === id && file.ownerId === actor.personId)
  if (!ids.every(may)) throw new Refused({ code: 'unknown-file' })
  await putFiles(tx, before.key, [...new Set(ids)])
}

async function wordsOf(tx: Tx, move: CommitmentMove): Promise<string | null> {
  switch (move.move) {
    case 'own':
      return move.ownerId === null
        ? null
        : ((await personsByIds(tx, [move.ownerId])).get(move.ownerId)?.name ?? null)
    case 'show':
    case 'meet':
      return (
        [move.shown, move.link ?? '']
          .filter((one) => one !== '')
          .join('\n')
          .slice(0, 4000) || null
      )
    case 'waive':
    case 'reopen':
      return move.reason
    case 'due':
      return move.due
    case 'begin':
      return null
  }
}

function aroundOf({ members, experience }: Loaded, { team, kind }: Commitment): Around {
  const own = experience.get(team)
  return {
    members: (members.get(team) ?? []).map(({ id }) => id),
    provenByDesk:
      (kind === 'own-devices' && (own?.devicesComplete ?? false)) ||
      (kind === 'test-cases' && (own?.casesComplete ?? false)),
  }
}

function phaseView({ plan, commitments }: Loaded, key: string) {
  const phase = plan.involvement.phases.find((one) => one.key === key)
  if (!phase) return null
  const { met, of, percent } = metBefore(plan, commitments, key)
  const { name, mode, starts, ends } = phase
  return { key, name, mode, starts, ends, met, of, percent }
}

async function viewsOf(
  tx: Tx,
  actor: PersonActor,
  loaded: Loaded,
  some: readonly Commitment[],
): Promise<CommitmentView[]> {
  const [owners, files] = await Promise.all([
    personsByIds(
      tx,
      some.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId])),
    ),
    filesOf(tx, some),
  ])
  return some.map((one) => {
    const around = aroundOf(loaded, one)
    const owner = one.ownerId === null ? undefined : owners.get(one.ownerId)
    const { key, kind, inPlan, what, evidence, team, beforePhase, due, state, shown, link, reason, version } = one
    return {
      ...{ key, kind, inPlan, what, evidence, team, beforePhase, due, state, shown, link, reason, version },
      standing: standingOf(one, loaded.today),
      owner: owner ? { id: owner.id, name: owner.name } : null,
      files: files.filter(({ id }) => one.fileIds.includes(id)).map(fileView),
      figure: figureOf(loaded, one),
      moves: Object.fromEntries(
        commitmentMoves.map((move) => {
          const decided = decideCommitment(one, actor, exampleOf(move, one, around), around)
          return [move, decided.ok ? null : decided.refusal.code]
        }),
      ),
      members: (loaded.members.get(team) ?? []).map(({ id, name }) => ({ id, name })),
    }
  })
}

function fileView({ id, name, type, size }: StoredFile) {
  return { id, name, type, size }
}

/** A move as somebody would make it who fills in everything that is asked. */
function exampleOf(move: CommitmentMove['move'], one: Commitment, { members }: Around): CommitmentMove {
  switch (move) {
    case 'own':
      return { move, ownerId: members[0] ?? null }
    case 'show':
    case 'meet':
      return { move, shown: 'x', link: null, files: [] }
    case 'waive':
    case 'reopen':
      return { move, reason: 'x' }
    case 'due':
      return { move, due: one.due }
    case 'begin':
      return { move }
  }
}

function figureOf({ experience }: Loaded, { kind, team }: Commitment): CommitmentView['figure'] {
  const own = experience.get(team)
  if (!own) return null
  if (kind === 'own-devices') return { ...own.any, complete: own.devicesComplete }
  return kind === 'test-cases' ? { ...own.cases, complete: own.casesComplete } : null
}
